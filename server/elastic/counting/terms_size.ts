import { binsOf, type TimeRange, type LocalDay } from '../../../common/time';

/** A cluster allows 65,536 buckets in an answer unless told otherwise. */
const MAX_BUCKETS = 65_000;

/**
 * How many subtypes an answer can hold when each has events in every bin.
 *
 * @param day one of the days that are counted, all of which have the same bins
 * @param span all of them
 */
export function termsSize(day: LocalDay, span: TimeRange = day): number {
  const bins = (span.to - span.from) / binsOf(day).interval;
  return Math.floor(MAX_BUCKETS / (bins + 1));
}
