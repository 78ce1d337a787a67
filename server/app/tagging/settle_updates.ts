import { refKey } from '../basics';
import type { ReadDocument, Refused, TaggingPorts } from './tagging_ports';

/** About half a minute of trying, in total. */
const MAX_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** The fate of a document: changed, found as it should be, deleted meanwhile, or refused. */
export type Fate =
  | { readonly state: 'updated' }
  | { readonly state: 'as_wished' }
  | { readonly state: 'gone' }
  | Refused;

export interface Settled<T> {
  readonly document: T;
  readonly fate: Fate;
  /** False if an update got no answer: it may have been applied, or may still be. */
  readonly certain: boolean;
}

export interface SettledUpdates<T> {
  readonly settled: readonly Settled<T>[];
  /** How many documents had to be read again because somebody else had changed them. */
  readonly conflicts: number;
}

interface Retry<T> {
  readonly document: T;
  readonly state: 'conflict' | 'busy' | 'unanswered';
  readonly reason: string;
}

type Settle<T> = (document: T, fate: Fate) => void;

function pauseAfter(attempt: number, retries: readonly Retry<unknown>[]): number {
  const isConflictOnly = retries.every(({ state }) => state === 'conflict');
  const longest = isConflictOnly ? FIRST_PAUSE_MS : LONGEST_PAUSE_MS;
  return Math.min(longest, FIRST_PAUSE_MS * 2 ** (attempt - 1));
}

async function writeOnce<T extends ReadDocument>(
  updates: readonly { readonly document: T; readonly tags: unknown }[],
  settle: Settle<T>,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<Retry<T>[]> {
  if (updates.length === 0) return [];
  const outcomes = await ports.documents.write(
    updates.map(({ document, tags }) => ({ ...document, tags })),
    signal,
  );
  return updates.flatMap(({ document }, index): Retry<T>[] => {
    const outcome = outcomes[index] ?? { state: 'unanswered', reason: 'no answer came' };
    switch (outcome.state) {
      case 'conflict':
        return [{ document, state: 'conflict', reason: 'others keep changing it' }];
      case 'busy':
      case 'unanswered':
        return [{ document, ...outcome }];
      default:
        settle(document, outcome);
        return [];
    }
  });
}

async function readAgain<T extends ReadDocument>(
  documents: readonly T[],
  settle: Settle<T>,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<T[]> {
  const outcomes = await ports.documents.read(documents, signal);
  return documents.flatMap((document, index): T[] => {
    const outcome = outcomes[index] ?? { state: 'gone' };
    if (outcome.state === 'found') return [{ ...document, ...outcome.document }];
    settle(document, outcome);
    return [];
  });
}

/**
 * Changes the `tags` of documents to the wanted value, each against the version that was read. If
 * somebody else has changed a document, it is read again. If the cluster is busy or does not
 * answer, it is tried again after a pause.
 *
 * @param wish the new value of `tags`; undefined if the document is as it should be
 * @returns a fate for each document
 * @throws what the ports throw: no connection any more, an abort
 */
export async function settleUpdates<T extends ReadDocument>(
  documents: readonly T[],
  wish: (document: T) => unknown,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<SettledUpdates<T>> {
  const settled: Settled<T>[] = [];
  const unanswered = new Set<string>();
  const settle: Settle<T> = (document, fate) =>
    settled.push({ document, fate, certain: !unanswered.has(refKey(document)) });
  let conflicts = 0;
  let pending = documents;
  for (let attempt = 1; ; attempt += 1) {
    const updates: { document: T; tags: unknown }[] = [];
    for (const document of pending) {
      const tags = wish(document);
      if (tags !== undefined) updates.push({ document, tags });
      else settle(document, { state: unanswered.has(refKey(document)) ? 'updated' : 'as_wished' });
    }
    const retries = await writeOnce(updates, settle, ports, signal);
    if (retries.length === 0) return { settled, conflicts };
    for (const { document, state } of retries) {
      if (state === 'conflict') conflicts += 1;
      if (state === 'unanswered') unanswered.add(refKey(document));
    }
    if (attempt === MAX_ATTEMPTS) {
      for (const { document, reason } of retries) {
        settle(document, { state: 'refused', reason, whole_index: false, is_passing: true });
      }
      return { settled, conflicts };
    }
    await ports.wait(pauseAfter(attempt, retries), signal);
    pending = await readAgain(
      retries.map(({ document }) => document),
      settle,
      ports,
      signal,
    );
  }
}
