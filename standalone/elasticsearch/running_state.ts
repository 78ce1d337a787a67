import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from './error_code';

const runningStateSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().min(1).max(65_535),
  token: z.string().min(1),
});

/** What a running Elasticsearch says about itself in its data folder: how to reach its launcher. */
export type RunningState = z.infer<typeof runningStateSchema>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be signalled, but lives.
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Reads the state file. It says what was: whether it is still so, only an answer can tell.
 *
 * @returns undefined where there is none, what stands there is no state, or its process has gone
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
