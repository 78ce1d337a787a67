import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { acquireElasticsearch } from '../../standalone/elasticsearch';
import { endWithReader } from '../../standalone/cli/basics/output';
import { benchBacktest } from './backtest';
import { benchCounting, benchMemoryAlone } from './counting';
import { benchDetection } from './detection_speed';
import { benchEarlier } from './earlier/bench_earlier';
import { benchFirstDays } from './first_days';
import { benchFirstMinute } from './first_minute';
import { benchFirstRun } from './first_run';
import { benchHost } from './host';
import { benchIngest } from './ingest';
import { benchJudging } from './judging';
import { benchLook } from './look';
import { benchPage } from './page';
import { benchReport } from './report';
import { benchSampleDays } from './sample_days';
import { benchSilenceLook } from './silence_look';
import { benchSilence } from './silence_speed';
import { benchTagging } from './tagging';

const REQUEST_TIMEOUT_MS = 120_000;

type Print = (line: string) => void;

/** Something that is measured, with or without an Elasticsearch. */
type Part =
  | {
      readonly elasticsearch: false;
      readonly run: (print: Print, files: readonly string[]) => void | Promise<void>;
    }
  | {
      readonly elasticsearch: true;
      readonly run: (client: Client, print: Print) => Promise<void>;
    };

const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['detection', { elasticsearch: false, run: benchDetection }],
  ['first-days', { elasticsearch: false, run: benchFirstDays }],
  ['sample-days', { elasticsearch: false, run: benchSampleDays }],
  ['silence', { elasticsearch: false, run: benchSilence }],
  ['earlier', { elasticsearch: false, run: benchEarlier }],
  ['backtest', { elasticsearch: false, run: (to) => benchBacktest(to) }],
  ['page', { elasticsearch: false, run: benchPage }],
  ['first-minute', { elasticsearch: false, run: benchFirstMinute }],
  ['counting', { elasticsearch: true, run: benchCounting }],
  ['memory', { elasticsearch: true, run: benchMemoryAlone }],
  ['first-run', { elasticsearch: true, run: benchFirstRun }],
  ['ingest', { elasticsearch: true, run: benchIngest }],
  ['tagging', { elasticsearch: true, run: benchTagging }],
  ['silence-look', { elasticsearch: true, run: benchSilenceLook }],
  ['judging', { elasticsearch: true, run: benchJudging }],
  ['report', { elasticsearch: true, run: benchReport }],
  ['host', { elasticsearch: true, run: benchHost }],
  ['look', { elasticsearch: true, run: benchLook }],
]);

const print: Print = (line) => void process.stdout.write(`${line}\n`);
const say: Print = (line) => void process.stderr.write(`${line}\n`);

/** Starts an Elasticsearch of its own, so that earlier data is not measured, and removes it. */
async function withFreshElasticsearch(work: (client: Client) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'logwave-bench-'));
  try {
    const { url, release } = await acquireElasticsearch({ dataDir, say });
    const client = new Client({ node: url, requestTimeout: REQUEST_TIMEOUT_MS });
    try {
      await work(client);
    } finally {
      await client.close();
      await release();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function runParts(names: readonly string[], files: readonly string[]): Promise<void> {
  const parts = names.flatMap((name) => PARTS.get(name) ?? []);
  print(`Node ${process.versions.node}, ${availableParallelism()} cores, ${names.join(', ')}\n`);
  for (const part of parts) if (!part.elasticsearch) await part.run(print, files);
  const onElasticsearch = parts.filter((part) => part.elasticsearch);
  if (onElasticsearch.length === 0) return;
  await withFreshElasticsearch(async (client) => {
    for (const part of onElasticsearch) await part.run(client, print);
  });
}

const isFile = (name: string): boolean => /\.(ndjson|gz)$/.test(name);

/**
 * `npm run bench -- [NAME…] [CASES… LABELS…]`: measures all parts, or those named, and prints the
 * aims beside. An earlier build is compared over the labeled cases of the files, if any are named.
 */
async function main(args: readonly string[]): Promise<void> {
  const files = args.filter(isFile);
  const names = args.filter((name) => !isFile(name));
  const unknown = names.find((name) => !PARTS.has(name));
  if (unknown !== undefined) {
    say(`"${unknown}" is not measured here: name some of ${[...PARTS.keys()].join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  // Counting measures memory as well.
  const all = [...PARTS.keys()].filter((name) => name !== 'memory');
  await runParts(names.length === 0 ? all : names, files);
}

endWithReader();
void main(process.argv.slice(2));
