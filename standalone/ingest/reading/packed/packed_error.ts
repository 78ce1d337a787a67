/** Why a file cannot be decompressed to its end. One with an unsupported option may be whole. */
export type PackedFault = 'cut' | 'damaged' | 'unsupported';

const WORDS: Readonly<Record<PackedFault, (packing: string) => string>> = {
  cut: () => 'ends early; its whole lines before the end were ingested',
  damaged: () => 'is damaged; its whole lines before the damage were ingested',
  unsupported: (packing) =>
    `uses an option of ${packing} that is not supported: decompress it first, with ${packing} -d`,
};

/**
 * A compressed file that is cut off, damaged, or has an option that is not supported. What could be
 * decompressed before was returned.
 */
export class PackedError extends Error {
  override readonly name = 'PackedError';

  constructor(packing: string, fault: PackedFault, cause: unknown) {
    super(`the ${packing} file ${WORDS[fault](packing)}`, { cause });
  }
}

/**
 * Converts errors of decompression. Errors of the source stay as they are.
 *
 * @param faultOf what an error says about the file; undefined for other errors
 */
export async function* sayingPacked(
  packing: string,
  unpack: (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>,
  faultOf: (error: unknown) => PackedFault | undefined,
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
    const fault = faultOf(error);
    throw fault === undefined ? error : new PackedError(packing, fault, error);
  }
}
