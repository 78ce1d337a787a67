import { missingFields, namedFields, type Source } from '../../../common/sources';
import type { CountedDay } from '../../../common/waveform/hours';
import type { IndexGroup } from './counting_ports';

/**
 * A source without any event on the tested day in its series, though its indices have documents.
 */
export interface Unmatched {
  /** All documents of the day in its indices. */
  readonly documents: number;
  /** Fields to filter or to count by that none of its indices maps. */
  readonly unmapped: readonly string[];
  /** Why some of its indices cannot be counted, in a sentence; null if all can. */
  readonly unusable: string | null;
  /** Whether its series had events on a training day. */
  readonly was_matched: boolean;
}

function hasSeries(day: CountedDay): boolean {
  return day.state === 'known' && day.counts.documents > day.counts.without_subtype;
}

/** Fields to filter or to count by that none of the indices maps. */
export function unmappedFields(
  { filter, subtype_fields: subtypes }: Source,
  groups: readonly IndexGroup[],
): string[] {
  const isMapped = (field: string): boolean => groups.some(({ fields }) => fields.has(field));
  const uncounted = subtypes.filter((field) => !isMapped(field));
  return [...new Set([...missingFields(filter, isMapped), ...uncounted])];
}

/** Fields of conditions that are never met because no index maps them, though others may be. */
export function idleFields(source: Source, groups: readonly IndexGroup[]): string[] {
  const missing = unmappedFields(source, groups);
  const idle = namedFields(source.filter)
    .map(({ field }) => field)
    .filter((field) => !groups.some(({ fields }) => fields.has(field)) && !missing.includes(field));
  return [...new Set(idle)];
}

/**
 * Finds a source that does not fit its indices.
 *
 * @param documents all documents of the tested day in its indices
 * @param groups its indices
 * @returns null if it has an event, if there is no document, or if the day is unknown
 */
export function findUnmatched(
  source: Source,
  tested: CountedDay,
  training: readonly CountedDay[],
  documents: number,
  groups: readonly IndexGroup[],
): Unmatched | null {
  if (tested.state === 'unknown' || hasSeries(tested) || documents === 0) return null;
  const unmapped = unmappedFields(source, groups);
  const unusable = groups.find((group) => group.unusable !== null)?.unusable ?? null;
  return { documents, unmapped, unusable, was_matched: training.some(hasSeries) };
}
