import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from '@elastic/elasticsearch';
import { ingestFiles } from '../../standalone/ingest';
import { createLocalClock } from '../../standalone/ingest/parsing/local_to_utc';
import { listLogFiles } from '../../standalone/ingest/reading/list_log_files';
import { readDocuments, type ReadOptions } from '../../standalone/ingest/reading/read_documents';
import { createBulkWriter, MAX_IN_FLIGHT } from '../../standalone/ingest/writing/bulk_writer';
import { createSendBulk, type ItemAnswer } from '../../standalone/ingest/writing/send_bulk';
import { provideEarlierBuild } from './earlier/earlier_build';
import { syslogLines } from './ingest_lines';

type Print = (line: string) => void;
type Ingest = (file: string) => Promise<number>;

const EARLIER = 'aac05a3';
const ROUNDS = 4;
/** They compile what runs often, here and in Elasticsearch. */
const WARM_UP = 1;
/** So many that what each ingestion additionally asks and refreshes is small. */
const LINES = 150_000;
const LARGE = 4;
const SHARE_AIM = 0.8;
const MEMORY_SAMPLE_MS = 50;
const LINE_FEED = 0x0a;
const CREATED: ItemAnswer = { status: 201, reason: undefined };
const signal = new AbortController().signal;
const now = new Date('2026-11-28T12:00:00Z');

async function writeLines(file: string, count: number): Promise<void> {
  await pipeline(Readable.from(syslogLines(count)), createWriteStream(file));
}

/** How many documents the lines of a bulk request have: two lines each. */
function documentsIn(request: Buffer): number {
  let lines = 0;
  for (let at = request.indexOf(LINE_FEED); at !== -1; at = request.indexOf(LINE_FEED, at + 1)) {
    lines += 1;
  }
  return lines / 2;
}

/**
 * The bulk requests of a file, as their bytes: no garbage collection walks through them while
 * others are measured.
 */
async function requestsOf(path: string): Promise<Buffer[]> {
  const { files } = await listLogFiles([path], signal);
  const requests: Buffer[] = [];
  const writer = createBulkWriter(
    {
      send: (lines) => {
        // Its room is used again.
        requests.push(Buffer.from(lines));
        const items = Array.from({ length: documentsIn(lines) }, () => CREATED);
        return Promise.resolve({ kind: 'items', items });
      },
      refuse: () => Promise.resolve(),
      diskShortage: () => Promise.resolve(undefined),
    },
    signal,
  );
  const options: ReadOptions = {
    type: 'auto',
    host: hostname(),
    localToUtc: createLocalClock('UTC'),
    year: undefined,
    now: now.getTime(),
    onBytes: () => undefined,
    onLines: () => undefined,
  };
  for (const file of files) {
    for await (const documents of readDocuments(file, options, signal)) {
      for (const { id, document, index } of documents) writer.add(id, document, index);
      await writer.ready();
    }
  }
  await writer.finish();
  return requests;
}

async function clear(client: Client): Promise<void> {
  const found = await client.indices.get({ index: 'logstash-*', allow_no_indices: true });
  const names = Object.keys(found);
  if (names.length > 0) await client.indices.delete({ index: names });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const isCreated = ({ status }: ItemAnswer): boolean => status === CREATED.status;
const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

function createIngest(client: Client, build: typeof ingestFiles, folder: string): Ingest {
  const rejectedFile = join(folder, 'refused.ndjson');
  return async (file) => {
    const options = {
      client,
      inputs: [file],
      type: 'auto',
      zone: 'UTC',
      now,
      rejectedFile,
    } as const;
    return (await build(options, signal)).created;
  };
}

/**
 * The same requests from memory, byte for byte, by the same sender and with the same answers, as
 * many of them in flight as ingest has.
 */
function createBareLoop(client: Client, requests: readonly Buffer[]): Ingest {
  const send = createSendBulk(client);
  return async () => {
    let created = 0;
    const left = requests.values();
    const sendAll = async (): Promise<void> => {
      for (const lines of left) {
        const answer = await send(lines, signal);
        const isWhole = answer.kind === 'items' && answer.items.every(isCreated);
        if (!isWhole) throw new Error('the bare loop was not taken as a whole');
        created += answer.items.length;
      }
    };
    await Promise.all(Array.from({ length: MAX_IN_FLIGHT }, sendAll));
    return created;
  };
}

/** The most memory, in MB, that this process had while it worked. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const sample = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const timer = setInterval(sample, MEMORY_SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  sample();
  return most / 1e6;
}

/**
 * Ingests lines of syslog by this build, by an earlier one, and by a loop that sends the same bulk
 * requests from memory, in turns, and measures whether memory grows with the file.
 */
export async function benchIngest(client: Client, print: Print): Promise<void> {
  const earlierFolder = await provideEarlierBuild(EARLIER, print);
  const load = createRequire(__filename);
  const earlier = load(join(earlierFolder, 'standalone/ingest/ingest_files.ts')) as {
    readonly ingestFiles: typeof ingestFiles;
  };
  const folder = await mkdtemp(join(tmpdir(), 'logwave-bench-ingest-'));
  try {
    const [file, large] = [join(folder, 'syslog'), join(folder, 'large')];
    await writeLines(file, LINES);
    await writeLines(large, LINES * LARGE);
    const ways: readonly (readonly [string, Ingest])[] = [
      ['a bare loop from memory', createBareLoop(client, await requestsOf(file))],
      ['this build', createIngest(client, ingestFiles, folder)],
      [`commit ${EARLIER}`, createIngest(client, earlier.ingestFiles, folder)],
    ];
    const seconds = new Map(ways.map(([name]) => [name, [] as number[]]));
    for (let round = 1 - WARM_UP; round <= ROUNDS; round += 1) {
      // Each begins in turn: what one leaves for the cluster to merge slows the next.
      const first = (round + WARM_UP) % ways.length;
      for (const [name, ingest] of [...ways.slice(first), ...ways.slice(0, first)]) {
        await clear(client);
        const began = performance.now();
        const created = await ingest(file);
        if (round > 0) seconds.get(name)?.push((performance.now() - began) / 1000);
        if (created !== LINES) throw new Error(`${name} wrote ${created} of ${LINES} documents`);
      }
    }
    const rates = ways.map(([name]) => LINES / median(seconds.get(name) ?? []));
    print(`Ingesting ${whole(LINES)} lines of syslog, ${ROUNDS} rounds, median:`);
    ways.forEach(([name], at) =>
      print(`  ${name.padEnd(26)} ${whole(rates[at] ?? NaN)} documents/s`),
    );
    const [bare = NaN, present = NaN, before = NaN] = rates;
    print(`  of the bare loop: ${(present / bare).toFixed(2)} (aim: at least ${SHARE_AIM})`);
    print(`  of ${EARLIER}: ${(present / before).toFixed(2)} (aim: at least 1)`);
    const ingest = createIngest(client, ingestFiles, folder);
    await clear(client);
    const small = await peakOf(() => ingest(file));
    await clear(client);
    const most = await peakOf(() => ingest(large));
    print(`  memory: ${whole(small)} MB, and ${whole(most)} MB for a file ${LARGE} times as large`);
    print('  (aim: the same)\n');
  } finally {
    await clear(client);
    await rm(folder, { recursive: true, force: true });
  }
}
