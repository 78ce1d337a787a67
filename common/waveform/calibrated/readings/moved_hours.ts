import { greatest } from '../../../lists';
import { type Flag, hourStretches, type HourStretch } from '../../hours';
import { varianceOf, type Noise } from '../noise';

const { abs, max, min, sqrt } = Math;

/** The surplus and the deficit match if they differ by no more than this share … */
const ALIKE_SHARE = 0.3;
/** … and this many standard deviations of noise. */
const ALIKE_DEVIATIONS = 2;

/** Events that came at other hours than expected. A stretch may go on after midnight: 23 to 1. */
export interface MovedHours {
  readonly came: HourStretch;
  readonly due: HourStretch;
  /** Later if above 0, earlier if below. */
  readonly hours: number;
}

/** The tested day with what was expected of it. */
export interface ComparedDay {
  readonly counts: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
  readonly noise: Noise;
}

/** A stretch of flagged hours of one direction. */
export interface Change extends HourStretch {
  readonly excess: number;
  readonly variance: number;
  readonly score: number;
}

/** A surplus and a deficit of as many hours. */
export interface Pair {
  readonly came: Change;
  readonly due: Change;
}

/** Flagged hours of one direction as stretches, compared with what is expected. */
export function changesOf(
  flags: readonly Flag[],
  direction: Flag['direction'],
  { counts, expected, noise }: ComparedDay,
): Change[] {
  const directed = flags.filter((flag) => flag.direction === direction);
  return hourStretches(directed.map(({ hour }) => hour)).map((stretch) => {
    let excess = 0;
    let variance = 0;
    let score = 0;
    for (const flag of directed) {
      if (flag.hour < stretch.from || flag.hour >= stretch.to) continue;
      const usual = expected[flag.hour] ?? 0;
      excess += (counts[flag.hour] ?? 0) - usual;
      variance += varianceOf(noise, usual, flag.hour);
      score = max(score, flag.score);
    }
    return { ...stretch, excess, variance, score };
  });
}

/** Whether about as many events came at some hours as are missing at the others. */
function isAlike({ came, due }: Pair): boolean {
  const [surplus, deficit] = [came.excess, -due.excess];
  const noise = ALIKE_DEVIATIONS * sqrt(came.variance + due.variance);
  const tolerance = ALIKE_SHARE * max(surplus, deficit) + noise;
  // Noise alone must not make any two changes match.
  return abs(surplus - deficit) <= tolerance && noise < deficit;
}

/** Each surplus with each deficit of as many hours and about as many events. */
export function pairsOf(flags: readonly Flag[], day: ComparedDay): Pair[] {
  const lows = changesOf(flags, 'low', day);
  return changesOf(flags, 'high', day).flatMap((came) =>
    lows
      .filter((due) => came.to - came.from === due.to - due.from)
      .map((due): Pair => ({ came, due }))
      .filter(isAlike),
  );
}

/** The highest score of some flags. */
export function strongestOf(flags: readonly Flag[]): number {
  return greatest(flags.map(({ score }) => score));
}

/**
 * Finds events that moved: a deficit at some hours is matched by a surplus of about the same size,
 * over as many hours, at others. Of several such pairs it is the one whose weaker half stands out
 * most. This counts only if the strongest flag of the day is in one of its halves.
 *
 * @returns by how many hours, later if above 0; undefined if none moved
 */
export function movedBy(flags: readonly Flag[], day: ComparedDay): number | undefined {
  const strongest = strongestOf(flags);
  const weaker = ({ came, due }: Pair): number => min(came.score, due.score);
  const [best] = pairsOf(flags, day)
    .filter(({ came, due }) => max(came.score, due.score) >= strongest)
    .sort((a, b) => weaker(b) - weaker(a));
  return best && best.came.from - best.due.from;
}
