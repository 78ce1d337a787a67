import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { DEFAULT_SCOPE } from '../../server/app/basics/default_scope';
import { loadSettings } from '../../standalone/cli/basics/load_settings';
import { runAnalysis } from '../../standalone/cli/run_analysis';
import { acquireElasticsearch } from '../../standalone/elasticsearch';
import { serve } from '../../standalone/host/serve';
import { ingestSample } from '../fixtures/ingest_sample';

type Say = (line: string) => void;

/** The day that the description has as its example, and the morning after. */
const DAY = '2015-04-01';
const NOW = new Date('2015-04-02T10:30:00Z');
const ZONE = 'America/Toronto';
const SAMPLE = { lastDay: DAY, days: 12, zone: ZONE, seed: 1 };

/** What has to be ended, the latest first. */
type Ends = (() => Promise<unknown>)[];

async function endAll(ends: Ends): Promise<void> {
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
}

async function analyzeDay(client: Client, signal: AbortSignal): Promise<void> {
  const settings = await loadSettings({ zone: ZONE });
  const task = { day: DAY, settings, scope: DEFAULT_SCOPE, isTagging: true };
  const { run } = await runAnalysis(client, task, signal);
  if (run.error !== null) throw new Error(run.error);
}

async function build(say: Say, ends: Ends): Promise<string> {
  const closing = new AbortController();
  const { signal } = closing;
  const folder = await mkdtemp(join(tmpdir(), 'logwave-api-'));
  ends.push(() => rm(folder, { recursive: true }));
  const elasticsearch = await acquireElasticsearch({ dataDir: join(folder, 'data'), say });
  ends.push(elasticsearch.release);
  const client = new Client({ node: elasticsearch.url });
  ends.push(() => client.close());
  await ingestSample(client, folder, SAMPLE, NOW, signal);
  await analyzeDay(client, signal);
  let served: Promise<void> = Promise.resolve();
  const url = await new Promise<string>((onListening, fail) => {
    const where = { address: '127.0.0.1', port: 0, onListening, zone: ZONE };
    served = serve({ client, ...where, say, now: () => NOW }, signal);
    served.catch(fail);
  });
  ends.push(() => {
    closing.abort();
    return served;
  });
  return url;
}

/** A host with an analyzed day of sample logs, on an Elasticsearch of its own. */
export interface Stage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @param say hears what the host logs */
export async function setStage(say: Say): Promise<Stage> {
  const ends: Ends = [];
  try {
    return { url: await build(say, ends), close: () => endAll(ends) };
  } catch (error) {
    await endAll(ends);
    throw error;
  }
}
