import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = [0x1f, 0x8b] as const;
/** gzip makes at most 1,032 bytes of one: so small a slice cannot fill the memory. */
const SLICE_BYTES = 16 * 1024;

/** Whether the bytes begin a gzip file. */
export function isGzip(head: Buffer): boolean {
  return head[0] === GZIP_MAGIC[0] && head[1] === GZIP_MAGIC[1];
}

function* slicesOf(chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; start += SLICE_BYTES) {
    yield chunk.subarray(start, start + SLICE_BYTES);
  }
}

/**
 * Decompresses gzip, one or several members.
 *
 * What could be read is given before an error: Node's own pipeline throws away what it has when the
 * file turns out to be cut or damaged.
 *
 * @throws an error with code Z_BUF_ERROR where the file is cut, Z_DATA_ERROR where it is damaged
 */
export async function* gunzipChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let made: Buffer[] = [];
  let failure: Error | undefined;
  let goOn = (): void => undefined;
  gunzip.on('data', (bytes: Buffer) => made.push(bytes));
  gunzip.on('error', (error) => {
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
      gunzip.write(slice, () => resolve());
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
      gunzip.once('close', resolve);
      gunzip.end();
    });
    yield* take();
    if (failure !== undefined) throw failure;
  } finally {
    gunzip.destroy();
  }
}
