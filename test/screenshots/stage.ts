import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { putSchedule } from '../../common/api/setup/put_schedule';
import { putSettings } from '../../common/api/setup/put_settings';
import { daysBefore, type Day } from '../../common/time/day';
import { DEFAULT_SCOPE } from '../../server/app/basics/default_scope';
import { loadSettings } from '../../standalone/cli/basics/load_settings';
import { fetchReportDay, reportIn } from '../../standalone/cli/reports/day_report_file';
import { runAnalysis } from '../../standalone/cli/run_analysis';
import { acquireElasticsearch } from '../../standalone/elasticsearch';
import { serve } from '../../standalone/host/serve';
import { ingestSample } from '../fixtures/ingest_sample';
import { startSlowElasticsearch, type SlowElasticsearch } from '../fixtures/slow_elasticsearch';

type Say = (line: string) => void;

/** The day of the talk, on the morning after; always the same, so that pictures can be compared. */
export const DAY: Day = '2015-04-01';
export const NOW = new Date('2015-04-02T10:30:00Z');
const ZONE = 'America/Toronto';
/** A month to be shown, and a month before each of its days to compare with. */
const SAMPLE = { lastDay: DAY, days: 62, zone: ZONE, seed: 1, lostDay: '2015-03-17' };
const MONTH_DAYS = 31;

/** A host with sample logs. */
export interface Stage {
  readonly url: string;
  /** The way from the host to its Elasticsearch. */
  readonly elasticsearch: SlowElasticsearch;
  /** Analyzes the month, tags its last day and switches the schedule on. */
  readonly analyze: () => Promise<void>;
  /** The report of the last day as an HTML file. */
  readonly report: () => Promise<string>;
  readonly close: () => Promise<void>;
}

async function ask(url: string, path: string, body: object): Promise<void> {
  const headers = { 'kbn-xsrf': 'screenshots', 'content-type': 'application/json' };
  const answer = await fetch(url + path, {
    method: 'PUT',
    headers,
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

async function analyzeMonth(client: Client, say: Say, signal: AbortSignal): Promise<void> {
  const settings = await loadSettings({ zone: ZONE });
  const days = [...daysBefore(DAY, MONTH_DAYS - 1).reverse(), DAY];
  for (const day of days) {
    const task = { day, settings, scope: DEFAULT_SCOPE, isTagging: day === DAY };
    const { run } = await runAnalysis(client, task, signal);
    say(`${day}: ${run.status}`);
  }
}

/** Serves until it is closed; gives the address. */
async function startServing(client: Client, say: Say, signal: AbortSignal) {
  let served: Promise<void> = Promise.resolve();
  const url = await new Promise<string>((onListening, fail) => {
    const where = { address: '127.0.0.1', port: 0, onListening };
    served = serve({ client, ...where, say, now: () => NOW }, signal);
    served.catch(fail);
  });
  return { url, served };
}

/** What has to be ended, the latest first. */
type Ends = (() => Promise<unknown>)[];

async function endAll(ends: Ends): Promise<void> {
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
}

async function build(say: Say, ends: Ends): Promise<Omit<Stage, 'close'>> {
  const closing = new AbortController();
  const { signal } = closing;
  const folder = await mkdtemp(join(tmpdir(), 'logwave-screenshots-'));
  ends.push(() => rm(folder, { recursive: true }));
  const elasticsearch = await acquireElasticsearch({ dataDir: join(folder, 'data'), say });
  ends.push(elasticsearch.release);
  const client = new Client({ node: elasticsearch.url });
  ends.push(() => client.close());
  await ingestSample(client, folder, SAMPLE, NOW, signal);
  const way = await startSlowElasticsearch(elasticsearch.url);
  ends.push(() => way.close());
  const { url, served } = await startServing(new Client({ node: way.url }), say, signal);
  ends.push(() => {
    closing.abort();
    return served;
  });
  await ask(url, putSettings.path, { settings: { zone: ZONE }, version: null });
  const analyze = async (): Promise<void> => {
    await analyzeMonth(client, say, signal);
    await ask(url, putSchedule.path, { interval: '1h', tag: true });
  };
  const report = async (): Promise<string> => {
    const settings = await loadSettings({ zone: ZONE });
    return reportIn('html', await fetchReportDay(client, settings, DAY, signal), settings);
  };
  return { url, elasticsearch: way, analyze, report };
}

/** Starts an Elasticsearch with sample logs, and a host before it. */
export async function setStage(say: Say): Promise<Stage> {
  const ends: Ends = [];
  try {
    return { ...(await build(say, ends)), close: () => endAll(ends) };
  } catch (error) {
    await endAll(ends);
    throw error;
  }
}
