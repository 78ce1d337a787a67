import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Client } from '@elastic/elasticsearch';
import { SETTINGS_INDEX } from '../../standalone/host/settings/host_documents';
import { send, type SentAnswer } from '../contract/send';
import { startServing, type Serving } from '../fixtures/start_serving';
import { addressOf } from './address_of';
import { HOST_DAY, HOST_SERIES, hostSettings, storeBenchDay } from './host_day';
import { startTimedElasticsearch, type TimedElasticsearch } from './timed_elasticsearch';

type Print = (line: string) => void;

const SERIES_PATH = `/api/logwave/days/${HOST_DAY}/series`;
const REPEATS = 10;
const SOON_MS = 20_000;
/** By then the engine has given back by itself what was needed to start. */
const IDLE_MS = 180_000;
const NAME_WIDTH = 50;

function line(name: string, value: number, unit: string, remark = ''): string {
  return `  ${name.padEnd(NAME_WIDTH)}${value.toFixed(0).padStart(7)} ${unit}  ${remark}`.trimEnd();
}

/** Resident memory of a process in megabytes, as the operating system counts it. */
async function megabytesOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1_024;
}

interface Timed {
  readonly answer: SentAnswer;
  /** Milliseconds until the last byte was there, without the time that Elasticsearch took. */
  readonly own: number;
  readonly elasticsearch: number;
}

async function askForSeries({ url }: Serving, timed: TimedElasticsearch): Promise<Timed> {
  timed.takeTime();
  const began = performance.now();
  const answer = await send(url, SERIES_PATH, { headers: { 'accept-encoding': 'br' } });
  const whole = performance.now() - began;
  if (answer.status !== 200) throw new Error(`the bench was answered with ${answer.status}`);
  const elasticsearch = timed.takeTime();
  return { answer, own: whole - elasticsearch, elasticsearch };
}

async function measure(serving: Serving, timed: TimedElasticsearch, print: Print): Promise<void> {
  await wait(SOON_MS);
  const soon = await megabytesOf(serving.pid);
  await wait(IDLE_MS - SOON_MS);
  const idle = await megabytesOf(serving.pid);
  const first = await askForSeries(serving, timed);
  const later: number[] = [];
  for (let time = 0; time < REPEATS; time += 1) {
    later.push((await askForSeries(serving, timed)).own);
  }
  const median = later.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? NaN;
  const kilobytes = first.answer.bytes.length / 1_000;
  const waited = `and ${first.elasticsearch.toFixed(0)} ms for Elasticsearch (aim: under 300)`;
  print(`The standalone host, a day of ${HOST_SERIES.toLocaleString('en-US')} series:`);
  print(line('first answer of the series', first.own, 'ms', waited));
  print(line('later answers', median, 'ms'));
  print(line('size of that answer, compressed', kilobytes, 'kB', '(aim: at most 300)'));
  print(line('memory 20 s after the start', soon, 'MB'));
  print(line('idle memory, after three minutes', idle, 'MB', '(aim: under 120)'));
}

async function saveSettings({ url }: Serving): Promise<void> {
  const body = JSON.stringify({ settings: hostSettings, version: null });
  const { status } = await send(url, '/api/logwave/settings', { method: 'PUT', body });
  if (status !== 200) throw new Error(`the bench's settings were answered with ${status}`);
}

/**
 * Measures the standalone host in a process of its own: the answer with every series of a day, its
 * size, and the memory of a host that does nothing.
 *
 * @param print takes one line at a time
 */
export async function benchHost(client: Client, print: Print): Promise<void> {
  const { signal } = new AbortController();
  await storeBenchDay(client, signal);
  const timed = await startTimedElasticsearch(addressOf(client));
  try {
    // The page is built by the first start: what is measured has only to read it.
    const first = await startServing(timed.url);
    await saveSettings(first);
    await first.stop();
    const serving = await startServing(timed.url);
    await measure(serving, timed, print);
    await serving.stop();
  } finally {
    await timed.close();
    await client.indices.delete({ index: SETTINGS_INDEX, ignore_unavailable: true });
  }
}
