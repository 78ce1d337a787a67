import { errorCode } from './error_code';
import { EmbeddedElasticsearchError } from './embedded_error';

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'you are not allowed to write there'],
  ['EPERM', 'you are not allowed to write there'],
  ['EROFS', 'it is on a read-only disk'],
  ['ENOENT', 'it cannot be created'],
  ['ENOSPC', 'its disk is full'],
  ['EEXIST', 'it is a file'],
  ['ENOTDIR', 'it is a file'],
]);

/** Explains what is wrong with a data folder. Other errors are returned unchanged. */
export function explainFolderError(error: unknown, dataDir: string): unknown {
  const reason = REASONS.get(errorCode(error));
  if (reason === undefined) return error;
  return new EmbeddedElasticsearchError(
    `The data folder ${dataDir} cannot be used: ${reason}. Name another one with --data.`,
    { cause: error },
  );
}
