import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where things are in a data folder. Deleting the data folder deletes all of it. */
export interface DataFolder {
  readonly root: string;
  /** Of the owner alone: here stands the token that lets one hold and stop Elasticsearch. */
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

/** Makes the places that must be there before Elasticsearch starts. */
export async function makeDataFolder(folder: DataFolder): Promise<void> {
  for (const path of [folder.indices, folder.temporary, folder.logs]) {
    await mkdir(path, { recursive: true });
  }
  await mkdir(folder.run, { recursive: true, mode: 0o700 });
}
