import { rmSync } from 'node:fs';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../../elasticsearch';
import { writeReason } from '../../files';
import { withAbort } from './abort';
import { UserError } from './user_error';

/** What is known of the place of a file before it is written. */
type Place =
  | { readonly kind: 'new' }
  /** A file, with its path without links. */
  | { readonly kind: 'file'; readonly path: string; readonly mode: number }
  /** A pipe or a device, which cannot be replaced. */
  | { readonly kind: 'pipe' };

const PERMISSIONS = 0o777;

function cannotWrite(what: string, file: string, error: unknown): UserError {
  return new UserError(`cannot write ${what} ${file}: ${writeReason(error)}`);
}

async function look(file: string): Promise<Place> {
  const found = await stat(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) {
    await stat(dirname(file));
    return { kind: 'new' };
  }
  if (found.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  if (!found.isFile()) return { kind: 'pipe' };
  return { kind: 'file', path: await realpath(file), mode: found.mode & PERMISSIONS };
}

/** @throws UserError */
async function placeOf(file: string, what: string): Promise<Place> {
  if (file === '') throw new UserError(`the file name of ${what} is empty: name a file`, 2);
  return look(file).catch((error: unknown) => {
    throw cannotWrite(what, file, error);
  });
}

/**
 * Checks the place of a file that is written at the end of some work, so that the work is not done
 * in vain.
 *
 * @param what it is, as in "the report"
 * @throws UserError if it is a folder, or its own folder is missing
 */
export async function assertPlace(file: string, what: string): Promise<void> {
  await placeOf(file, what);
}

/** Writes to a file beside it first. Whatever happens, that file does not stay. */
async function replace(path: string, text: string | Uint8Array, mode?: number): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  const remove = (): void => rmSync(beside, { force: true });
  process.on('exit', remove);
  try {
    await withAbort(async (signal) => {
      await writeFile(beside, text, { signal, ...(mode === undefined ? {} : { mode }) });
      signal.throwIfAborted();
      await rename(beside, path);
    });
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    process.off('exit', remove);
  }
}

/**
 * Writes a file at once, so that a reader finds either the old file or the new one. A pipe or a
 * device is written to. A link stays a link.
 *
 * @param what it is, as in "the report"
 * @throws UserError if it cannot be written, or Ctrl-C stopped it; then no other file is left
 */
export async function writeWhole(
  file: string,
  text: string | Uint8Array,
  what: string,
): Promise<void> {
  const place = await placeOf(file, what);
  try {
    if (place.kind === 'pipe') await writeFile(file, text);
    else if (place.kind === 'new') await replace(file, text);
    else await replace(place.path, text, place.mode);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw cannotWrite(what, file, error);
  }
}
