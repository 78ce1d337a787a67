import { errorCode } from '../../elasticsearch';
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

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EACCES', 'you may not read it'],
  ['EPERM', 'you may not read it'],
  ['EISDIR', 'it is a folder'],
]);

function messageOf(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return String(isError ? error.message : error);
}

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
  return new UnreadableLog(file, REASONS.get(code) ?? messageOf(error));
}
