import { Readable } from 'node:stream';
import { XzReadableStream } from 'xz-decompress';

/** XZ_BUF_ERROR of XZ Embedded: more bytes were needed than there are. */
const CUT = /error code 8$/;
/** The library's error if the file has nothing after its first bytes. */
const EMPTY = /byteLength/;

/** Whether an error of the library means that the file is cut off. */
export function isXzCut(error: unknown): boolean | undefined {
  if (!(error instanceof Error)) return undefined;
  return CUT.test(error.message) || EMPTY.test(error.message);
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
