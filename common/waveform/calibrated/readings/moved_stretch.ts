import { greatest } from '../../../lists';
import { HOURS_PER_DAY } from '../../../time';
import type { Flag, HourStretch } from '../../hours';
import { knownHours, sumOf, toldOtherwise, type KnownHours } from './compared_hours';
import { varianceOf } from '../noise';
import {
  changesOf,
  pairsOf,
  strongestOf,
  type ComparedDay,
  type MovedHours,
  type Pair,
} from './moved_hours';
import { possibleMoves, type PossibleMove } from './possible_moves';

const { abs, max, min, sqrt } = Math;

/** A move explains some hours if their squared residuals, in standard deviations, are so much less. */
const LEAST_OF_HOURS = 4;
/** A move is better than a shorter one if those of the whole day are so much less. */
const LEAST_OF_DAY = 10;
/** Hours where events moved are as usual up to so many standard deviations of what is expected then. */
const USUAL_DEVIATIONS = 2;
/** Where events moved away, no more are missing from the level beside it, in standard deviations. */
const MOST_BELOW = 3;
/** No hour is expected to have fewer events, so that a single event does not decide. */
const LEAST_EVENTS = 1;

/** Events that moved, with the flags of the day that this explains, and the others. */
export interface ReportedMove<F extends Flag> extends MovedHours {
  readonly explained: readonly F[];
  readonly rest: readonly F[];
}

/** A move with what it explains: of each hour, by how much its squared residual is less. */
interface WeighedMove extends PossibleMove {
  readonly explains: readonly number[];
  readonly ofDay: number;
}

function atLeastOne(expected: ArrayLike<number>): Float64Array {
  return Float64Array.from(expected, (mean) => max(mean, LEAST_EVENTS));
}

function weigh(move: PossibleMove, known: KnownHours, { noise }: ComparedDay): WeighedMove {
  const { squares } = toldOtherwise(atLeastOne(move.expected), known, noise);
  const explains = Array<number>(move.expected.length).fill(0);
  for (const [at, hour] of known.hours.entries()) {
    explains[hour] = (known.squares[at] ?? 0) - (squares[at] ?? 0);
  }
  return { ...move, explains, ofDay: sumOf(explains) };
}

/** Whether a move explains both halves of its pair. They are alike, so a move of just them does. */
function explainsPair({ pair: { came, due }, isOfPair, explains }: WeighedMove): boolean {
  const halves = [came, due].map(({ from, to }) => sumOf(explains.slice(from, to)));
  return isOfPair || min(...halves) > LEAST_OF_HOURS;
}

/**
 * Whether hours whose events came at others are not below the level of the hours beside them. What moved
 * leaves what is usual without it. Fewer events than that are a drop, unless the events came where usually
 * none do: then none are usual without them.
 */
function leavesLevel(
  { isOfPair, pair: { came, due } }: PossibleMove,
  { counts, expected, noise }: ComparedDay,
): boolean {
  if (!isOfPair) return true;
  if (
    Array.from(expected)
      .slice(came.from, came.to)
      .every((mean) => mean < LEAST_EVENTS)
  )
    return true;
  const before = expected[(due.from || HOURS_PER_DAY) - 1] ?? 0;
  const level = min(before, expected[due.to % HOURS_PER_DAY] ?? 0);
  let missing = 0;
  let variance = 0;
  for (let hour = due.from; hour < due.to; hour += 1) {
    missing += level - (counts[hour] ?? 0);
    variance += varianceOf(noise, level, hour);
  }
  return missing < MOST_BELOW * sqrt(variance);
}

/** The moves that explain about as much as the one that explains most. */
function explainingMost(moves: readonly WeighedMove[]): WeighedMove[] {
  const most = greatest(moves.map(({ ofDay }) => ofDay));
  return moves.filter(({ ofDay }) => ofDay >= most - LEAST_OF_DAY);
}

/** The moves that may have made a pair. A longer one has to explain about as much as its own hours do. */
function movesOf(pair: Pair, known: KnownHours, day: ComparedDay): WeighedMove[] {
  const moves = possibleMoves(pair, day).map((move) => weigh(move, known, day));
  return explainingMost(moves.filter(explainsPair)).filter((move) => leavesLevel(move, day));
}

/** The move that explains most: of those that explain about as much, the shortest. */
function bestOf(moves: readonly WeighedMove[]): WeighedMove | undefined {
  const [best] = explainingMost(moves).sort(
    (a, b) =>
      abs(a.hours) - abs(b.hours) ||
      Number(a.isAroundMidnight) - Number(b.isAroundMidnight) ||
      b.ofDay - a.ofDay,
  );
  return best;
}

/** Whether an hour is in a stretch, which may go on after midnight. */
function isIn({ from, to }: HourStretch, hour: number): boolean {
  const place = (hour - from + HOURS_PER_DAY) % HOURS_PER_DAY;
  return place < (to - from + HOURS_PER_DAY) % HOURS_PER_DAY;
}

/** Flagged stretches where events moved that have no more, or no less, than is expected then. */
function usualSince(
  { came, due, expected }: WeighedMove,
  flags: readonly Flag[],
  day: ComparedDay,
): HourStretch[] {
  const where = flags.filter(({ hour }) => isIn(came, hour) || isIn(due, hour));
  const moved = { ...day, expected: atLeastOne(expected) };
  return (['high', 'low'] as const).flatMap((direction) =>
    changesOf(where, direction, moved).filter(({ excess, variance }) => {
      const out = direction === 'high' ? excess : -excess;
      return out < USUAL_DEVIATIONS * sqrt(variance);
    }),
  );
}

/**
 * Events that moved, as they are reported: what is missing at some hours came at others, or all hours
 * of a longer stretch came late or early. Of all moves that the flags suggest, it is the one that
 * explains most of the day.
 *
 * @param flags of the day; undefined if the move does not explain the strongest of them
 */
export function movedStretch<F extends Flag>(
  flags: readonly F[],
  day: ComparedDay,
): ReportedMove<F> | undefined {
  const counts = Float64Array.from(day.counts);
  const known = knownHours({ counts, expected: atLeastOne(day.expected) }, day.noise);
  const best = bestOf(pairsOf(flags, day).flatMap((pair) => movesOf(pair, known, day)));
  if (best === undefined) return undefined;
  const { came, due, hours, pair, explains } = best;
  const isExplained = ({ hour }: F): boolean =>
    [pair.came, pair.due].some((half) => isIn(half, hour)) ||
    (explains[hour] ?? 0) > LEAST_OF_HOURS;
  const left = flags.filter((flag) => !isExplained(flag));
  const usual = usualSince(best, left, day);
  const rest = left.filter(({ hour }) => !usual.some((stretch) => isIn(stretch, hour)));
  const explained = flags.filter((flag) => !rest.includes(flag));
  if (strongestOf(explained) < strongestOf(flags)) return undefined;
  return { came, due, hours, explained, rest };
}
