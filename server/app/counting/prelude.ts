import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import { allOver } from '../basics';
import { closedOn, type ClosedIndices } from './closed_indices';
import type { LikelyDay } from './count_ahead';
import {
  unknownFor,
  type Answer,
  type CountingPorts,
  type IndexGroup,
  type KeptDays,
} from './counting_ports';

/** A day of a source that is to be counted at some moment. */
interface TestedDay {
  readonly source: Source;
  readonly tested: LocalDay;
  readonly now: Date;
}

/** Facts about the source, collected before its days are looked at. */
export interface Prelude {
  /** Missing privileges, a phrase each. */
  readonly missing: readonly string[];
  readonly groups: Answer<readonly IndexGroup[]>;
  readonly closed: Answer<ClosedIndices>;
  /** Of the tested day and the days just before it; with `withEarlier`, of all days. */
  readonly kept: KeptDays;
}

/** A day of as many series is about 100 kB. */
const FEW_SERIES = 1_000;

const NOTHING_KEPT: KeptDays = { days: new Map(), problem: null };

/**
 * Finds out what can be read of the source's indices, and which counts of its latest days are kept.
 *
 * Kept counts are not used if a privilege is missing: they may contain more than this user may
 * read, and this user's counts may be incomplete.
 *
 * @param latest the tested day, and the others whose kept counts decide what is asked of the indices
 */
export async function beginWith(
  { source, tested, now }: TestedDay,
  latest: readonly Day[],
  ports: CountingPorts,
  signal: AbortSignal,
): Promise<Prelude> {
  const [missing, groups, closed, kept] = await allOver([
    ports.missingRights(source, signal),
    ports.indexGroups(source, signal),
    ports.closedIndices(source, now, signal),
    ports.readKept(source, tested.zone, latest, signal),
  ]);
  if (missing.length === 0) return { missing, groups, closed, kept };
  // The missing privilege explains a refusal better than the error's own text.
  const known = groups.state === 'unknown' ? unknownFor(missing.join('; '), false) : groups;
  return { missing, groups: known, closed, kept: NOTHING_KEPT };
}

/** The same with the kept counts of the earlier days, which are used only where those of the latest are. */
export function withEarlier(prelude: Prelude, ofEarlier: KeptDays): Prelude {
  if (prelude.missing.length > 0) return prelude;
  const both = [prelude.kept, ofEarlier];
  const isPassing = both.some(({ is_passing }) => is_passing === true);
  const kept: KeptDays = {
    days: new Map(both.flatMap(({ days }) => [...days])),
    problem: both.find(({ problem }) => problem !== null)?.problem ?? null,
    ...(isPassing ? { is_passing: true } : {}),
  };
  return { ...prelude, kept };
}

/**
 * Whether kept days of the source are known to be so small that earlier ones can be read while it is
 * counted. Reading many series at the same time as counting them takes about half as much memory again.
 */
export function hasFewSeries({ kept }: Prelude): boolean {
  const sizes = [...kept.days.values()].map(({ series }) => series.size);
  return sizes.length > 0 && sizes.every((size) => size <= FEW_SERIES);
}

/**
 * The tested day, if it must be counted unless the indices have no document of it. Where indices map
 * fields differently, the survey says which of them are to be searched.
 */
export function likelyDay(
  { source, tested: day }: TestedDay,
  { groups, closed, kept }: Prelude,
): LikelyDay | undefined {
  if (groups.state === 'unknown' || kept.days.has(day.day)) return undefined;
  if (closed.state === 'known' && closedOn(closed.value.indices, day).length > 0) return undefined;
  const [group, ...others] = groups.value;
  if (group === undefined || others.length > 0 || group.unusable !== null) return undefined;
  return { source, group, day };
}

/** What a reader should know about these facts: one sentence each. */
export function preludeNotes({ missing, groups, closed, kept }: Prelude): string[] {
  const ofGroups =
    groups.state === 'known' ? groups.value.flatMap((group) => group.notes ?? []) : [];
  const notes = [...(kept.problem === null ? [] : [kept.problem]), ...new Set(ofGroups)];
  const canReadSome = groups.state === 'known' && groups.value.length > 0;
  if (closed.state === 'unknown' && groups.state === 'known') {
    notes.push(`it is unknown whether indices are closed, so no counts are kept: ${closed.reason}`);
  }
  if (missing.length === 0 || !canReadSome) return notes;
  return [
    ...notes,
    `only readable documents are counted, and their counts are not kept: ${missing.join('; ')}`,
  ];
}
