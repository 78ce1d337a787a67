import { namedStreams } from './named_streams';

/** Thrown if what is silent was found, and could not all be stored. The cause says why. */
export class UnstoredSilences extends Error {
  override readonly name = 'UnstoredSilences';

  /** @param silent the streams that are silent, in words */
  constructor(
    silent: readonly string[],
    override readonly cause: unknown,
  ) {
    const words =
      silent.length === 0
        ? 'what is no longer silent could not be removed'
        : `what was silent could not all be stored (${namedStreams(silent)})`;
    super(words, { cause });
  }
}
