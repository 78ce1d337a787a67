import { randomBytes } from 'node:crypto';
import type { Environment } from './environment';
import { LOG_PATTERN } from './logs';
import { authorization } from './real_kibana';
import type { Stage } from './stage';
import type { Visitor } from './visitor';

interface Role {
  /** Levels of Kibana's features. */
  readonly features: Readonly<Record<string, readonly string[]>>;
  readonly logs: readonly string[];
  readonly own: readonly string[];
}

const READ_LOGS = ['read', 'view_index_metadata'];
const WORK = ['read', 'write', 'create_index', 'view_index_metadata'];

/** The roles that docs/operating.md gives, one for rules, and two that are not enough. */
const ROLES = {
  reader: { features: { logwave: ['read'] }, logs: [], own: ['read'] },
  analyst: { features: { logwave: ['all'], discover: ['read'] }, logs: READ_LOGS, own: WORK },
  tagger: {
    features: { logwave: ['all'], logwaveTagging: ['all'] },
    logs: [...READ_LOGS, 'write'],
    own: WORK,
  },
  admin: {
    features: { logwave: ['all'], logwaveTagging: ['all'], logwaveSettings: ['all'] },
    logs: [...READ_LOGS, 'write'],
    own: WORK,
  },
  /** May uninstall with all indices. */
  remover: {
    features: { logwave: ['all'], logwaveTagging: ['all'], logwaveSettings: ['all'] },
    logs: [...READ_LOGS, 'write'],
    own: [...WORK, 'delete_index'],
  },
  /** Makes rules, whose key reads nothing but our own results. */
  watcher: {
    features: { logwave: ['all'], actions: ['all'], stackAlerts: ['all'] },
    logs: [],
    own: ['read'],
  },
  /** May analyze, and sees no log. */
  blind: { features: { logwave: ['all'] }, logs: [], own: WORK },
  /** Uses Kibana for something else. */
  stranger: { features: { discover: ['all'] }, logs: READ_LOGS, own: [] },
} satisfies Record<string, Role>;

export type UserName = keyof typeof ROLES;

function roleBody({ features, logs, own }: Role): object {
  const indices = [
    { names: [LOG_PATTERN], privileges: logs },
    { names: ['logwave-*'], privileges: own },
  ].filter(({ privileges }) => privileges.length > 0);
  return {
    elasticsearch: { indices },
    kibana: [{ base: [], feature: features, spaces: ['*'] }],
  };
}

/** A space other than the default one. */
export const OTHER_SPACE = 'logwave_test';

/**
 * Somebody with every feature of ours in one space only, as roles could be made before settings were
 * a matter of all spaces: Kibana itself makes no such role any more.
 */
export async function createLocalUser(stage: Stage, { superuser }: Environment): Promise<Visitor> {
  if (superuser === undefined) throw new Error('there is no superuser');
  const headers = { ...authorization(superuser), 'kbn-xsrf': 'test' };
  await fetch(`${stage.kibana.url}/api/spaces/space`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ id: OTHER_SPACE, name: 'Logwave test' }),
  });
  const username = 'logwave_test_local';
  const password = randomBytes(12).toString('hex');
  const features = ['logwave', 'logwaveTagging', 'logwaveSettings'];
  const privileges = features.map((feature) => `feature_${feature}.all`);
  const resources = [`space:${OTHER_SPACE}`];
  await stage.client.security.putRole({
    name: username,
    indices: [
      { names: [LOG_PATTERN], privileges: [...READ_LOGS, 'write'] },
      { names: ['logwave-*'], privileges: WORK },
    ],
    applications: [{ application: 'kibana-.kibana', privileges, resources }],
  });
  await stage.client.security.putUser({ username, password, roles: [username] });
  return stage.visitor({ username, password }, OTHER_SPACE);
}

/** Whether Kibana makes a role that may change the settings in one space only. */
export async function canGrantInOneSpace(
  stage: Stage,
  { superuser }: Environment,
): Promise<boolean> {
  if (superuser === undefined) throw new Error('there is no superuser');
  const kibana = [{ base: [], feature: { logwaveSettings: ['all'] }, spaces: [OTHER_SPACE] }];
  const response = await fetch(`${stage.kibana.url}/api/security/role/logwave_test_refused`, {
    method: 'PUT',
    headers: {
      ...authorization(superuser),
      'kbn-xsrf': 'test',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ elasticsearch: {}, kibana }),
  });
  return response.ok;
}

async function putRole(name: string, role: Role, stage: Stage, headers: object): Promise<void> {
  const response = await fetch(`${stage.kibana.url}/api/security/role/${name}`, {
    method: 'PUT',
    headers: { ...headers, 'kbn-xsrf': 'test', 'content-type': 'application/json' },
    body: JSON.stringify(roleBody(role)),
  });
  if (!response.ok) throw new Error(`the role ${name}: ${await response.text()}`);
}

/** Makes a user for each of the roles, in Kibana's own way. */
export async function createUsers(
  stage: Stage,
  { superuser }: Environment,
): Promise<ReadonlyMap<UserName, Visitor>> {
  const users = new Map<UserName, Visitor>();
  if (superuser === undefined) return users;
  for (const [name, role] of Object.entries(ROLES) as [UserName, Role][]) {
    const username = `logwave_test_${name}`;
    const password = randomBytes(12).toString('hex');
    await putRole(username, role, stage, authorization(superuser));
    await stage.client.security.putUser({ username, password, roles: [username] });
    users.set(name, stage.visitor({ username, password }));
  }
  return users;
}
