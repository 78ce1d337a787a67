import { randomBytes } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { runProgramOf, type Ended } from '../fixtures/run_command';
import { documentedRoles } from './documented_roles';
import type { Environment } from './environment';

const PREFIX = 'logwave_test_es9_';

/** Who a command is, as variables of its environment. */
export type Who = Readonly<Record<string, string>>;

/** The superuser of these tests is in the environment, too. */
const NOBODY: Who = { ELASTICSEARCH_USERNAME: '', ELASTICSEARCH_PASSWORD: '' };

/** Users with the documented roles, and the command line as one of them. */
export interface Cast {
  readonly nobody: Who;
  /** @throws where the documentation has no such role */
  readonly as: (role: string) => Who;
  /** An API key of a role's user, with no fewer rights. */
  readonly apiKeyOf: (role: string) => Promise<{ readonly id: string; readonly encoded: string }>;
  /** `logwave …` in a process of its own; `args` say nothing of who and where. */
  readonly run: (who: Who, ...args: readonly string[]) => Promise<Ended>;
  readonly remove: () => Promise<void>;
}

/** Makes a user for each role of the documentation. @param pattern of the logs that they may see */
export async function createCast(
  client: Client,
  { url, ca }: Environment,
  pattern: string,
): Promise<Cast> {
  const users = new Map<string, { readonly username: string; readonly password: string }>();
  for (const [name, { own, logs }] of documentedRoles()) {
    const [username, password] = [`${PREFIX}${name}`, randomBytes(12).toString('hex')];
    const indices = [
      { names: ['logwave-*'], privileges: [...own] },
      { names: [pattern], privileges: [...logs] },
    ].filter(({ privileges }) => privileges.length > 0);
    await client.security.putRole({ name: username, indices });
    await client.security.putUser({ username, password, roles: [username] });
    users.set(name, { username, password });
  }
  const userOf = (role: string): { readonly username: string; readonly password: string } => {
    const user = users.get(role);
    if (user === undefined) throw new Error(`docs/operating.md has no role "${role}"`);
    return user;
  };
  const place = { ELASTICSEARCH_URL: url, ELASTICSEARCH_CA: ca };
  return {
    nobody: NOBODY,
    as: (role) => {
      const { username, password } = userOf(role);
      return { ELASTICSEARCH_USERNAME: username, ELASTICSEARCH_PASSWORD: password };
    },
    apiKeyOf: async (role) => {
      const { username, password } = userOf(role);
      const { id, encoded } = await client.security.grantApiKey({
        grant_type: 'password',
        username,
        password,
        api_key: { name: `${PREFIX}key` },
      });
      return { id, encoded };
    },
    run: (who, ...args) =>
      runProgramOf(['bin/logwave', ...args], '', { ...place, ...NOBODY, ...who }),
    remove: async () => {
      for (const { username } of users.values()) {
        await client.security.deleteUser({ username }, { ignore: [404] });
        await client.security.deleteRole({ name: username }, { ignore: [404] });
      }
    },
  };
}
