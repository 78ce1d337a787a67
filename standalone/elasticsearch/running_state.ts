import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const runningStateSchema = z.object({
  pid: z.number().int().positive(),
  port: z.number().int().min(1).max(65_535),
  token: z.string().min(1),
});

/** What a running Elasticsearch says about itself in its data folder: how to reach its launcher. */
export type RunningState = z.infer<typeof runningStateSchema>;

/**
 * Reads the state file. A file says only what was: whether it still holds, the launcher must answer.
 *
 * @returns undefined where there is none, or what stands there is no state
 */
export async function readRunningState(file: string): Promise<RunningState | undefined> {
  try {
    return runningStateSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
