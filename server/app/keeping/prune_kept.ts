import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { retentionLimits } from './retention_limits';

/** What is kept by day. */
export type KeptKind = 'runs' | 'findings' | 'series' | 'counts';

/** Which documents are removed: those of days before `before`, except those of some runs. */
export interface Outdated {
  readonly scope: string;
  readonly before: Day;
  /** Runs whose documents stay. */
  readonly except: readonly string[];
}

/** The result of a removal. */
export interface Removal {
  readonly removed: number;
  /** Ids of documents that stay because somebody wrote them at the same moment. */
  readonly rewritten: readonly string[];
  /** Why the rest was not removed, in a phrase; null if all is done. */
  readonly problem: string | null;
}

/** A journal entry, and the indices of its documents. */
export interface JournalPlaces {
  readonly id: string;
  /** Identifies the version of the entry that was read. */
  readonly version: string;
  readonly indices: readonly string[];
}

export interface RetentionPorts {
  /** The days of active runs, as far as searches know. */
  daysAtWork(scope: string, signal: AbortSignal): Promise<readonly Day[]>;
  removeOutdated(kind: KeptKind, outdated: Outdated, signal: AbortSignal): Promise<Removal>;
  /** All journal entries of a scope. */
  journal(scope: string, signal: AbortSignal): AsyncIterable<readonly JournalPlaces[]>;
  /** Whether it is certain that such an index no longer exists. */
  isGone(index: string, signal: AbortSignal): Promise<boolean>;
  /** Removes entries that were not written since they were read. */
  removeEntries(entries: readonly JournalPlaces[], signal: AbortSignal): Promise<Removal>;
}

export interface PruneRequest {
  readonly scope: string;
  readonly settings: Pick<Settings, 'zone' | 'retention'>;
  readonly now: Date;
}

/** What was removed, in documents. */
export interface Pruned {
  readonly removed: Readonly<Record<KeptKind | 'journal', number>>;
  /** What could not be removed and why, a phrase each. */
  readonly problems: readonly string[];
}

/** Entries whose documents were all deleted with their indices. An entry that lists none stays. */
async function removeGoneEntries(
  scope: string,
  ports: RetentionPorts,
  signal: AbortSignal,
): Promise<Removal> {
  const asked = new Map<string, boolean>();
  const isGone = async (index: string): Promise<boolean> => {
    const gone = asked.get(index) ?? (await ports.isGone(index, signal));
    asked.set(index, gone);
    return gone;
  };
  let removed = 0;
  for await (const entries of ports.journal(scope, signal)) {
    const gone: JournalPlaces[] = [];
    for (const entry of entries) {
      let isWithout = entry.indices.length > 0;
      for (const index of entry.indices) isWithout &&= await isGone(index);
      if (isWithout) gone.push(entry);
    }
    const removal = await ports.removeEntries(gone, signal);
    removed += removal.removed;
    if (removal.problem !== null) return { ...removal, removed };
  }
  return { removed, rewritten: [], problem: null };
}

/**
 * Removes what is older than the settings keep. Runs go first, then what belongs to them, so that a
 * run that starts at this moment keeps all of its own data. Journal entries are only removed if
 * their documents were deleted with their indices. If it is interrupted at any point and called
 * again, the result is the same.
 *
 * @throws what the ports throw: no connection, an abort
 */
export async function pruneKept(
  { scope, settings, now }: PruneRequest,
  ports: RetentionPorts,
  signal: AbortSignal,
): Promise<Pruned> {
  const limits = retentionLimits(settings, await ports.daysAtWork(scope, signal), now);
  const results = { scope, before: limits.results };
  const runs = await ports.removeOutdated('runs', { ...results, except: [] }, signal);
  const except = runs.rewritten;
  const findings = await ports.removeOutdated('findings', { ...results, except }, signal);
  const ofSeries = { scope, before: limits.series, except };
  const series = await ports.removeOutdated('series', ofSeries, signal);
  // If a run that was started again needs them, they are counted again.
  const counts = await ports.removeOutdated('counts', { ...results, except: [] }, signal);
  const journal = await removeGoneEntries(scope, ports, signal);
  const all = { runs, findings, series, counts, journal };
  return {
    removed: {
      runs: runs.removed,
      findings: findings.removed,
      series: series.removed,
      counts: counts.removed,
      journal: journal.removed,
    },
    problems: Object.entries(all).flatMap(([name, { problem }]) =>
      problem === null ? [] : [`logwave-${name}: ${problem}`],
    ),
  };
}
