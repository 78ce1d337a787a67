import { errorCode } from '../../elasticsearch';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EACCES', 'you may not read it'],
  ['EPERM', 'you may not read it'],
  ['EISDIR', 'it is a folder'],
]);

/** Why a file that the user named cannot be read, as a clause. */
export function fileReason(error: unknown): string {
  const known = REASONS.get(errorCode(error) ?? '');
  return known ?? (error instanceof Error ? error.message : String(error));
}
