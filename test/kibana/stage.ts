import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@elastic/elasticsearch';
import { buildPlugin } from '../../scripts/build/build_plugin';
import { closedDays } from '../../server/app/runs/due_days';
import type { Day } from '../../common/time/day';
import { startMailServer, TRUSTED_CA, type MailServer } from '../fixtures/smtp_server';
import { superuserClient, type Credentials, type Environment } from './environment';
import { deleteIndices, writeLogs } from './logs';
import { authorization, RealKibana } from './real_kibana';
import { Visitor } from './visitor';

/** A Kibana with the plugin in it, and logs to look at. */
export interface Stage {
  readonly kibana: RealKibana;
  readonly client: Client;
  /** The last day that is over: the one with the loud hour. */
  readonly day: Day;
  /** Ids of the endpoints that have answered. */
  readonly called: Set<string>;
  /** Where the channel "contract" sends mails. */
  readonly post: MailServer;
  /** @param space that the visitor is in; the default one where not given */
  visitor(credentials: Credentials | undefined, space?: string): Visitor;
  close(): Promise<void>;
}

/** A channel as docs/notifications.md describes it, with its password in the keystore. */
function channelLines({ port }: MailServer): string[] {
  const channel = {
    type: 'smtp',
    host: '127.0.0.1',
    port,
    user: 'ana',
    from: 'Logwave <logwave@example.org>',
    to: ['ana@example.org'],
    ca: TRUSTED_CA,
  };
  const lines = Object.entries(channel).map(
    ([name, value]) => `  ${name}: ${JSON.stringify(value)}`,
  );
  return ['logwave.notify.contract:', ...lines];
}

const SECRETS = new Map([['logwave.notify.contract.password', 's3cret-word']]);

/** The last day that is over. */
export function lastClosedDay(): Day {
  const day = closedDays('UTC', new Date()).at(-1);
  if (day === undefined) throw new Error('no day is over');
  return day;
}

/** Builds the plugin, installs it with Kibana's own program and starts Kibana. */
export async function setStage(environment: Environment): Promise<Stage> {
  const client = superuserClient(environment);
  const folder = await mkdtemp(join(tmpdir(), 'logwave-zip-'));
  const root = join(__dirname, '..', '..');
  const { path } = await buildPlugin(root, environment.kibana_version, folder);
  const day = lastClosedDay();
  await deleteIndices(client);
  await writeLogs(client, day);
  const post = await startMailServer();
  const kibana = await RealKibana.prepare(environment, channelLines(post), SECRETS);
  await kibana.install(path);
  await kibana.start();
  const called = new Set<string>();
  return {
    kibana,
    client,
    day,
    called,
    post,
    visitor: (credentials, space) => {
      const url = space === undefined ? kibana.url : `${kibana.url}/s/${space}`;
      const headers = credentials === undefined ? {} : authorization(credentials);
      return new Visitor(url, headers, called);
    },
    async close() {
      await kibana.close();
      await post.stop();
      await deleteIndices(client);
      await client.close();
      await rm(folder, { recursive: true });
    },
  };
}
