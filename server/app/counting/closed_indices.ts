import { dayStartUtc, type LocalDay } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { daysInNames, type DaySpan } from './index_days';

/** An index that is closed, so Elasticsearch does not search it. */
export interface ClosedIndex {
  readonly name: string;
  /** When a run first found it closed. Since then nothing was written to it. */
  readonly since: Date;
  /** The days that its name indicates; null if it indicates none. */
  readonly spans: readonly DaySpan[] | null;
}

/** The indices of a source that are closed. */
export interface ClosedIndices {
  readonly indices: readonly ClosedIndex[];
  /** The names of all indices of the source, also of those that are open. */
  readonly all: readonly string[];
  /** Whether these differ from the ones that the last run found. */
  readonly is_changed: boolean;
}

/**
 * The later list, with the indices of the earlier one that were opened in between. What was deleted is no
 * longer closed.
 */
export function withOpened(later: ClosedIndices, earlier: ClosedIndices): ClosedIndices {
  const names = new Set(later.indices.map(({ name }) => name));
  const there = new Set(later.all);
  const opened = earlier.indices.filter(({ name }) => there.has(name) && !names.has(name));
  return { ...later, indices: [...later.indices, ...opened] };
}

const SHOWN = 3;

/** @param since when each of the closed ones was first found closed; now if it is not recorded */
export function closedIndices(
  closed: readonly string[],
  all: readonly string[],
  since: ReadonlyMap<string, Date>,
  now: Date,
): ClosedIndex[] {
  if (closed.length === 0) return [];
  const spansOf = daysInNames(all);
  return closed.map((name) => ({ name, since: since.get(name) ?? now, spans: spansOf(name) }));
}

/** Shippers use UTC or the local clock for the date in a name, so both are considered. */
function reaches({ from, to }: DaySpan, day: LocalDay): boolean {
  if (day.day >= from && (to === null || day.day < to)) return true;
  const isBeforeEnd = to === null || day.from < dayStartUtc(to);
  return isBeforeEnd && day.to > dayStartUtc(from);
}

function mayHold({ since, spans }: ClosedIndex, day: LocalDay): boolean {
  if (day.from > since.getTime()) return false;
  return spans === null || spans.some((span) => reaches(span, day));
}

/** The closed indices that may hold documents of a day, by name. */
export function closedOn(closed: readonly ClosedIndex[], day: LocalDay): string[] {
  return closed.filter((index) => mayHold(index, day)).map(({ name }) => name);
}

/** "fw-1, fw-2, fw-3 and 4 more". */
export function closedNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  const more = names.length - SHOWN;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** "fw-1 is closed and was not counted: open it, or leave it out of the source". */
export function closedWords(names: readonly string[]): string {
  const all = closedNames(names);
  return names.length === 1
    ? `${all} is closed and was not counted: open it, or leave it out of the source`
    : `${all} are closed and were not counted: open them, or leave them out of the source`;
}

/** Training days that are unknown because a closed index may hold their documents. */
export function closedDaysIn(training: readonly CountedDay[]): number {
  return training.filter((day) => day.state === 'unknown' && day.closed !== undefined).length;
}
