/**
 * A compressed file that is cut off, or damaged. What could be decompressed before was returned.
 */
export class PackedError extends Error {
  override readonly name = 'PackedError';

  constructor(packing: string, isCut: boolean, cause: unknown) {
    const what = isCut
      ? 'ends early; its whole lines before the end were ingested'
      : 'is damaged; its whole lines before the damage were ingested';
    super(`the ${packing} file ${what}`, { cause });
  }
}

/**
 * Converts errors of decompression. Errors of the source stay as they are.
 *
 * @param isCut whether an error means that the file is cut off; undefined for other errors
 */
export async function* sayingPacked(
  packing: string,
  unpack: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>,
  isCut: (error: unknown) => boolean | undefined,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let failure: { readonly error: unknown } | undefined;
  async function* source(): AsyncGenerator<Buffer> {
    try {
      yield* chunks;
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  try {
    yield* unpack(source());
  } catch (error) {
    if (failure !== undefined) throw failure.error;
    const cut = isCut(error);
    throw cut === undefined ? error : new PackedError(packing, cut, error);
  }
}
