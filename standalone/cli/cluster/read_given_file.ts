import { readFile } from 'node:fs/promises';
import { readReason } from '../../files';
import { UserError } from '../basics/user_error';

const LINE_END_AT_END = /\r?\n$/;

/** Reads a file that the user names. @param what it is, as in "the password" */
export async function readGivenFile(
  file: string,
  what: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await readFile(file, { encoding: 'utf8', signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new UserError(`${what} cannot be read from ${file}: ${readReason(error)}`);
  }
}

/**
 * The secret in a file: its only line.
 *
 * @throws UserError if it cannot be read or does not have one line
 */
export async function readSecretFile(
  file: string,
  what: string,
  signal: AbortSignal,
): Promise<string> {
  const text = (await readGivenFile(file, what, signal)).replace(LINE_END_AT_END, '');
  if (text !== '' && !text.includes('\n')) return text;
  throw new UserError(`${file} does not hold ${what}: it must be one line`);
}
