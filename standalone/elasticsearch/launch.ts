import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { makeDataFolder, type DataFolder } from './data_folder';
import { EmbeddedElasticsearchError } from './embedded_error';
import { classArchive, isThere, type Installation } from './installation';
import { javaArguments, type JavaOptions } from './java_arguments';
import { explainLog } from './explain_log';
import { nodeSettings } from './node_settings';

/** The launcher's exit code if another one has the data folder. */
const IN_USE = 3;
const LOG_BYTES = 5_000_000;

/** A started Java process, which is independent of this one: it ends with its last holder. */
export interface Launched {
  readonly pid: number | undefined;
  /** Its state: still running, gave way to another one on the same data, or failed. */
  outcome(): 'runs' | 'stood back' | 'failed';
}

/** One previous log is kept, so that no log grows forever. */
async function turnLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES) await rename(log, `${log}.old`);
}

/**
 * Two commands may start at the same moment. Neither may read a half-written file of the other,
 * since without settings Elasticsearch listens on its usual port and stores its data elsewhere.
 */
async function writeSettings(folder: DataFolder): Promise<void> {
  const written = `${folder.settings}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(Object.fromEntries(nodeSettings(folder))));
  await rename(written, folder.settings);
}

/** Starts Elasticsearch on a data folder, detached from this process and its terminal. */
export async function launch(
  installation: Installation,
  folder: DataFolder,
  options: JavaOptions,
): Promise<Launched> {
  const { home, java } = installation;
  await makeDataFolder(folder);
  await turnLog(folder.log);
  await writeSettings(folder);
  const archive = `-XX:SharedArchiveFile=${classArchive(home)}`;
  const archived = (await isThere(classArchive(home))) ? { archive } : {};
  const log = await open(folder.log, 'a');
  try {
    const child = spawn(java, javaArguments(home, folder, { ...archived, ...options }), {
      cwd: folder.run,
      // Without such a locale, Java cannot open a path with an accent in it.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    let ended = false;
    child.on('error', () => (ended = true));
    child.on('exit', () => (ended = true));
    child.unref();
    return {
      pid: child.pid,
      outcome: () => {
        if (!ended) return 'runs';
        return child.exitCode === IN_USE ? 'stood back' : 'failed';
      },
    };
  } finally {
    await log.close();
  }
}

/** The error of a start that failed, with the reason from the log. */
export async function startFailure(folder: DataFolder): Promise<EmbeddedElasticsearchError> {
  const log = await readFile(folder.log, 'utf8');
  return new EmbeddedElasticsearchError(
    `Elasticsearch did not start on ${folder.root} (${explainLog(log)}): its log is ${folder.log}.`,
  );
}
