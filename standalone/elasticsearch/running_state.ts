import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from './error_code';

const runningStateSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().min(1).max(65_535),
  token: z.string().min(1),
});

/**
 * What a running Elasticsearch writes about itself in its data folder: how to reach its launcher.
 */
export type RunningState = z.infer<typeof runningStateSchema>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be signaled, but is alive.
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Reads the state file. It describes the past. Only an answer shows whether it is still true.
 *
 * @returns undefined if there is none, its content is not a state, or its process has ended
 */
export async function readRunningState(file: string): Promise<RunningState | undefined> {
  try {
    const state = runningStateSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
    return state !== undefined && isAlive(state.pid) ? state : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
