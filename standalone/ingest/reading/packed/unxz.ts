import { Readable } from 'node:stream';
import { XzReadableStream } from 'xz-decompress';
import type { PackedFault } from './packed_error';

/** The numbers of XZ Embedded (`enum xz_ret`). With any other one the file is damaged. */
const FAULTS = new Map<string, PackedFault>([
  // A check other than CRC32 and CRC64, a dictionary of more than 64 MB, a filter beside LZMA2.
  ['2', 'unsupported'],
  ['4', 'unsupported'],
  ['6', 'unsupported'],
  // More bytes were needed than there are.
  ['8', 'cut'],
]);
/** The library's error if the file has nothing after its first bytes. */
const EMPTY = /byteLength/;

/** What an error of the library says about the file. */
export function xzFault(error: unknown): PackedFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (EMPTY.test(error.message)) return 'cut';
  const number = /error code (\d+)$/.exec(error.message)?.[1];
  return (number === undefined ? undefined : FAULTS.get(number)) ?? 'damaged';
}

/** Decompresses xz, one or several streams. */
export async function* unxz(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const packed = Readable.toWeb(Readable.from(chunks));
  const reader = new XzReadableStream(packed as globalThis.ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    }
  } finally {
    // The library reads one file at a time, and the next waits until this one is closed. After an
    // error it is already closed, and repeats the same error.
    await reader.cancel().catch(() => undefined);
  }
}
