import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { waitFor } from '../../../server/app/basics';
import { errorCode } from '../../elasticsearch';

const POLL_MS = 250;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function holderOf(lock: string): Promise<number> {
  try {
    return Number(await readFile(lock, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const holder = await holderOf(lock);
  // An empty lock was created this very moment. Its owner's number is about to be written.
  if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
  return false;
}

/**
 * Does work that only one process may do at a time, and waits while another one does it. A process
 * that was killed meanwhile does not keep others waiting.
 *
 * @param lock a file that exists while the work is done; its folder is created if missing
 * @param onWait called once if another process is doing the work
 */
export async function takeTurns<T>(
  lock: string,
  onWait: () => void,
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  let isTold = false;
  while (!(await tryLock(lock))) {
    if (!isTold) onWait();
    isTold = true;
    await waitFor(POLL_MS, signal);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
