import { HOURS_PER_DAY } from '../time';
import { MOST_IN_TAIL, type TrainingGaps } from './training_gaps';

// A local copy: without a bundler, an import through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;

const SHARE_IN_TAIL = 0.25;
/** Imaginary gaps of an independent law that the tail is drawn toward. */
const PRIOR_GAPS = 3;
/** From this many training days on, one gap alone can be distinguished from the stream's rhythm. */
export const LEAST_DAYS_FOR_OUTAGE = 20;
/** A gap this many times as heavy as the limit of all others is an outage that is over. */
const OUTAGE = 1.5;

/** Statistics of the training hours. */
export interface GapContext {
  /** Known training hours. */
  readonly hours: number;
  /** Share of these that had events. */
  readonly share: number;
}

type Gaps = Pick<TrainingGaps, 'count' | 'heaviest'>;

/**
 * The weight that a gap exceeds less than once in this many days if hours are independent: the
 * weight of the heaviest of this many gaps. No limit is less.
 *
 * @param share of the hours that have events
 */
export function independentLimit(share: number, days: number): number {
  return Math.log(Math.max(1, share * days * DAY_HOURS));
}

/** Learned from these gaps alone: the weight that a gap exceeds less than once in this many days. */
function limitOf({ count, heaviest }: Gaps, { hours, share }: GapContext, days: number): number {
  const independent = independentLimit(share, days);
  const inTail = Math.min(MOST_IN_TAIL, Math.ceil(count * SHARE_IN_TAIL));
  if (inTail === 0) return independent;
  const base = heaviest[inTail] ?? 0;
  let excess = 0;
  for (let at = 0; at < inTail; at += 1) excess += (heaviest[at] ?? 0) - base;
  const scale = Math.max(1, (excess + PRIOR_GAPS) / (inTail + PRIOR_GAPS));
  const times = (inTail * days * DAY_HOURS) / hours;
  return Math.max(independent, heaviest[0] ?? 0, base + scale * Math.log(Math.max(1, times)));
}

/**
 * The weight from which a gap is not chance: the tail of the training gaps (peaks over a threshold
 * with an exponential tail, Coles 2001), extrapolated to this many days. A single earlier outage
 * does not count, unless people called it expected.
 */
export function gapLimit(
  gaps: Gaps & Pick<TrainingGaps, 'isHeaviestTrusted'>,
  context: GapContext,
  days: number,
): number {
  const limit = limitOf(gaps, context, days);
  if (gaps.isHeaviestTrusted || context.hours < LEAST_DAYS_FOR_OUTAGE * DAY_HOURS) return limit;
  const { count, heaviest } = gaps;
  const rest = { count: Math.max(0, count - 1), heaviest: heaviest.subarray(1) };
  const others = limitOf(rest, context, days);
  return (heaviest[0] ?? 0) > OUTAGE * others ? others : limit;
}
