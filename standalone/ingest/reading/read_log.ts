import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { MAGIC_BYTES, unpackerOf } from './packed/packings';
import { asUnreadable } from './unreadable_log';

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-';
const READ_BYTES = 64 * 1024;

/** A stream of bytes of which the first have been looked at. */
export interface PeekedBytes {
  /** The first bytes; all there are, when they are fewer than asked for. */
  readonly head: Buffer;
  /** All bytes, `head` included. An error of the stream comes where it belongs, after the bytes. */
  readonly chunks: AsyncIterable<Buffer>;
}

/**
 * Reads at least `count` bytes ahead. An error is not thrown here, but when the bytes before it have
 * been taken.
 */
export async function peekBytes(
  source: AsyncIterable<Buffer>,
  count: number,
): Promise<PeekedBytes> {
  const iterator = source[Symbol.asyncIterator]();
  const ahead: Buffer[] = [];
  let aheadBytes = 0;
  let failure: { readonly error: unknown } | undefined;
  let isDone = false;
  while (aheadBytes < count && !isDone) {
    try {
      const next = await iterator.next();
      if (next.done === true) isDone = true;
      else {
        ahead.push(next.value);
        aheadBytes += next.value.length;
      }
    } catch (error) {
      failure = { error };
      isDone = true;
    }
  }
  const head = Buffer.concat(ahead);

  async function* all(): AsyncGenerator<Buffer> {
    try {
      yield head;
      if (failure !== undefined) throw failure.error;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { head, chunks: all() };
}

async function* readRaw(
  file: string,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const stream =
    file === STANDARD_INPUT
      ? addAbortSignal(signal, process.stdin)
      : createReadStream(file, { highWaterMark: READ_BYTES, signal });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    onBytes(chunk.length);
    yield chunk;
  }
}

/**
 * Reads a file, plain or packed by gzip, xz or zstd (its first bytes say which, not its name), or
 * standard input.
 *
 * @param onBytes told how many bytes were read from the file, before they are decompressed
 * @throws UnreadableLog when the file, or the rest of it, cannot be read
 */
export async function* readLog(
  file: string,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    const { head, chunks } = await peekBytes(readRaw(file, onBytes, signal), MAGIC_BYTES);
    const unpack = unpackerOf(head);
    yield* unpack === undefined ? chunks : unpack(chunks);
  } catch (error) {
    signal.throwIfAborted();
    throw asUnreadable(file, error);
  }
}
