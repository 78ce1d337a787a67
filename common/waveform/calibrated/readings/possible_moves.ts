import { HOURS_PER_DAY } from '../../../time';
import type { HourStretch } from '../../hours';
import { shifted } from './best_shift';
import type { ComparedDay, MovedHours, Pair } from './moved_hours';

const { abs, sign } = Math;
const { isNaN: isUnknown } = Number;

/** Around midnight, a move is by no more hours: a longer one is read within the day. */
const MOST_AROUND_MIDNIGHT = 6;

/** A way in which a pair may have come about. */
export interface PossibleMove extends MovedHours {
  readonly pair: Pair;
  /** Whether only the hours of the pair moved; else those between moved as well. */
  readonly isOfPair: boolean;
  readonly isAroundMidnight: boolean;
  /** 24 counts that are expected if it is what happened. */
  readonly expected: Float64Array;
}

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

/**
 * What is expected if the usual counts of some hours came so many hours later.
 *
 * @param moved the hours at which they came, and those at which they were due
 */
function afterShift(
  { expected }: ComparedDay,
  moved: readonly number[],
  hours: number,
): Float64Array {
  const other = shifted(Float64Array.from(expected), hours);
  return other.map((mean, hour) => (moved.includes(hour) ? mean : (expected[hour] ?? 0)));
}

/** Hours one after the other as a stretch, around midnight, too. */
function stretchOf(hours: readonly number[]): HourStretch {
  return { from: hours[0] ?? 0, to: (hours[hours.length - 1] ?? 0) + 1 };
}

/**
 * The moves that may have made a pair, in one direction around the clock.
 *
 * @param distance from the missing hours to those that came, above 0 to a later time
 */
function movesBy(distance: number, pair: Pair, day: ComparedDay): PossibleMove[] {
  const { came, due } = pair;
  const begin = distance > 0 ? due.from : came.from;
  const length = abs(distance) + due.to - due.from;
  const span = Array.from({ length }, (_, place) => (begin + place) % HOURS_PER_DAY);
  const isAroundMidnight = came.from - due.from !== distance;
  const most = isAroundMidnight ? MOST_AROUND_MIDNIGHT : HOURS_PER_DAY;
  const isKnown = !span.some((hour) => isUnknown(day.counts[hour]));
  const moves: PossibleMove[] = [];
  for (let by = 1; by <= abs(distance) && by <= most; by += 1) {
    const isOfPair = by === abs(distance);
    if (!isOfPair && !isKnown) continue;
    const hours = by * sign(distance);
    const [first, last] = [span.slice(0, -by), span.slice(by)];
    const [early, late] = [stretchOf(first), stretchOf(last)];
    const ends = hours > 0 ? { came: late, due: early } : { came: early, due: late };
    // Some hours between remain as they are if the move is longer than what moved.
    const expected = isOfPair ? afterMove(day, pair) : afterShift(day, [...first, ...last], hours);
    moves.push({ pair, ...ends, hours, isOfPair, isAroundMidnight, expected });
  }
  return moves;
}

/**
 * The moves that may have made a pair. Its missing hours may have come at the others. Or all hours
 * from its first to its last came fewer hours late or early, if all of them are known: then it looks as
 * if the first had become the last.
 */
export function possibleMoves(pair: Pair, day: ComparedDay): PossibleMove[] {
  const distance = pair.came.from - pair.due.from;
  const aroundMidnight = distance - HOURS_PER_DAY * sign(distance);
  return [distance, aroundMidnight].flatMap((hours) => movesBy(hours, pair, day));
}
