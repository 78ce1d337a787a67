import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { describeError } from '../../server/wiring/describe_error';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerUntag } from '../../standalone/cli/commands/untag';
import { registerIngest } from '../../standalone/cli/commands/ingest';
import type { RefusedDocument } from '../../standalone/ingest/writing/refused_file';
import type { IngestSummary } from '../../standalone/ingest/ingest_summary';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import { testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { startServing } from '../fixtures/start_serving';

// An Elasticsearch of its own is started: settings of the cluster would disturb other suites.
jest.setTimeout(180_000);

const NO_ROOM = /Elasticsearch has no room for the index "\S+": its disk has \S+ free/;
const startFolder = process.cwd();
const LINES = ['2026-03-02', '2026-03-03'].map(
  (day) => `<38>1 ${day}T10:00:00Z web1 sshd 12 - - session opened`,
);

let data: string;
let folder: TestFolder;
let elasticsearch: AcquiredElasticsearch;
let client: Client;

/** No disk has as much free space, and more is not taken for a setting. */
const FULL = { low: '7pb', high: '7pb', flood_stage: '500mb' };
const AS_BEFORE = { low: null, high: null, flood_stage: null };

async function setWatermarks(marks: Readonly<Record<string, string | null>>): Promise<void> {
  const transient = Object.fromEntries(
    Object.entries(marks).map(([name, size]) => [
      `cluster.routing.allocation.disk.watermark.${name}`,
      size,
    ]),
  );
  await client.cluster.putSettings({ transient });
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'logwave-full-'));
  elasticsearch = await acquireElasticsearch({ dataDir: data });
  client = new Client({ node: elasticsearch.url });
  folder = await testFolder();
  await folder.write('syslog', `${LINES.join('\n')}\n`);
  process.chdir(folder.path('.'));
});
afterAll(async () => {
  process.chdir(startFolder);
  await client.close();
  await elasticsearch.release();
  await folder.remove();
  await rm(data, { recursive: true, force: true });
});

interface Failure extends Error {
  readonly said: Said;
}

async function failureOf(command: Promise<Said>): Promise<Failure> {
  try {
    await command;
  } catch (error) {
    if (error instanceof Error && 'said' in error) return error as Failure;
    throw error;
  }
  throw new Error('the command did not fail');
}

const ingest = () =>
  runInProcess(registerIngest, ['ingest', folder.path('syslog'), '--data', data, '--json']);
const analyze = () =>
  runInProcess(registerAnalyze, [
    'analyze',
    '--day',
    '2026-03-03',
    '--zone',
    'UTC',
    '--data',
    data,
  ]);

async function refusedIn(summary: IngestSummary): Promise<RefusedDocument[]> {
  const text = await readFile(summary.refused_file ?? '', 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RefusedDocument);
}

describe('where the disk has no room for a new index', () => {
  beforeAll(async () => {
    await setWatermarks(FULL);
    // A bulk request would make them as well, and wait half a minute for their shards.
    const settings = { number_of_replicas: 0 };
    for (const index of ['logstash-2026.03.02', 'logstash-2026.03.03']) {
      await client.indices.create({ index, settings, wait_for_active_shards: 0 });
    }
  });
  afterAll(() => setWatermarks(AS_BEFORE));

  it('ingest stops, says why, and names the file of what was refused', async () => {
    const failure = await failureOf(ingest());
    const summary = JSON.parse(failure.said.out) as IngestSummary;
    expect(summary).toMatchObject({ documents: 2, created: 0, refused: 2 });
    expect(failure.message).toMatch(NO_ROOM);
    expect(failure.said.err).toMatch(NO_ROOM);
    expect(failure.message).toContain(
      `The documents that it did not accept are in ${summary.refused_file ?? '?'}.`,
    );
    expect(failure.message).toMatch(/Free some space on that disk, then run the same command/);
    const refused = await refusedIn(summary);
    expect(refused.map(({ document }) => document.message).sort()).toEqual(LINES);
    expect(refused[0]?.reason).toMatch(NO_ROOM);
  });

  it('analyze stops and says why', async () => {
    const failure = await failureOf(analyze());
    expect(failure.said.err).toMatch(NO_ROOM);
    expect(failure.message).toBe(
      'stopped: free some space on that disk, then run the same command again',
    );
  });

  it('the host says so', async () => {
    const serving = await startServing(elasticsearch.url);
    const sentence =
      /Warning: Elasticsearch has no room for the index .*No day can be analyzed until there is more space\./;
    while (!sentence.test(serving.said())) await new Promise((done) => setTimeout(done, 100));
    expect(await serving.stop()).toBe(0);
  });

  it('another command that starts says so at once, and continues', async () => {
    const said: string[] = [];
    const second = await acquireElasticsearch({ dataDir: data, say: (line) => said.push(line) });
    await second.release();
    expect(said.join('\n')).toMatch(NO_ROOM);
  });
});

describe('if there is room again', () => {
  it('the same commands come to their end', async () => {
    const summary = JSON.parse((await ingest()).out) as IngestSummary;
    expect(summary).toMatchObject({ created: 2, refused: 0, refused_file: null, stopped: null });
    expect((await analyze()).out).toContain('2026-03-03, UTC: 1 event');
  });
});

describe('where Elasticsearch has made an index read-only', () => {
  beforeAll(async () => {
    // Elasticsearch does so itself, but only half a minute later; else it would take it back.
    await setWatermarks({ ...FULL, flood_stage: '7pb' });
    const settings = { 'index.blocks.read_only_allow_delete': true };
    await client.indices.putSettings({ index: 'logstash-*,logwave-*', settings });
  });

  it('ingest and analyze stop and say why', async () => {
    await folder.write('syslog', `${LINES[0]?.replace('10:00', '11:00') ?? ''}\n`);
    const ingesting = await failureOf(ingest());
    expect(ingesting.message).toMatch(/^Elasticsearch has made the index "logstash-\S+" read-only/);
    expect(JSON.parse(ingesting.said.out)).toMatchObject({ refused: 1 });
    const analyzing = await failureOf(analyze());
    expect(analyzing.said.err).toMatch(/Elasticsearch has made the index "logwave-\S+" read-only/);
  });

  it('untag says why, and what to do', async () => {
    const untagging = await runInProcess(registerUntag, [
      'untag',
      '--day',
      '2026-03-03',
      '--data',
      data,
    ]).catch((error: unknown) => error);
    expect(describeError(untagging)).toBe(
      'Elasticsearch has made the index "logwave-journal" read-only, as it does when its disk is nearly full: free some space on that disk, then try again',
    );
  });
});
