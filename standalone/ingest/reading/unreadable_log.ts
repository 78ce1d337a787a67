import { errorCode } from '../../elasticsearch';

/** A file, or the rest of it, that cannot be read as a log. The other files are read all the same. */
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
  ['Z_BUF_ERROR', 'the gzip file ends early; its whole lines before the end were ingested'],
  ['Z_DATA_ERROR', 'the gzip file is damaged; its whole lines before the damage were ingested'],
]);

function messageOf(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'message' in error;
  return String(isError ? error.message : error);
}

/**
 * Puts an error of the file system or of gzip in words.
 *
 * @throws the error itself, when it is neither
 */
export function asUnreadable(file: string, error: unknown): UnreadableLog {
  if (error instanceof UnreadableLog) return error;
  const code = errorCode(error);
  if (code === undefined || code === 'ABORT_ERR') throw error;
  return new UnreadableLog(file, REASONS.get(code) ?? messageOf(error));
}
