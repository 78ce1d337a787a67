import { statfs } from 'node:fs/promises';
import type { DataFolder } from './data_folder';

/** With less free space, Elasticsearch does not allocate a new index; in bytes. */
export const NEW_INDEX_NEEDS = 2 ** 30;
/** With less, it accepts no documents. */
export const DOCUMENTS_NEED = 500 * 2 ** 20;

/**
 * What a nearly full disk prevents, in sentences; undefined if there is room.
 *
 * @param free bytes on the disk of the data folder
 */
export function lowDiskSentence(free: number, root: string): string | undefined {
  if (free >= NEW_INDEX_NEEDS) return undefined;
  const limit =
    free < DOCUMENTS_NEED
      ? 'below 500 MB Elasticsearch accepts no documents'
      : 'below 1 GB Elasticsearch creates no new index';
  return (
    `Only ${Math.floor(free / 2 ** 20)} MB are free on the disk of ${root}: ${limit}. ` +
    'Free some space, or name a folder on another disk with --data.'
  );
}

/** The same for the present state of the disk. */
export async function sayLowDisk(folder: DataFolder, say: (line: string) => void): Promise<void> {
  const { bavail, bsize } = await statfs(folder.indices);
  const sentence = lowDiskSentence(bavail * bsize, folder.root);
  if (sentence !== undefined) say(sentence);
}
