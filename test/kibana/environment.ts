import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';

/** The Kibana under test, and the Elasticsearch that it works with. */
export interface Environment {
  readonly kibana_home: string;
  /** Its version, such as 8.12.2. */
  readonly kibana_version: string;
  /** Without user and password. */
  readonly elasticsearch_url: string;
  /** A superuser's, where the address names one; then security is on. */
  readonly superuser: Credentials | undefined;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The version that a distribution of Kibana names. */
function versionIn(home: string): string {
  const text = readFileSync(join(home, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** The values of the two variables; undefined if one is missing. */
export function readEnvironment(): Environment | undefined {
  const { KIBANA_HOME: kibana_home, ELASTICSEARCH_URL: address } = process.env;
  if (kibana_home === undefined || address === undefined) return undefined;
  const { origin, username, password } = new URL(address);
  const superuser = username === '' ? undefined : { username, password };
  const kibana_version = versionIn(kibana_home);
  return { kibana_home, kibana_version, elasticsearch_url: origin, superuser };
}

/** What is said where the variables are missing: the tests then pass as skipped. */
export const SKIPPED =
  'skipped: set KIBANA_HOME to a Kibana and ELASTICSEARCH_URL to a cluster for tests, with user and password where security is on';

/** A client of the cluster, for what no user of Logwave does. */
export function superuserClient({ elasticsearch_url, superuser }: Environment): Client {
  const auth = superuser === undefined ? {} : { auth: { ...superuser } };
  return new Client({ node: elasticsearch_url, ...auth });
}
