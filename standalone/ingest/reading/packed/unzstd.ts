import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import type { PackedFault } from './packed_error';
import { throughZlib } from './through_zlib';

/** A block has at least 4 bytes and at most 128 kB, so this slice cannot fill the memory. */
const SLICE_BYTES = 4 * 1024;
/** Of Node, and of the library. */
const CUT_CODES: readonly unknown[] = ['Z_BUF_ERROR', 5];
/** A window of more than 128 MB in Node, of more than 2 GB in the library. */
const WINDOW_CODES: readonly unknown[] = ['ZSTD_error_frameParameter_windowTooLarge', 1];

/** Newer versions of Node have zstd themselves. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Transform };

/** What an error of Node, or of the library, says about the file. */
export function zstdFault(error: unknown): PackedFault | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  if (CUT_CODES.includes(error.code)) return 'cut';
  return WINDOW_CODES.includes(error.code) ? 'unsupported' : 'damaged';
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
