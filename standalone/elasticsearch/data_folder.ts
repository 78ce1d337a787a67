import { access, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errorCode } from './error_code';

const OWNER_ALONE = 0o700;

/** The places of things in a data folder. Deleting the data folder deletes all of it. */
export interface DataFolder {
  readonly root: string;
  /** Only for the owner: it contains the token for holding and stopping Elasticsearch. */
  readonly run: string;
  readonly state: string;
  readonly settings: string;
  readonly indices: string;
  readonly temporary: string;
  readonly logs: string;
  readonly log: string;
}

/** Names the places in a data folder. */
export function dataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir);
  const base = join(root, 'elasticsearch');
  const run = join(base, 'run');
  const logs = join(base, 'logs');
  return {
    root,
    run,
    state: join(run, 'running.json'),
    settings: join(run, 'settings.json'),
    indices: join(base, 'indices'),
    temporary: join(base, 'tmp'),
    logs,
    log: join(logs, 'elasticsearch.log'),
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The uppermost missing folder on the way to a path. */
async function firstMissing(path: string): Promise<string> {
  const parent = dirname(path);
  return parent === path || (await isThere(parent)) ? path : firstMissing(parent);
}

/**
 * Makes a folder and its parents. Each is made separately: for several at once, Node reports a
 * read-only disk as missing folders, and in `/proc` it retries without end.
 */
async function makeFolder(path: string, mode?: number): Promise<void> {
  const options = mode === undefined ? {} : { mode };
  const first = await firstMissing(path);
  if (!(await isThere(first))) {
    await mkdir(first, first === path ? options : {}).catch((error: unknown) => {
      // Another command has made it meanwhile.
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
  await mkdir(path, { recursive: true, ...options });
}

/** Makes the folders that must exist before Elasticsearch starts. */
export async function makeDataFolder(folder: DataFolder): Promise<void> {
  for (const path of [folder.indices, folder.temporary, folder.logs]) {
    await makeFolder(path);
  }
  await makeFolder(folder.run, OWNER_ALONE);
}
