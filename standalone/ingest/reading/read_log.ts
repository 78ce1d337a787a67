import { constants, createReadStream, fstatSync, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { MAGIC_BYTES, unpackerOf } from './packed/packings';
import { asUnreadable, UnreadableLog } from './unreadable_log';

/** The path of a file; bytes if its name is not UTF-8. */
export type LogPath = string | Buffer;

/** The name that stands for standard input. */
export const STANDARD_INPUT = '-';
const openNumber = promisify(open);
const READ_BYTES = 64 * 1024;

/** A stream of bytes whose first ones have been read ahead. */
export interface PeekedBytes {
  /** The first bytes; all there are, if there are fewer than requested. */
  readonly head: Buffer;
  /** All bytes, including `head`. An error of the stream comes at its place, after the bytes. */
  readonly chunks: AsyncIterable<Buffer>;
}

/**
 * Reads at least `count` bytes ahead. An error is not thrown here, but after the bytes before it
 * have been read.
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

/**
 * A named pipe, read as it is filled. Opening it like a file would wait for its writer in a way
 * that nothing can end, not even the end of the process.
 */
async function openPipe(file: LogPath, signal: AbortSignal): Promise<Readable> {
  // A number, not a handle, which would be closed once nothing refers to it.
  const fd = await openNumber(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false, signal });
}

async function openFile(file: LogPath, signal: AbortSignal): Promise<Readable> {
  if (file === STANDARD_INPUT) {
    // Node reads a folder as if it were empty.
    if (fstatSync(process.stdin.fd).isDirectory())
      throw new UnreadableLog(STANDARD_INPUT, 'it is a folder');
    return addAbortSignal(signal, process.stdin);
  }
  if ((await stat(file)).isFIFO()) return openPipe(file, signal);
  return createReadStream(file, { highWaterMark: READ_BYTES, signal });
}

async function* readRaw(
  file: LogPath,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const stream = await openFile(file, signal);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    signal.throwIfAborted();
    onBytes(chunk.length);
    yield chunk;
  }
}

/**
 * Reads a file, plain or compressed with gzip, xz or zstd (by its first bytes, not its name), or
 * standard input.
 *
 * @param onBytes called with how many bytes were read from the file, before decompression
 * @throws UnreadableLog if the file, or the rest of it, cannot be read
 */
export async function* readLog(
  file: LogPath,
  onBytes: (count: number) => void,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  try {
    const { head, chunks } = await peekBytes(readRaw(file, onBytes, signal), MAGIC_BYTES);
    const unpack = unpackerOf(head);
    yield* unpack === undefined ? chunks : unpack(chunks);
  } catch (error) {
    signal.throwIfAborted();
    throw asUnreadable(file.toString(), error);
  }
}
