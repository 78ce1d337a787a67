import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readReason, writeReason } from '../../files';
import { UserError } from '../basics/user_error';
import { CALENDAR_FILE, CALENDARS_FOLDER } from './folder_files';

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/**
 * The text of a file; undefined if there is none.
 *
 * @throws UserError for an existing file that cannot be read
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new UserError(`cannot read ${path}: ${readReason(error)}`);
  }
}

/**
 * Writes the files of a folder, and removes calendars of an earlier export that are no longer in
 * use. Nothing else in the folder is touched.
 *
 * @throws UserError
 */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  try {
    const calendars = join(folder, CALENDARS_FOLDER);
    await mkdir(calendars, { recursive: true });
    for (const name of await readdir(calendars)) {
      const isGone = CALENDAR_FILE.test(name) && !files.has(`${CALENDARS_FOLDER}/${name}`);
      if (isGone) await rm(join(calendars, name));
    }
    for (const [path, content] of files) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } catch (error) {
    throw new UserError(`cannot write into ${folder}: ${writeReason(error)}`);
  }
}
