import type { Client } from '@elastic/elasticsearch';
import type { Privilege } from '../../common/api';

/** Who asks, and with whose rights. */
export interface Caller {
  /** Null where nobody is known: security is off. */
  readonly name: string | null;
  /** Acts in the caller's name; it goes on working after the answer was given. */
  readonly client: Client;
  /** Whether the door lets the caller do more than the endpoint asked for. */
  readonly can: (privilege: Privilege) => Promise<boolean>;
  /** The door's own request, for what only the door can do with it, such as granting a key. */
  readonly request: unknown;
}
