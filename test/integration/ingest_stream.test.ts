import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ingestRunner } from '../fixtures/ingest_runner';
import { runProgramOf } from '../fixtures/run_command';
import { testUrl } from '../fixtures/test_cluster';

/** A busy machine is slow; no test is about time. */
jest.setTimeout(180_000);

const YEAR = 1988;
const runner = ingestRunner(YEAR);
beforeAll(runner.start);
afterAll(runner.stop);

const PROJECT = resolve(__dirname, '../..');
const LINES_A_CHUNK = 100;
/** A heap that a file read whole would burst. */
const HEAP_MB = 64;

const line = (index: number): string =>
  `Apr  1 15:${String(index % 60).padStart(2, '0')}:00 web1 app: ${index} ${'x'.repeat(2000)}\n`;

function* linesOf(count: number): Generator<Buffer> {
  for (let from = 0; from < count; from += LINES_A_CHUNK) {
    yield Buffer.from(Array.from({ length: LINES_A_CHUNK }, (_, i) => line(from + i)).join(''));
  }
}

interface Taken {
  readonly documents: number;
  readonly letters: number;
  readonly kilobytes: number;
}

/** Reads so many lines of two kilobytes, gzipped, in a process with little memory. */
async function readIn(lines: number): Promise<Taken> {
  const script = resolve(PROJECT, 'test/fixtures/read_documents_child.ts');
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, '--require', 'tsx/cjs', script],
    { cwd: PROJECT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  const closed = once(child, 'close');
  await pipeline(Readable.from(linesOf(lines)), createGzip({ level: 1 }), child.stdin);
  expect(await closed).toEqual([0, null]);
  return JSON.parse(out) as Taken;
}

describe('reading a log as a stream', () => {
  it('takes the same memory for twenty times as much', async () => {
    const small = await readIn(5_000);
    const large = await readIn(100_000);
    expect([small.documents, large.documents]).toEqual([5_000, 100_000]);
    expect(large.letters).toBeGreaterThan(200_000_000);
    expect(large.kilobytes - small.kilobytes).toBeLessThan(60_000);
  });
});

describe('logwave ingest -', () => {
  it('reads standard input, in a process of its own', async () => {
    const args = ['bin/logwave', 'ingest', '-', '--zone', 'UTC', '--year', String(YEAR), '--es'];
    const text = 'Apr  1 10:00:00 web1 app: piped\nApr  1 10:00:01 web1 app: piped\n';
    const { code, out, err } = await runProgramOf([...args, testUrl], text);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('2 documents: 2 created, 0 already there.');
    expect(out).toMatch(/Next: bin\/logwave analyze --day 1988-04-01.* --es http/);
    expect((await runner.documents(YEAR)).map(({ path, message }) => [path, message])).toEqual([
      ['-', 'Apr  1 10:00:00 web1 app: piped'],
      ['-', 'Apr  1 10:00:01 web1 app: piped'],
    ]);
  });

  it('exits with 2 where it is used wrongly, and with 1 where a file is not there', async () => {
    const ended = await Promise.all([
      runProgramOf(['bin/logwave', 'ingest', 'x', '--year', 'MMXV']),
      runProgramOf(['bin/logwave', 'ingest', '/no/such/file', '--es', testUrl]),
      runProgramOf(['bin/logwave', 'ingest', '/no/such/file', '--es', 'http://127.0.0.1:1']),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([2, 1, 1]);
    expect(ended[1]?.err).toContain('/no/such/file: there is no such file or folder');
    expect(ended[2]?.err).toMatch(/^logwave: no connection to Elasticsearch/);
  });
});
