import type { Client } from '../elastic/client';
import type { Privilege } from '../../common/api';

/** The sender of a request, and the rights. */
export interface Caller {
  /** Null if not known: security is off. */
  readonly name: string | null;
  /** Acts in the caller's name. It continues to work after the answer was sent. */
  readonly client: Client;
  /** Whether the host grants the caller more than the endpoint requires. */
  readonly can: (privilege: Privilege) => Promise<boolean>;
  /** The host's own request, for what only the host can do with it, such as granting a key. */
  readonly request: unknown;
}
