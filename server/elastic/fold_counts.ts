import type { estypes } from '@elastic/elasticsearch';
import { encodeSubtype } from '../../common/sources/subtype';
import { HOURS_PER_DAY } from '../../common/time/local_day';
import { BIN, subtypeKey } from './get_counts_query';

/** Counts of a day while its pages come in. */
export interface FoldedCounts {
  readonly series: Map<string, number[]>;
  /** Documents that lack a subtype field. */
  lacking: number;
  /** Sum of all buckets: a document with several values in a field is in several buckets. */
  total: number;
}

/** Counts before the first page. */
export function emptyCounts(): FoldedCounts {
  return { series: new Map(), lacking: 0, total: 0 };
}

type CompositeKey = Record<string, string | number | boolean | null | undefined>;

/** The series of a bucket, or undefined for documents that lack one of the fields. */
function subtypeOf(
  key: CompositeKey,
  fieldCount: number,
): string | undefined {
  const values: string[] = [];
  for (let index = 0; index < fieldCount; index += 1) {
    const value = key[subtypeKey(index)];
    if (value === null || value === undefined) return undefined;
    values.push(String(value));
  }
  return encodeSubtype(values);
}

/**
 * Adds a page of buckets to the counts.
 *
 * Keys are compared as text: the number 5 and the keyword "5" are the same series, −0 is "0", and
 * whole numbers beyond 2^53 are as exact as JSON numbers are.
 *
 * @param hourAt the wall-clock hour of a bin, undefined outside the day: there lies the second
 *   value of a document with several times
 */
export function foldCounts(
  counts: FoldedCounts,
  buckets: readonly estypes.AggregationsCompositeBucket[],
  fieldCount: number,
  hourAt: (instant: number) => number | undefined,
): void {
  for (const { key, doc_count: events } of buckets) {
    counts.total += events;
    const hour = hourAt(Number(key[BIN]));
    if (hour === undefined) continue;
    const subtype = subtypeOf(key, fieldCount);
    if (subtype === undefined) {
      counts.lacking += events;
      continue;
    }
    const hours = counts.series.get(subtype) ?? Array<number>(HOURS_PER_DAY).fill(0);
    hours[hour] = (hours[hour] ?? 0) + events;
    counts.series.set(subtype, hours);
  }
}
