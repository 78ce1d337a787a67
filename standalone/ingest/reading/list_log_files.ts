import { appendAll } from '../../../common/lists';
import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isNoLogName } from './not_a_log';
import { STANDARD_INPUT } from './read_log';
import { asUnreadable, type UnreadableLog } from './unreadable_log';

/** A file to read. */
export interface LogFile {
  /** The full path, or `-` for standard input. */
  readonly path: string;
  /** Bytes; 0 where it is not known before reading. */
  readonly size: number;
  /** When it was last written: milliseconds since 1970 UTC, undefined for standard input. */
  readonly modified: number | undefined;
  /** Whether the user named it: then it has to be a log. Else a folder was named. */
  readonly isNamed: boolean;
}

/** The files that were found, and what stood in the way of finding more. */
export interface LogFiles {
  readonly files: readonly LogFile[];
  readonly problems: readonly UnreadableLog[];
  /** Files of folders that are no logs by their names. */
  readonly passedOver: readonly string[];
}

type Found = LogFile | UnreadableLog | { readonly noLog: string };

function byName(a: Dirent, b: Dirent): number {
  if (a.name === b.name) return 0;
  return a.name < b.name ? -1 : 1;
}

async function listFolder(folder: string, signal: AbortSignal): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: Found[] = [];
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() && isNoLogName(entry.name)) {
      found.push({ noLog: path });
      continue;
    }
    if (entry.isDirectory() || entry.isFile())
      appendAll(found, await listPath(path, false, signal));
    if (entry.isSymbolicLink()) appendAll(found, await listLink(path));
  }
  return found;
}

/**
 * A link to a file counts as the file. A link to a folder is not followed, since it may lead in
 * circles. A link to nothing is no log.
 */
async function listLink(path: string): Promise<Found[]> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? [toLogFile(path, stats, false)] : [];
  } catch (error) {
    const isToNothing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return [isToNothing ? { noLog: path } : asUnreadable(path, error)];
  }
}

function toLogFile(path: string, stats: Stats, isNamed: boolean): LogFile {
  return { path, size: stats.isFile() ? stats.size : 0, modified: stats.mtimeMs, isNamed };
}

async function listPath(path: string, isNamed: boolean, signal: AbortSignal): Promise<Found[]> {
  signal.throwIfAborted();
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? await listFolder(path, signal) : [toLogFile(path, stats, isNamed)];
  } catch (error) {
    signal.throwIfAborted();
    return [asUnreadable(path, error)];
  }
}

/**
 * Lists what to read: files as they are, the files of folders and their folders in the order of
 * their names, `-` as standard input. Pipes and devices are read when named, left out in folders.
 */
export async function listLogFiles(
  inputs: readonly string[],
  signal: AbortSignal,
): Promise<LogFiles> {
  const found: Found[] = [];
  for (const input of inputs) {
    if (input === STANDARD_INPUT)
      found.push({ path: input, size: 0, modified: undefined, isNamed: true });
    else appendAll(found, await listPath(resolve(input), true, signal));
  }
  const files: LogFile[] = [];
  const problems: UnreadableLog[] = [];
  const passedOver: string[] = [];
  for (const item of found) {
    if (item instanceof Error) problems.push(item);
    else if ('noLog' in item) passedOver.push(item.noLog);
    else files.push(item);
  }
  return { files, problems, passedOver };
}
