import type { Transform } from 'node:stream';

/** gzip expands a byte to at most 1,032 bytes, so this slice cannot fill the memory. */
const SLICE_BYTES = 16 * 1024;

function* slicesOf(chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
    yield chunk.subarray(start, start + SLICE_BYTES);
  }
}

/**
 * Decompresses through a stream of Node's zlib, one or several members.
 *
 * Readable data comes before an error: Node's own pipeline discards it if the file turns out to be
 * cut or damaged.
 *
 * @throws an error with code Z_BUF_ERROR if the file is cut off, with another if it is damaged
 */
export async function* throughZlib(
  chunks: AsyncIterable<Buffer>,
  createStream: () => Transform,
): AsyncGenerator<Buffer> {
  const unzip = createStream();
  let made: Buffer[] = [];
  let failure: Error | undefined;
  let goOn = (): void => undefined;
  unzip.on('data', (bytes: Buffer) => made.push(bytes));
  unzip.on('error', (error) => {
    failure = error;
    goOn();
  });
  const take = (): Buffer[] => {
    const taken = made;
    made = [];
    return taken;
  };
  const write = (slice: Buffer): Promise<void> =>
    new Promise((resolve) => {
      // If the slice is damaged, Node reports the error but never completes the write.
      goOn = resolve;
      unzip.write(slice, () => resolve());
    });

  try {
    for await (const chunk of chunks) {
      for (const slice of slicesOf(chunk)) {
        await write(slice);
        yield* take();
        if (failure !== undefined) throw failure;
      }
    }
    await new Promise((resolve) => {
      unzip.once('close', resolve);
      unzip.end();
    });
    yield* take();
    if (failure !== undefined) throw failure;
  } finally {
    unzip.destroy();
  }
}
