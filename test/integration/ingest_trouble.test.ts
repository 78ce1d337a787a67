import { randomBytes, randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CommanderError } from 'commander';
import type { IngestSummary } from '../../standalone/ingest/ingest_summary';
import { ingestFiles } from '../../standalone/ingest/ingest_files';
import type { RefusedDocument } from '../../standalone/ingest/writing/refused_file';
import type { Said } from '../fixtures/command_in_process';
import { ingestRunner } from '../fixtures/ingest_runner';
import { testClient } from '../fixtures/test_cluster';

const YEAR = 1971;
const runner = ingestRunner(YEAR, YEAR + 1);
const { client, documents, ingest, write } = runner;
const options = ['--zone', 'UTC', '--year', String(YEAR), '--json'];
const startFolder = process.cwd();

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

beforeAll(runner.start);
afterAll(async () => {
  process.chdir(startFolder);
  await runner.stop();
});

interface Failure {
  readonly message: string;
  readonly said: Said;
  readonly exitCode: number;
}

/** What a command that must fail throws. */
async function failureOf(...args: readonly string[]): Promise<Failure> {
  try {
    await ingest(...args);
  } catch (error) {
    if (error instanceof Error && 'said' in error) return error as unknown as Failure;
    throw error;
  }
  throw new Error('the command did not fail');
}

const summaryIn = ({ said }: Failure): IngestSummary => JSON.parse(said.out) as IngestSummary;
const line = (index: number): string =>
  `Mar  1 10:00:00 web1 app: number ${index} ${randomBytes(20).toString('hex')}\n`;
const many = (count: number): string => Array.from({ length: count }, (_, i) => line(i)).join('');

describe('a file that cannot be read', () => {
  it('is named, fails the command, and does not keep the others from being read', async () => {
    const good = await write('good.log', 'Apr  1 10:00:00 web1 app: good\n');
    const failure = await failureOf('/no/such/file.log', good, ...options);
    expect(failure).toMatchObject({ exitCode: 1 });
    expect(failure.message).toBe(
      '1 file could not be read completely; everything else was ingested',
    );
    expect(failure.said.err).toBe('logwave: /no/such/file.log: there is no such file or folder\n');
    expect(summaryIn(failure)).toMatchObject({ files: 1, created: 1 });
  });

  it('that is binary is refused with the way out, whatever its name says', async () => {
    const file = await write('binary.log', randomBytes(50_000));
    const failure = await failureOf(file, ...options);
    expect(failure.said.err).toContain(`${file}: it is a binary file, not a log: unpack it first`);
    expect(summaryIn(failure)).toMatchObject({ documents: 0, created: 0 });
  });

  it('that is a gzip file cut off is read up to there', async () => {
    const whole = gzipSync(many(2000));
    const file = await write('cut.gz', whole.subarray(0, whole.length / 2));
    const failure = await failureOf(file, ...options);
    const { created, parse_failures: odd } = summaryIn(failure);
    expect(failure.said.err).toContain('cut.gz: the gzip file ends early; its whole lines before');
    expect(created).toBeGreaterThan(500);
    expect(created).toBeLessThan(2000);
    expect(odd).toBe(0);
  });

  it('that is a gzip file damaged in its middle is read up to there', async () => {
    const damaged = Buffer.from(gzipSync(many(2000)));
    randomFillSync(damaged, damaged.length / 2, 16);
    const failure = await failureOf(await write('damaged.gz', damaged), ...options);
    expect(failure.said.err).toContain('the gzip file is damaged; its whole lines before');
    expect(summaryIn(failure).created).toBeGreaterThan(500);
  });

  it('and an empty one do not disturb each other', async () => {
    const summary = JSON.parse(
      (await ingest(await write('empty.log', ''), ...options)).out,
    ) as object;
    expect(summary).toMatchObject({ files: 1, documents: 0, first_day: null, errors: [] });
  });
});

describe('documents that Elasticsearch refuses', () => {
  it('are in a file that the summary names, and fail the command', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'logwave-refused-'));
    process.chdir(folder);
    await client.indices.create({
      index: 'logstash-1972.05.01',
      mappings: { dynamic: 'strict', properties: { host: { type: 'ip' } } },
      settings: { number_of_replicas: 0 },
    });
    const file = await write(
      'strict.log',
      'May  1 10:00:00 web1 a: b\nMay  2 10:00:00 web1 a: b\n',
    );
    const failure = await failureOf(file, '--zone', 'UTC', '--year', '1972', '--json');
    const summary = summaryIn(failure);
    expect(failure).toMatchObject({
      exitCode: 1,
      message: '1 document refused; everything else was ingested',
    });
    expect(summary).toMatchObject({ documents: 2, created: 1, refused: 1 });
    expect(summary.refused_file).toMatch(/logwave-refused-\d{8}-\d{6}\.ndjson$/);
    const kept = (await readFile(summary.refused_file ?? '', 'utf8')).trimEnd().split('\n');
    expect(kept.map((entry) => JSON.parse(entry) as RefusedDocument)).toEqual([
      expect.objectContaining({
        index: 'logstash-1972.05.01',
        status: 400,
        reason: expect.stringContaining('failed to parse field [host]') as string,
        document: expect.objectContaining({ message: 'May  1 10:00:00 web1 a: b' }) as object,
      }),
    ]);
    process.chdir(startFolder);
    await rm(folder, { recursive: true });
  });

  it('end the ingestion in a sentence where the disk of their file is full', async () => {
    const file = await write('strict_again.log', 'May  1 11:00:00 web1 a: b\n');
    const parts = { inputs: [file], type: 'auto', zone: 'UTC', year: 1972 } as const;
    const rejectedFile = '/dev/full';
    const request = { ...parts, client, now: new Date(), rejectedFile };
    await expect(ingestFiles(request, new AbortController().signal)).rejects.toMatchObject({
      name: 'RefusedFileError',
      message: expect.stringContaining('there is no space left on its disk') as string,
    });
  });
});

describe('wrong usage', () => {
  it.each([
    [['x.log', '--year', '205'], 'It must be a year from 1970 to 9999.'],
    [['x.log', '--year', '1969'], 'It must be a year from 1970 to 9999.'],
    [['x.log', '--zone', 'Europe/Wien'], 'It must be an IANA time zone such as Europe/Vienna.'],
    [['x.log', '--type', 'csv'], 'Allowed choices are auto, syslog, ossec, suricata, postfix.'],
    [[], "missing required argument 'files'"],
  ])('ingest %j is refused before anything is read', async (args, words) => {
    const failing = ingest(...args);
    await expect(failing).rejects.toBeInstanceOf(CommanderError);
    await expect(failing).rejects.toMatchObject({
      message: expect.stringContaining(words) as string,
    });
  });

  it('an invalid address is reported in a sentence', async () => {
    const file = await write('x.log', '');
    await expect(ingest(file, '--es', 'nowhere')).rejects.toMatchObject({
      exitCode: 2,
      message: '"nowhere" is not an address: write it as http://host:9200',
    });
  });
});

describe('an ingestion that is stopped', () => {
  it('ends with the reason, and what is missing comes with the next one', async () => {
    const file = await write('stopped.log', many(20_000));
    const controller = new AbortController();
    const own = testClient();
    await mkdir(runner.folder(), { recursive: true });
    const request = {
      client: own,
      inputs: [file],
      type: 'auto',
      zone: 'UTC',
      year: YEAR,
      now: new Date(),
      rejectedFile: join(runner.folder(), 'refused.ndjson'),
    } as const;
    const reason = new Error('stopped');
    const stopping = ingestFiles(
      { ...request, onProgress: ({ documents: made }) => made > 8000 && controller.abort(reason) },
      controller.signal,
    );
    await expect(stopping).rejects.toBe(reason);
    const { created, already_there: there } = await ingestFiles(
      request,
      new AbortController().signal,
    );
    expect(created + there).toBe(20_000);
    expect(created).toBeGreaterThan(5000);
    await own.close();
    expect((await documents(YEAR)).length).toBe(10_000);
    const { count } = await client.count({
      index: 'logstash-1971.03.01',
      query: { term: { path: file } },
    });
    expect(count).toBe(20_000);
  });
});
