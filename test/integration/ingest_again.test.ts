import { utimes } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { ingestRunner } from '../fixtures/ingest_runner';

const YEAR = 1981;
const runner = ingestRunner(YEAR, YEAR + 2, YEAR + 4);
const { documents, summaryOf, write } = runner;
const options = ['--zone', 'UTC', '--year', String(YEAR)];

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

beforeAll(runner.start);
afterAll(runner.stop);

const two = (number: number): string => String(number).padStart(2, '0');
const line = (second: number, text: string): string =>
  `Mar  1 10:${two(Math.floor(second / 60))}:${two(second % 60)} web1 app: ${text}`;
/** Sixty seconds; of each line two are equal, as programs write them. */
const lines = Array.from({ length: 120 }, (_, index) => line(index >> 1, 'again'));
const text = `${lines.join('\n')}\n`;

describe('a file that is ingested again', () => {
  it('adds nothing, be it gzipped, rotated, or with other line ends', async () => {
    const plain = await write('app.log', text);
    const rotated = await write('old/app.log.1', text);
    const zipped = await write('old/app.log.2.gz', gzipSync(text));
    const dos = await write('dos.log', text.replaceAll('\n', '\r\n'));
    expect(await summaryOf(plain, ...options)).toMatchObject({ created: 120, already_there: 0 });
    for (const file of [plain, rotated, zipped, dos]) {
      const again = await summaryOf(file, ...options);
      expect(again).toMatchObject({ documents: 120, created: 0, already_there: 120, refused: 0 });
    }
    const kept = await documents(YEAR);
    expect(kept).toHaveLength(120);
    expect(new Set(kept.map(({ path }) => path))).toEqual(new Set([plain]));
  });

  it('adds only the lines that have come since', async () => {
    const grown = `${text}${line(60, 'more')}\n${line(60, 'more')}\n`;
    const summary = await summaryOf(await write('app.log', grown), ...options);
    expect(summary).toMatchObject({ documents: 122, created: 2, already_there: 120 });
  });

  it('reads the parts of a gzip file that was appended to', async () => {
    const [first, second] = [gzipSync(`${line(1, 'one')}\n`), gzipSync(`${line(2, 'two')}\n`)];
    const file = await write('appended.gz', Buffer.concat([first, second]));
    expect(await summaryOf(file, ...options)).toMatchObject({ documents: 2, created: 2 });
  });

  it('adds what is missing after a run that was cut off', async () => {
    const half = await write(
      'half.log',
      `${lines.slice(0, 40).join('\n').replaceAll('again', 'cut')}\n`,
    );
    const whole = await write('whole.log', text.replaceAll('again', 'cut'));
    expect(await summaryOf(half, ...options)).toMatchObject({ created: 40 });
    expect(await summaryOf(whole, ...options)).toMatchObject({ created: 80, already_there: 40 });
  });

  it('adds nothing where its own time says another year, as a copy of it does', async () => {
    const text = Array.from(
      { length: 30 },
      (_, i) => `${line(i, 'dated').replace('app', `app[${i}]`)}\n`,
    );
    const [plain, copy] = [
      await write('year.log', text.join('')),
      await write('copy/year.log', text.join('')),
    ];
    const date = (year: number): Date => new Date(`${year}-03-02T00:00:00Z`);
    await utimes(plain, date(YEAR + 4), date(YEAR + 4));
    await utimes(copy, date(YEAR + 2), date(YEAR + 2));
    const first = await summaryOf(plain, copy, '--zone', 'UTC');
    expect(first).toMatchObject({ documents: 60, created: 30, already_there: 30 });
    await utimes(plain, date(YEAR + 2), date(YEAR + 2));
    const again = await summaryOf(plain, '--zone', 'UTC');
    expect(again).toMatchObject({ created: 0, already_there: 30, notes: [] });
    expect(await documents(YEAR + 4)).toHaveLength(30);
    expect(await documents(YEAR + 2)).toHaveLength(0);
  });

  it('has the whole of a line that had no end when it was last read, and not its half', async () => {
    const [half, whole] = [line(3, 'half a li'), line(3, 'half a line that goes on')];
    const before = await summaryOf(
      await write('live.log', `${line(2, 'live')}\n${half}`),
      ...options,
    );
    expect(before).toMatchObject({ created: 2, notes: [] });
    const after = await summaryOf(
      await write('live.log', `${line(2, 'live')}\n${whole}\n`),
      ...options,
    );
    expect(after).toMatchObject({
      created: 1,
      already_there: 1,
      notes: ['1 line had no end when last read. Replaced by the whole line.'],
    });
    const kept = (await documents(YEAR)).map(({ message }) => message);
    expect(kept).toContain(whole);
    expect(kept).not.toContain(half);
  });
});
