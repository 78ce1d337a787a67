import { encodeSubtype } from '../../../common/sources';
import type { SeriesNames } from '../../../common/waveform/hours';
import { HourTable } from '../../../common/waveform/hours';
import {
  BIN,
  subtypeKey,
  type CompositeAggregations,
  type TermsAggregations,
} from './get_counts_query';

/** Counts of a day while they come in. */
export interface FoldedCounts {
  readonly series: HourTable;
  /** Documents that lack a subtype field. */
  lacking: number;
  /** Sum of all buckets. A document with several values in a field is in several buckets. */
  total: number;
}

/** Finds the wall-clock hour of a bin; undefined outside the day. */
type HourFinder = (instant: number) => number | undefined;

/** Counts before the first answer. @param names those of several days that are counted together */
export function emptyCounts(names?: SeriesNames): FoldedCounts {
  return { series: new HourTable(undefined, names), lacking: 0, total: 0 };
}

/** @param subtype null for documents that lack a field */
function addEvents(
  counts: FoldedCounts,
  subtype: string | null,
  hour: number | undefined,
  events: number,
): void {
  counts.total += events;
  // A document with several times may have one outside the day.
  if (hour === undefined) return;
  if (subtype === null) {
    counts.lacking += events;
    return;
  }
  counts.series.add(subtype, hour, events);
}

/**
 * Adds the buckets of a terms answer to the counts.
 *
 * Keys are compared as text, here and in composite answers: the number 5 and the keyword "5" are
 * the same series, −0 is "0", and whole numbers beyond 2^53 are as exact as JSON numbers are.
 *
 * @param missing the placeholder for documents without the field
 */
export function foldTerms(
  counts: FoldedCounts,
  { series }: TermsAggregations,
  missing: string | number,
  hourAt: HourFinder,
): void {
  for (const { key, hours } of series.buckets) {
    const subtype = key === missing ? null : encodeSubtype([String(key)]);
    for (const { key: bin, doc_count: events } of hours.buckets) {
      addEvents(counts, subtype, hourAt(bin), events);
    }
  }
}

/**
 * Adds the buckets of a terms answer that covers several days to the counts of each. The second time
 * of a document that has several may be on none of them.
 *
 * @param days ascending, each with the finder of its hours; their counts are in the same order
 */
export function foldDays(
  counts: readonly FoldedCounts[],
  { series }: Pick<TermsAggregations, 'series'>,
  missing: string | number,
  days: readonly { readonly to: number; readonly hourAt: HourFinder }[],
): void {
  for (const { key, hours } of series.buckets) {
    const subtype = key === missing ? null : encodeSubtype([String(key)]);
    // Bins come in their order, so each day is done before the next one begins.
    let at = 0;
    for (const { key: bin, doc_count: events } of hours.buckets) {
      while (at < days.length && bin >= (days[at]?.to ?? Infinity)) at += 1;
      const [ofDay, day] = [counts[at], days[at]];
      if (ofDay !== undefined) addEvents(ofDay, subtype, day?.hourAt(bin), events);
    }
  }
}

type CompositeKey = Record<string, string | number | boolean | null | undefined>;

/** The series of a composite key, or null if one of the fields is missing. */
function subtypeOf(key: CompositeKey, fieldCount: number): string | null {
  const values: string[] = [];
  for (let index = 0; index < fieldCount; index += 1) {
    const value = key[subtypeKey(index)];
    if (value === null || value === undefined) return null;
    values.push(String(value));
  }
  return encodeSubtype(values);
}

/** Adds a page of composite buckets to the counts. */
export function foldComposite(
  counts: FoldedCounts,
  { series }: CompositeAggregations,
  fieldCount: number,
  hourAt: HourFinder,
): void {
  for (const { key, doc_count: events } of series.buckets) {
    addEvents(counts, subtypeOf(key, fieldCount), hourAt(Number(key[BIN])), events);
  }
}
