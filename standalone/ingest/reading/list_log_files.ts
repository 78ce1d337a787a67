import { appendAll } from '../../../common/lists';
import { isUtf8 } from 'node:buffer';
import type { Dirent, Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { errorCode } from '../../elasticsearch';
import { isNoLogName } from './not_a_log';
import { STANDARD_INPUT, type LogPath } from './read_log';
import { asUnreadable, UnreadableLog } from './unreadable_log';

/** A file to read. */
export interface LogFile {
  /** The full path, or `-` for standard input. */
  readonly path: string;
  /** The path as the system knows it. */
  readonly location: LogPath;
  /** Bytes; 0 if it is not known before reading. */
  readonly size: number;
  /** When it was last written: milliseconds since 1970 UTC, undefined for standard input. */
  readonly modified: number | undefined;
  /** Whether the user named it. Then it has to be a log. Otherwise a folder was named. */
  readonly isNamed: boolean;
}

/** The files that were found, and errors of the search. */
export interface LogFiles {
  readonly files: readonly LogFile[];
  readonly problems: readonly UnreadableLog[];
  /** Files in folders that are not logs according to their names. */
  readonly passedOver: readonly string[];
}

type Found = LogFile | UnreadableLog | { readonly noLog: string };

function byName(a: Dirent<Buffer>, b: Dirent<Buffer>): number {
  return Buffer.compare(a.name, b.name);
}

/** The path as text if possible, which is true of nearly all paths. */
function asPath(bytes: Buffer): LogPath {
  return isUtf8(bytes) ? bytes.toString() : bytes;
}

async function listFolder(folder: LogPath, signal: AbortSignal): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const found: Found[] = [];
  for (const entry of entries.sort(byName)) {
    const path = asPath(Buffer.concat([Buffer.from(folder), Buffer.from(sep), entry.name]));
    if (!entry.isDirectory() && isNoLogName(entry.name.toString())) {
      found.push({ noLog: path.toString() });
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
 * circles. A broken link is not a log.
 */
async function listLink(path: LogPath): Promise<Found[]> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? [toLogFile(path, stats, false)] : [];
  } catch (error) {
    const isToNothing = errorCode(error) === 'ENOENT';
    return [isToNothing ? { noLog: path.toString() } : asUnreadable(path.toString(), error)];
  }
}

function toLogFile(location: LogPath, stats: Stats, isNamed: boolean): LogFile {
  const size = stats.isFile() ? stats.size : 0;
  return { path: location.toString(), location, size, modified: stats.mtimeMs, isNamed };
}

/** A name that the shell passed in another encoding has lost its bytes. */
const LOST = '\uFFFD';

function notListed(path: LogPath, error: unknown): UnreadableLog {
  const isLost = typeof path === 'string' && path.includes(LOST) && errorCode(error) === 'ENOENT';
  if (!isLost) return asUnreadable(path.toString(), error);
  return new UnreadableLog(path, 'its name is not UTF-8: name the folder that it is in');
}

async function listPath(path: LogPath, isNamed: boolean, signal: AbortSignal): Promise<Found[]> {
  signal.throwIfAborted();
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? await listFolder(path, signal) : [toLogFile(path, stats, isNamed)];
  } catch (error) {
    signal.throwIfAborted();
    return [notListed(path, error)];
  }
}

/** Why each named file or folder that cannot be found cannot, in their order; `-` always can. */
export async function missingInputs(inputs: readonly string[]): Promise<UnreadableLog[]> {
  const missing: UnreadableLog[] = [];
  for (const path of inputs.filter((input) => input !== STANDARD_INPUT)) {
    try {
      await stat(resolve(path));
    } catch (error) {
      missing.push(notListed(path, error));
    }
  }
  return missing;
}

/**
 * Lists what to read: files as they are, the files of folders and their folders sorted by name, `-`
 * as standard input. Pipes and devices are read if named, and ignored in folders.
 */
export async function listLogFiles(
  inputs: readonly string[],
  signal: AbortSignal,
): Promise<LogFiles> {
  const found: Found[] = [];
  for (const input of inputs) {
    if (input === STANDARD_INPUT)
      found.push({ path: input, location: input, size: 0, modified: undefined, isNamed: true });
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
