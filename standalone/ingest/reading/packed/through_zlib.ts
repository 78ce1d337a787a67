import type { Transform } from 'node:stream';

/** gzip makes at most 1,032 bytes of one: so small a slice cannot fill the memory. */
const SLICE_BYTES = 16 * 1024;

function* slicesOf(chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
    yield chunk.subarray(start, start + SLICE_BYTES);
  }
}

/**
 * Decompresses by a stream of Node's zlib, one or several members.
 *
 * What could be read is given before an error: Node's own pipeline throws away what it has when the
 * file turns out to be cut or damaged.
 *
 * @throws an error with code Z_BUF_ERROR where the file is cut, with another where it is damaged
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
      // Where the slice turns out to be damaged, Node tells of the error but never of the write.
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
