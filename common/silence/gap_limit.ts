import { HOURS_PER_DAY } from '../time';
import type { Gap } from './training_gaps';

/** The largest gaps tell how long the tail is. */
const MOST_IN_TAIL = 12;
const SHARE_IN_TAIL = 0.25;
/** Imaginary gaps of an independent law that the tail is drawn toward. */
const PRIOR_GAPS = 3;
/** From so many training days on one gap alone can be told from the stream's rhythm. */
const LEAST_DAYS_FOR_OUTAGE = 20;
/** A gap so many times as heavy as the limit of all others is an outage that is over. */
const OUTAGE = 1.5;

/** What is known of the training hours. */
export interface GapContext {
  /** Known training hours. */
  readonly hours: number;
  /** Share of these that had events. */
  readonly share: number;
}

/** Learned from these gaps alone: the weight that one exceeds less than once in so many days. */
function limitOf(sorted: readonly number[], { hours, share }: GapContext, days: number): number {
  const starts = Math.max(1, share * days * HOURS_PER_DAY);
  // As if hours were independent: of so many beginnings one becomes as heavy.
  const independent = Math.log(starts);
  const inTail = Math.min(MOST_IN_TAIL, Math.ceil(sorted.length * SHARE_IN_TAIL));
  if (inTail === 0) return independent;
  const base = sorted[inTail] ?? 0;
  const excess = sorted.slice(0, inTail).reduce((sum, weight) => sum + weight - base, 0);
  const scale = Math.max(1, (excess + PRIOR_GAPS) / (inTail + PRIOR_GAPS));
  const times = (inTail * days * HOURS_PER_DAY) / hours;
  return Math.max(independent, sorted[0] ?? 0, base + scale * Math.log(Math.max(1, times)));
}

/**
 * The weight from which a gap is no chance: the tail of the training gaps (peaks over a threshold
 * with an exponential tail, Coles 2001), carried on to so many days. One earlier outage does not
 * teach.
 */
export function gapLimit(gaps: readonly Gap[], context: GapContext, days: number): number {
  const sorted = gaps.map(({ weight }) => weight).sort((a, b) => b - a);
  const limit = limitOf(sorted, context, days);
  if (context.hours < LEAST_DAYS_FOR_OUTAGE * HOURS_PER_DAY) return limit;
  const others = limitOf(sorted.slice(1), context, days);
  return (sorted[0] ?? 0) > OUTAGE * others ? others : limit;
}
