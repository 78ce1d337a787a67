import { LineConnection } from './line_connection';
import type { RunningState } from './running_state';

const HELLO_MS = 10_000;
const BOOT_MS = 180_000;
const STOP_MS = 60_000;
const STAYS = /^stays (\d+) (kept|unkept) (\S*)$/;

/** An Elasticsearch that runs on: for how many commands, and whether it was told to stay. */
export interface Staying {
  readonly holders: number;
  readonly kept: boolean;
  readonly url: string;
}

/** "keep" tells Elasticsearch to stay when this holder has gone as well. */
export type HoldWord = 'hold' | 'keep';

/** A hold on a running Elasticsearch: it does not stop before `leave` or the end of this process. */
export interface Holder {
  readonly pid: number;
  readonly url: string;
  /** Lets go; undefined says that it was the last hold and Elasticsearch has stopped. */
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
 * Reads whether Elasticsearch stays; where it stops, waits until its process has ended.
 *
 * @returns undefined where it went away without an answer
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
 * Holds the Elasticsearch that a state file speaks of, as soon as it answers.
 *
 * @returns undefined if there is no answer, if another program answers, or if it is just stopping
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
 * Asks a running Elasticsearch how it stands ("look"), or tells it to end with its last holder.
 *
 * @returns `stopped` where its process has ended meanwhile; undefined where none ran
 */
export async function askLauncher(
  state: RunningState,
  word: 'look' | 'end',
  signal?: AbortSignal,
): Promise<Staying | 'stopped' | undefined> {
  const connection = await greet(state, word, signal);
  return connection === undefined ? undefined : awaitAnswer(connection, signal);
}
