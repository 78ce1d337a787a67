import type { Client } from '../client';
import type { SourceDay } from '../../../common/waveform/hours';
import { AskedTogether } from '../../app/basics';
import type { CountsOwner } from '../../app/counting';
import { keepCounts } from './counts_store';

/** Stores a day. Returns why it cannot be kept, in a phrase, or null when it is. */
type KeepDay = (
  owner: CountsOwner,
  counts: SourceDay,
  signal: AbortSignal,
) => Promise<string | null>;

/** A day that is to be stored, and whose it is. */
interface OwnedDay {
  readonly owner: CountsOwner;
  readonly counts: SourceDay;
}

/**
 * Stores days of sources as `keepCounts` does: those that come at the same moment, as the days of one
 * search do, in one request. If not all of them can be kept, each is stored alone.
 */
export function countsKeeper(client: Client, clock: () => Date): KeepDay {
  const together = new AskedTogether<OwnedDay, ReadonlyMap<SourceDay, string | null>>(
    async (owned, _key, signal) => {
      const kept = new Map<SourceDay, string | null>();
      const [first] = owned;
      if (first === undefined) return kept;
      const { owner } = first;
      const days = owned.map(({ counts }) => counts);
      const problem = await keepCounts(client, owner, days, clock(), signal);
      for (const day of days) {
        const isAlone = problem === null || days.length === 1;
        kept.set(day, isAlone ? problem : await keepCounts(client, owner, [day], clock(), signal));
      }
      return kept;
    },
  );
  return async (owner, counts, signal) => {
    const kept = await together.ask(JSON.stringify(owner), { owner, counts }, signal);
    return kept.get(counts) ?? null;
  };
}
