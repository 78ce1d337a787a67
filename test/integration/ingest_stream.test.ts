import { createWriteStream } from 'node:fs';
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
  /** The most memory of the process until then. */
  readonly kilobytes: number;
}

/** Writes so many lines of two kilobytes, gzipped. */
async function writeLines(name: string, lines: number): Promise<string> {
  const path = await runner.write(name, '');
  const packed = createGzip({ level: 1 });
  await pipeline(Readable.from(linesOf(lines)), packed, createWriteStream(path));
  return path;
}

/** Reads files one after the other, in a process of its own that has little memory. */
async function readIn(...files: readonly string[]): Promise<readonly Taken[]> {
  const script = resolve(PROJECT, 'test/fixtures/read_documents_child.ts');
  const memory = `--max-old-space-size=${HEAP_MB}`;
  const { code, out, err } = await runProgramOf([memory, '--require', 'tsx/cjs', script, ...files]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Taken[];
}

describe('reading a log as a stream', () => {
  it('takes the same memory for twenty times as much', async () => {
    const files = [await writeLines('small.gz', 2_000), await writeLines('large.gz', 40_000)];
    const [small, large] = await readIn(...files);
    expect([small?.documents, large?.documents]).toEqual([2_000, 40_000]);
    expect(large?.letters).toBeGreaterThan(80_000_000);
    expect((large?.kilobytes ?? NaN) - (small?.kilobytes ?? NaN)).toBeLessThan(40_000);
  });
});

describe('logwave ingest -', () => {
  it('reads standard input, in a separate process', async () => {
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
});
