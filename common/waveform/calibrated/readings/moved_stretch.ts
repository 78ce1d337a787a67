import type { Flag, HourStretch } from '../../hours';
import { shifted } from './best_shift';
import { gainsOf, knownHours, toldOtherwise } from './compared_hours';
import {
  pairsOf,
  strongestPair,
  type ComparedDay,
  type MovedHours,
  type Pair,
} from './moved_hours';

const { abs, max, min, sign } = Math;

/** How much likelier, as a log-likelihood, a longer move must be than a shorter one. */
const LEAST_GAIN = 5;
/** No hour is expected to have fewer events, so that a single event does not decide. */
const LEAST_EVENTS = 1;

/** Events that moved, with the hours of the deficit that showed it. */
export type ReportedMove = MovedHours & { readonly missing: HourStretch };

/** What is expected if just those events that are missing at some hours came at the others. */
function afterMove({ counts, expected }: ComparedDay, { came, due }: Pair): Float64Array {
  const other = Float64Array.from(expected);
  for (let place = 0; place < due.to - due.from; place += 1) {
    const [to, from] = [came.from + place, due.from + place];
    const left = counts[from] ?? 0;
    other[to] = (other[to] ?? 0) + (other[from] ?? 0) - left;
    other[from] = left;
  }
  return other;
}

function atLeastOne(expected: Float64Array): Float64Array {
  return expected.map((mean) => max(mean, LEAST_EVENTS));
}

/** All hours from the first of a pair to its last. */
function spanOf({ came, due }: Pair): HourStretch {
  return { from: min(came.from, due.from), to: max(came.to, due.to) };
}

/** A day of which only a stretch is known. */
function within({ counts }: ComparedDay, { from, to }: HourStretch): Float64Array {
  return Float64Array.from(counts, (count, hour) => (hour >= from && hour < to ? count : NaN));
}

/**
 * By how many hours a stretch of the day moved, if its first hours are missing and as many came after
 * its end, or the reverse: then it looks as if the first had become the last.
 *
 * @returns 0 if no move by fewer hours explains all hours between the pair as well
 */
function shorterMove(pair: Pair, day: ComparedDay): number {
  const { noise } = day;
  const expected = Float64Array.from(day.expected);
  const distance = pair.came.from - pair.due.from;
  const span = { counts: within(day, spanOf(pair)), expected: atLeastOne(afterMove(day, pair)) };
  const known = knownHours(span, noise);
  let [found, most] = [0, -LEAST_GAIN];
  for (let hours = 1; hours < abs(distance); hours += 1) {
    const move = hours * sign(distance);
    const moved = atLeastOne(shifted(expected, move));
    const gains = gainsOf(toldOtherwise(moved, known, noise), known);
    const gain = gains.reduce((sum, value) => sum + value, 0);
    if (gain > most) [found, most] = [move, gain];
  }
  return found;
}

/** The stretch that moved by some hours, where it came and where it was due. */
function stretchOf(pair: Pair, hours: number): ReportedMove {
  const { from, to } = spanOf(pair);
  const early = { from, to: to - abs(hours) };
  const late = { from: from + abs(hours), to };
  const [came, due] = hours > 0 ? [late, early] : [early, late];
  return { came, due, hours, missing: pair.due };
}

/**
 * Events that moved, as they are reported. Hours that came elsewhere may be the beginning and the end of
 * a longer stretch that came late or early. If a move by fewer hours explains all hours between
 * as well, it is reported, and neither half is taken for the half of another move.
 *
 * @param flags of the day; the strongest is in what moved
 */
export function movedStretch(flags: readonly Flag[], day: ComparedDay): ReportedMove | undefined {
  const pairs = pairsOf(flags, day).map((pair) => ({ ...pair, shorter: shorterMove(pair, day) }));
  const longer = pairs.filter(({ shorter }) => shorter !== 0);
  const isTaken = ({ came, due }: Pair): boolean =>
    longer.some((pair) => pair.came.from === came.from || pair.due.from === due.from);
  const single = pairs.filter((pair) => !isTaken(pair));
  const found = strongestPair([...longer, ...single], flags);
  if (found === undefined) return undefined;
  const { came, due, shorter } = found;
  if (shorter !== 0) return stretchOf(found, shorter);
  return { came, due, hours: came.from - due.from, missing: due };
}
