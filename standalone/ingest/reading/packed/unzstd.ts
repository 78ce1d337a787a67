import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import { throughZlib } from './through_zlib';

/** A block has at least 4 bytes and at most 128 kB, so this slice cannot fill the memory. */
const SLICE_BYTES = 4 * 1024;
/** Of Node, and of the library. */
const CUT_CODES: readonly unknown[] = ['Z_BUF_ERROR', 5];

/** Newer versions of Node have zstd themselves. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform };

/** Whether an error of Node, or of the library, means that the file is cut off. */
export function isZstdCut(error: unknown): boolean | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return CUT_CODES.includes(error.code);
}

/** Decompresses by a library, one or several frames; slower than Node itself. */
export async function* unzstdByLibrary(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let made: Buffer[] = [];
  const decompress = new Decompress((bytes) => void made.push(Buffer.from(bytes)));
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
      decompress.push(chunk.subarray(start, start + SLICE_BYTES), false);
      const taken = made;
      made = [];
      yield* taken;
    }
  }
  decompress.push(new Uint8Array(0), true);
  yield* made;
}

/** Decompresses zstd, one or several frames, with Node if possible. */
export function unzstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (createZstdDecompress === undefined) return unzstdByLibrary(chunks);
  return throughZlib(chunks, createZstdDecompress);
}
