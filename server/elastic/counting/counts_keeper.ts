import { setImmediate } from 'node:timers/promises';
import type { Client } from '../client';
import type { SourceDay } from '../../../common/waveform/hours';
import type { CountsOwner } from '../../app/counting';
import { keepCounts } from './counts_store';

/** Stores a day. Returns why it cannot be kept, in a phrase, or null when it is. */
type KeepDay = (
  owner: CountsOwner,
  counts: SourceDay,
  signal: AbortSignal,
) => Promise<string | null>;

/** Days of an owner that are about to be stored, and what became of each of them. */
interface Waiting {
  readonly signal: AbortSignal;
  readonly days: SourceDay[];
  readonly kept: Promise<ReadonlyMap<SourceDay, string | null>>;
}

/**
 * Stores days of sources as `keepCounts` does: those that come at the same moment, as the days of one
 * search do, in one request. If not all of them can be kept, each is stored alone.
 */
export function countsKeeper(client: Client, clock: () => Date): KeepDay {
  const waiting = new Map<string, Waiting>();
  const keepAll = async (
    owner: CountsOwner,
    days: readonly SourceDay[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<SourceDay, string | null>> => {
    const kept = new Map<SourceDay, string | null>();
    const problem = await keepCounts(client, owner, days, clock(), signal);
    for (const day of days) {
      const isAlone = problem === null || days.length === 1;
      kept.set(day, isAlone ? problem : await keepCounts(client, owner, [day], clock(), signal));
    }
    return kept;
  };
  const begin = (owner: CountsOwner, key: string, signal: AbortSignal): Waiting => {
    const days: SourceDay[] = [];
    const kept = setImmediate().then(() => {
      if (waiting.get(key)?.days === days) waiting.delete(key);
      return keepAll(owner, days, signal);
    });
    const begun = { signal, days, kept };
    waiting.set(key, begun);
    return begun;
  };
  return async (owner, counts, signal) => {
    const key = JSON.stringify(owner);
    const known = waiting.get(key);
    const joined = known?.signal === signal ? known : begin(owner, key, signal);
    joined.days.push(counts);
    return (await joined.kept).get(counts) ?? null;
  };
}
