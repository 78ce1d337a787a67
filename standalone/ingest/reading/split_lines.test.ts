import fc from 'fast-check';
import { createLineSplitter, type Line } from './split_lines';

function split(chunks: readonly Buffer[], maxBytes?: number): Line[] {
  const splitter = createLineSplitter(undefined, maxBytes);
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
}
const texts = (chunks: readonly string[], maxBytes?: number): string[] =>
  split(
    chunks.map((chunk) => Buffer.from(chunk)),
    maxBytes,
  ).map(({ text }) => text);

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  let start = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(start, start + size));
    start += size;
  }
  return [...chunks, bytes.subarray(start)];
}

describe('createLineSplitter', () => {
  it('gives lines without their line breaks, of either kind', () => {
    expect(texts(['one\ntwo\r\n\nthree'])).toEqual(['one', 'two', '', 'three']);
    expect(texts(['one\n'])).toEqual(['one']);
    expect(texts([''])).toEqual([]);
  });

  it('joins what chunks cut', () => {
    expect(texts(['on', 'e\ntw', 'o'])).toEqual(['one', 'two']);
  });

  it('leaves out a byte order mark at the beginning', () => {
    expect(texts(['\uFEFFone\n\uFEFFtwo'])).toEqual(['one', '\uFEFFtwo']);
  });

  it('gives a line that is too long in pieces, never cut within a character', () => {
    const lines = split([Buffer.from('abc€€€\nshort\n')], 5);
    expect(lines).toEqual([
      { text: 'abc', split: true },
      { text: '€', split: true },
      { text: '€', split: true },
      { text: '€', split: true },
      { text: 'short', split: false },
    ]);
  });

  it('keeps a line of 1 MB in one piece', () => {
    const [line] = split([Buffer.alloc(1_000_000, 'x'), Buffer.from('\n')]);
    expect(line).toEqual({ text: 'x'.repeat(1_000_000), split: false });
  });

  it('gives the same lines whatever the chunks', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 10 }),
        fc.integer({ min: 4, max: 300 }),
        (bytes, sizes, maxBytes) => {
          const whole = Buffer.from(bytes.map((byte) => (byte % 7 === 0 ? 10 : byte)));
          expect(split(cut(whole, sizes), maxBytes)).toEqual(split([whole], maxBytes));
        },
      ),
    );
  });

  it('loses no byte', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 100 }),
        fc.integer({ min: 4, max: 50 }),
        (text, maxBytes) => {
          const line = text.replace(/[\r\n\uFEFF]/g, '');
          expect(texts([line], maxBytes).join('')).toBe(Buffer.from(line).toString());
        },
      ),
    );
  });
});
