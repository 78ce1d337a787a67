import { errorCode } from '../../elasticsearch';
import { readReason } from '../../files';
import { PackedError } from './packed/packed_error';

/** A file, or the rest of it, that cannot be read as a log. The other files are still read. */
export class UnreadableLog extends Error {
  override readonly name = 'UnreadableLog';

  constructor(
    readonly file: string,
    /** A clause that says what is wrong, without the file's name. */
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}

/** A log may also be a folder. */
const MISSING = ['ENOENT', 'ENOTDIR'];

/**
 * Explains an error of the file system, or of decompression.
 *
 * @throws the error itself, if it is neither
 */
export function asUnreadable(file: string, error: unknown): UnreadableLog {
  if (error instanceof UnreadableLog) return error;
  if (error instanceof PackedError) return new UnreadableLog(file, error.message);
  const code = errorCode(error);
  if (code === undefined || code === 'ABORT_ERR') throw error;
  const isMissing = MISSING.includes(code);
  return new UnreadableLog(file, isMissing ? 'there is no such file or folder' : readReason(error));
}
