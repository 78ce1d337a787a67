import { gzipSync } from 'node:zlib';
import { gunzipChunks } from './gunzip_chunks';

const text = Array.from({ length: 20_000 }, (_, index) => `line ${(index * 7919) % 10_007}`).join(
  '\n',
);
const zipped = gzipSync(text);

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) {
    yield await Promise.resolve(bytes.subarray(start, start + size));
  }
}

/** What was given before the end or the error, and the error's code. */
async function gunzipped(
  bytes: Buffer,
  size = 4096,
): Promise<{ readonly text: string; readonly code: unknown }> {
  const given: Buffer[] = [];
  try {
    for await (const chunk of gunzipChunks(pieces(bytes, size))) given.push(chunk);
    return { text: Buffer.concat(given).toString(), code: undefined };
  } catch (error) {
    const code =
      typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
    return { text: Buffer.concat(given).toString(), code };
  }
}

describe('gunzipChunks', () => {
  it.each([7, 100, 4096, 1e9])(
    'unpacks, whatever the pieces of %d bytes it comes in',
    async (size) => {
      expect(await gunzipped(zipped, size)).toEqual({ text, code: undefined });
    },
  );

  it('unpacks a file of several members', async () => {
    const two = Buffer.concat([zipped, gzipSync('\nmore')]);
    expect(await gunzipped(two)).toEqual({ text: `${text}\nmore`, code: undefined });
  });

  it('gives what stands before a cut', async () => {
    const cut = await gunzipped(zipped.subarray(0, zipped.length - 5000));
    expect(cut.code).toBe('Z_BUF_ERROR');
    expect(cut.text.length).toBeGreaterThan(1000);
    expect(text.startsWith(cut.text)).toBe(true);
  });

  it('ends with an error wherever one byte is damaged', async () => {
    for (let place = 10; place < zipped.length; place += 501) {
      const damaged = Buffer.from(zipped);
      damaged[place] = (damaged[place] ?? 0) ^ 0xff;
      const { code } = await gunzipped(damaged);
      expect(['Z_DATA_ERROR', 'Z_BUF_ERROR']).toContain(code);
    }
  });
});
