import { deflateSync, inflateSync } from 'node:zlib';
import { readChunks, writeChunks } from './png_chunks';
import { smallPng } from './small_png';

const END = { type: 'IEND', data: Buffer.alloc(0) };

function pngOf(width: number, lines: readonly (readonly number[])[], kind = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(lines.length, 4);
  header.set([8, kind], 8);
  const data = deflateSync(Buffer.from(lines.flat()));
  return writeChunks([{ type: 'IHDR', data: header }, { type: 'IDAT', data }, END]);
}

/** The pixels of a small picture, as RRGGBB. */
function colorsOf(png: Buffer): string[] {
  const chunks = new Map(readChunks(png).map(({ type, data }) => [type, data]));
  const palette = chunks.get('PLTE')?.toString('hex').match(/.{6}/g) ?? [];
  const width = chunks.get('IHDR')?.readUInt32BE(0) ?? 0;
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return [...lines]
    .filter((_, at) => at % (width + 1) !== 0)
    .map((index) => palette[index] ?? 'none');
}

describe('smallPng', () => {
  it.each([
    ['none', [0, 10, 20, 30, 40, 50, 60]],
    ['left', [1, 10, 20, 30, 30, 30, 30]],
    ['up', [2, 7, 17, 27, 37, 47, 57]],
    ['average', [3, 9, 19, 29, 34, 39, 44]],
    ['Paeth', [4, 7, 17, 27, 30, 30, 30]],
  ])('reads lines that were written with the filter "%s"', (_, line) => {
    const png = pngOf(2, [[0, 3, 3, 3, 3, 3, 3], line]);
    expect(colorsOf(smallPng(png))).toEqual(['030303', '030303', '0a141e', '28323c']);
  });

  it('keeps frequent colors, and takes the nearest for the others', () => {
    const grays = Array.from({ length: 256 }, (_, gray) => Array<number>(6).fill(gray)).flat();
    const png = pngOf(513, [[0, ...grays, 200, 200, 201]]);
    const colors = colorsOf(smallPng(png));
    expect(colors.slice(0, 4)).toEqual(['000000', '000000', '010101', '010101']);
    expect(colors[512]).toBe('c8c8c8');
  });

  it('keeps a rare color that is like no other', () => {
    const grays = Array.from({ length: 256 }, (_, gray) => Array<number>(6).fill(gray)).flat();
    const png = pngOf(513, [[0, ...grays, 188, 30, 112]]);
    expect(colorsOf(smallPng(png))[512]).toBe('bc1e70');
  });

  it('has check sums that others find right', () => {
    // The end of every PNG file, as the standard has it.
    expect(writeChunks([END]).subarray(8).toString('hex')).toBe('0000000049454e44ae426082');
  });

  it('refuses what is not a picture, and pictures of another kind', () => {
    expect(() => smallPng(Buffer.from('GIF89a'))).toThrow('this is not a PNG');
    expect(() => smallPng(pngOf(1, [[0, 1]], 0))).toThrow(/only plain pictures/);
  });
});
