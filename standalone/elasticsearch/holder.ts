import { LineConnection } from './line_connection';
import type { RunningState } from './running_state';

const HELLO_MS = 10_000;
const BOOT_MS = 180_000;
const STOP_MS = 60_000;
const STAYS = /^stays (\d+) (kept|unkept) (\S*)$/;

/** A running Elasticsearch: for how many commands, and whether it was asked to keep running. */
export interface Staying {
  readonly holders: number;
  readonly kept: boolean;
  readonly url: string;
}

/** "keep" asks Elasticsearch to keep running after this holder has left. */
export type HoldWord = 'hold' | 'keep';

/** A hold on a running Elasticsearch: it does not stop before `leave` or the end of this process. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  /** Leaves; undefined means that it was the last hold and Elasticsearch has stopped. */
  readonly leave: () => Promise<Staying | undefined>;
}

function parseStaying(line: string): Staying | undefined {
  const [, holders, kept, url = ''] = STAYS.exec(line) ?? [];
  if (holders === undefined) return undefined;
  return { holders: Number(holders), kept: kept === 'kept', url };
}

async function greet(
  state: RunningState,
  word: string,
  signal?: AbortSignal,
): Promise<LineConnection | undefined> {
  const connection = new LineConnection(state.port);
  connection.send(`${state.token} ${word}`);
  if ((await connection.next(HELLO_MS, signal)) === 'ours') return connection;
  connection.end();
  signal?.throwIfAborted();
  return undefined;
}

/**
 * Reads whether Elasticsearch keeps running. If it stops, waits until its process has ended.
 *
 * @returns undefined if it went away without an answer
 */
async function awaitAnswer(
  connection: LineConnection,
  signal?: AbortSignal,
): Promise<Staying | 'stopped' | undefined> {
  const line = await connection.next(STOP_MS, signal);
  const isStopping = line === 'stops';
  if (isStopping) await connection.next(STOP_MS, signal);
  connection.end();
  signal?.throwIfAborted();
  return isStopping ? 'stopped' : parseStaying(line ?? '');
}

/**
 * Holds the Elasticsearch that a state file describes, as soon as it answers.
 *
 * @returns undefined if there is no answer, if another program answers, or if it is stopping
 */
export async function openHolder(
  state: RunningState,
  word: HoldWord,
  signal?: AbortSignal,
): Promise<Holder | undefined> {
  const connection = await greet(state, word, signal);
  if (connection === undefined) return undefined;
  const [said, url] = (await connection.next(BOOT_MS, signal))?.split(' ') ?? [];
  if (said !== 'ready' || url === undefined) {
    connection.end();
    signal?.throwIfAborted();
    return undefined;
  }
  connection.keepAwake(false);
  return {
    pid: state.pid,
    url,
    leave: async () => {
      connection.keepAwake(true);
      connection.send('bye');
      const answer = await awaitAnswer(connection);
      return answer === 'stopped' ? undefined : answer;
    },
  };
}

/**
 * Asks a running Elasticsearch for its state ("look"), or asks it to end with its last holder.
 *
 * @returns `stopped` if its process has ended meanwhile; undefined if none was running
 */
export async function askLauncher(
  state: RunningState,
  word: 'look' | 'end',
  signal?: AbortSignal,
): Promise<Staying | 'stopped' | undefined> {
  const connection = await greet(state, word, signal);
  return connection === undefined ? undefined : awaitAnswer(connection, signal);
}
