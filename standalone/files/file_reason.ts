import { errorCode } from '../elasticsearch';

/** What keeps people from reading as well as from writing. */
const EITHER: readonly (readonly [string, string])[] = [
  ['EISDIR', 'it is a folder'],
  ['EIO', 'its disk has an error'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many files are open'],
];

const READING: ReadonlyMap<string, string> = new Map([
  ...EITHER,
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'you are not allowed to read it'],
  ['EPERM', 'you are not allowed to read it'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large'],
  ['ERR_STRING_TOO_LONG', 'it is too large'],
]);

const WRITING: ReadonlyMap<string, string> = new Map([
  ...EITHER,
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'there is a file where its path has a folder'],
  ['EEXIST', 'there is a file where its path has a folder'],
  ['EACCES', 'you are not allowed to write there'],
  ['EPERM', 'you are not allowed to write there'],
  ['EROFS', 'its disk is read-only'],
  ['ENOSPC', 'there is no space left on its disk'],
  ['EDQUOT', 'the quota of its disk is used up'],
  ['ETXTBSY', 'it is a program that runs'],
  ['EBUSY', 'it is in use'],
]);

/** @throws the error itself, if it is not of the operating system */
function reasonIn(reasons: ReadonlyMap<string, string>, error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) throw error;
  return reasons.get(code) ?? `the system reports ${code}`;
}

/**
 * Why a file that the user named cannot be read, as a clause.
 *
 * @throws the error itself, if it is not of the operating system
 */
export function readReason(error: unknown): string {
  return reasonIn(READING, error);
}

/**
 * Why a file or folder that the user named cannot be written, as a clause.
 *
 * @throws the error itself, if it is not of the operating system
 */
export function writeReason(error: unknown): string {
  return reasonIn(WRITING, error);
}
