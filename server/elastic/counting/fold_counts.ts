import { encodeSubtype } from '../../../common/sources';
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

/** Counts before the first answer. */
export function emptyCounts(): FoldedCounts {
  return { series: new HourTable(), lacking: 0, total: 0 };
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
