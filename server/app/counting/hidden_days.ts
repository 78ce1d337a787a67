import type { Source } from '../../../common/sources';
import { addDays, dayStartUtc, type Day, localDay, NoSuchDay } from '../../../common/time';
import { closedOn, type ClosedIndex } from './closed_indices';
import type { CountingPorts } from './counting_ports';

/** The ports for asking about closed indices. */
export type ClosedPorts = Pick<CountingPorts, 'closedIndices'>;

/** Days without counts whose documents closed indices may hold, with the names of these indices. */
export type HiddenDays = ReadonlyMap<Day, readonly string[]>;

/** The closed indices of a source, and why they are not known. */
export interface ClosedOfSource {
  readonly indices: readonly ClosedIndex[];
  /** In a sentence; null if they are known. */
  readonly problem: string | null;
}

/**
 * The indices of a source that are closed, for days up to a given one. An index that no run has
 * found closed yet may hold documents of each of them.
 *
 * @throws what the port throws
 */
export async function readClosed(
  source: Source,
  to: Day,
  ports: ClosedPorts,
  signal: AbortSignal,
): Promise<ClosedOfSource> {
  // No zone is two days ahead of UTC.
  const afterAll = new Date(dayStartUtc(addDays(to, 2)));
  const answer = await ports.closedIndices(source, afterAll, signal);
  if (answer.state === 'known') return { indices: answer.value.indices, problem: null };
  const problem = `it is unknown whether indices are closed: ${answer.reason}`;
  return { indices: [], problem };
}

function closedOnDay(closed: readonly ClosedIndex[], day: Day, zone: string): string[] {
  try {
    return closedOn(closed, localDay(day, zone));
  } catch (error) {
    // A zone that crossed the date line skipped the day.
    if (error instanceof NoSuchDay) return [];
    throw error;
  }
}

/** @param days those without counts */
export function hiddenDays(
  days: readonly Day[],
  closed: readonly ClosedIndex[],
  zone: string,
): HiddenDays {
  if (closed.length === 0) return new Map();
  const named = days.map((day) => [day, closedOnDay(closed, day, zone)] as const);
  return new Map(named.filter(([, names]) => names.length > 0));
}

/** The names of all indices that hide some of the days, in their order. */
export function hidingIndices(hidden: HiddenDays, days: readonly Day[]): string[] {
  return [...new Set(days.flatMap((day) => hidden.get(day) ?? []))].sort();
}
