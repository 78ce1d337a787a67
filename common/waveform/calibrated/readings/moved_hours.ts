import { type Flag, hourStretches, type HourStretch } from '../../hours';
import { varianceOf, type Noise } from '../noise';

const { abs, max, min, sqrt } = Math;

/** The surplus and the deficit match if they differ by no more than this share … */
const ALIKE_SHARE = 0.3;
/** … and this many standard deviations of noise. */
const ALIKE_DEVIATIONS = 2;

/** Events that came at other hours than expected. */
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

interface Change extends HourStretch {
  readonly excess: number;
  readonly variance: number;
  readonly score: number;
}

function changesOf(
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

function isAlike(came: Change, due: Change): boolean {
  if (came.to - came.from !== due.to - due.from) return false;
  const [surplus, deficit] = [came.excess, -due.excess];
  const noise = ALIKE_DEVIATIONS * sqrt(came.variance + due.variance);
  const tolerance = ALIKE_SHARE * max(surplus, deficit) + noise;
  // Noise alone must not make any two changes match.
  return abs(surplus - deficit) <= tolerance && noise < deficit;
}

/**
 * Finds events that moved: a deficit at some hours is matched by a surplus of about the same size,
 * over as many hours, at others. This counts only if the strongest flag of the day is one of the
 * two.
 */
export function movedHours(flags: readonly Flag[], day: ComparedDay): MovedHours | undefined {
  const strongest = flags.reduce((most, { score }) => max(most, score), 0);
  let best: (MovedHours & { readonly weaker: number }) | undefined;
  for (const came of changesOf(flags, 'high', day)) {
    for (const due of changesOf(flags, 'low', day)) {
      if (!isAlike(came, due) || max(came.score, due.score) < strongest) continue;
      const weaker = min(came.score, due.score);
      if (best !== undefined && best.weaker >= weaker) continue;
      best = { came, due, hours: came.from - due.from, weaker };
    }
  }
  return best;
}
