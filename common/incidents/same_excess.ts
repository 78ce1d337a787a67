import { least } from '../lists';
import { type DayColumn, localDay } from '../time';
import { type Finding, lengthOf, loggedOver, type SharedEvents } from '../waveform/hours';
import { ownHours, type ComparablePair } from './comparable_pairs';

/** The counts of a pair, over its hours. */
export interface PairCounts {
  /** Events of both on the day. */
  readonly today: number;
  /** Events of both on the pair's other days together. */
  readonly usual: number;
  /** Events of each on the pair's other days together; 0 if they were not requested. */
  readonly usual_a: number;
  readonly usual_b: number;
}

/** How much of each finding the other one also has. */
export interface Sharing {
  /** 0 to 1. */
  readonly of_a: number;
  readonly of_b: number;
  readonly a: SharedEvents;
  readonly b: SharedEvents;
}

type Columns = readonly DayColumn[];

function columnsOf({ a: { day, zone } }: ComparablePair): Columns {
  return localDay(day, zone).columns;
}

/** Events that are expected in some hours, as long as these last. */
function expectedIn(
  usual: Finding['usual_day'],
  hours: readonly number[],
  columns: Columns,
): number {
  return hours.reduce((sum, hour) => sum + (usual?.[hour] ?? 0) * lengthOf(columns, hour), 0);
}

/** Events above what was expected, in the hours in which the finding itself is flagged. */
function excessOf(finding: Finding, columns: Columns): number {
  const own = new Set(ownHours(finding));
  return finding.flagged.reduce(
    (sum, { hour, events, expected }) =>
      sum + (own.has(hour) ? events - (expected ?? 0) * lengthOf(columns, hour) : 0),
    0,
  );
}

function part(shared: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, shared) / whole);
}

/**
 * How much of two findings is the same. For "more": the events that both share above their usual
 * shared events, as part of each excess. The usual shared events cannot exceed what either is
 * expected to have, so an earlier incident in the training days does not hide this one. For "less":
 * the events that both shared on the last comparable day, as part of the events of each there.
 */
export function sharingOf(pair: ComparablePair, counts: PairCounts): Sharing {
  const { a, b, side, hours, days } = pair;
  const view = (
    { source, subtype, series_name }: Finding,
    told: Pick<SharedEvents, 'shared' | 'of' | 'on'>,
  ): SharedEvents => ({ source, subtype: subtype ?? '', series_name, hours, ...told });
  if (side === 'less') {
    const on = days[days.length - 1] ?? null;
    const { usual: shared, usual_a: ofA, usual_b: ofB } = counts;
    return {
      of_a: part(shared, ofA),
      of_b: part(shared, ofB),
      a: view(b, { shared, of: ofA, on }),
      b: view(a, { shared, of: ofB, on }),
    };
  }
  const columns = columnsOf(pair);
  const expected = [a, b].map((finding) => expectedIn(finding.usual_day, hours, columns));
  const usual = least([counts.usual / Math.max(1, days.length), ...expected]);
  const excess = counts.today - usual;
  const told = { shared: counts.today, on: null };
  return {
    of_a: part(excess, excessOf(a, columns)),
    of_b: part(excess, excessOf(b, columns)),
    a: view(b, { ...told, of: loggedOver(a.today, hours, columns) }),
    b: view(a, { ...told, of: loggedOver(b.today, hours, columns) }),
  };
}

/** Whether two findings are the same excess. @param share how much of each, 0 to 1 */
export function isSameExcess({ of_a: ofA, of_b: ofB }: Sharing, share: number): boolean {
  return ofA >= share && ofB >= share;
}

/** Whether the shared events could be that many: at most as many as the smaller one has. */
export function mayBeSame(pair: ComparablePair, share: number): boolean {
  if (pair.side === 'less') return true;
  const columns = columnsOf(pair);
  const [ofA, ofB] = [pair.a, pair.b].map(({ today }) => loggedOver(today, pair.hours, columns));
  const today = Math.min(ofA ?? 0, ofB ?? 0);
  return isSameExcess(sharingOf(pair, { today, usual: 0, usual_a: 0, usual_b: 0 }), share);
}
