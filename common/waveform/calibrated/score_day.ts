import { HOURS_PER_DAY } from '../../time';
import type { Noise } from './noise';
import { carriesItsShare, scoreWindows, type DayCounts, type WindowScore } from './score_windows';
import { windowsWithout, type Windows } from './windows';

const { max } = Math;
const { isNaN: isUnknown } = Number;

/** A window from this score on is explained by itself: it excuses and accuses no other. */
const STANDS_OUT = 3;
/** Each window that is taken out explains an hour at least. */
const MOST_WINDOWS = HOURS_PER_DAY;

/** What scoring a day comes to, hour by hour. */
export interface HourScores {
  /** The best score of a window in which the hour carries its share; 0 for an hour not known. */
  readonly scores: Float64Array;
  /** Whether that window has more than expected. */
  readonly isHigh: readonly boolean[];
}

const HOURS = Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour);

function hoursWhere(isMeant: (hour: number) => boolean): number[] {
  return HOURS.filter(isMeant);
}

interface Pass {
  readonly strongest: WindowScore | undefined;
  readonly byHour: (WindowScore | undefined)[];
}

function pass(day: DayCounts, noise: Noise, windows: Windows): Pass {
  const byHour = Array<WindowScore | undefined>(HOURS_PER_DAY).fill(undefined);
  let strongest: WindowScore | undefined;
  scoreWindows(day, noise, windows, true, (scored) => {
    const { from, length } = scored.window;
    if (strongest === undefined || scored.score > strongest.score) strongest = scored;
    for (let hour = from; hour < from + length; hour += 1) {
      if (scored.score <= (byHour[hour]?.score ?? 0)) continue;
      if (carriesItsShare(day, scored, hour)) byHour[hour] = scored;
    }
  });
  return { strongest, byHour };
}

/**
 * Scores each hour of a day: −log₁₀ of how rare a count as far out is, in the best of the windows of
 * 1, 2, 3, 4 and 6 hours around it.
 *
 * The strongest window is taken out of the day before the rest is scored again, until none stands
 * out: an attack neither makes its neighbors look silent nor lends them its own score.
 *
 * @param whole the windows of a day that is known whole, made once for a series
 */
export function scoreDay(day: DayCounts, noise: Noise, whole: Windows): HourScores {
  const scores = new Float64Array(HOURS_PER_DAY);
  const isHigh = Array<boolean>(HOURS_PER_DAY).fill(false);
  const settle = (hour: number, by: WindowScore): void => {
    scores[hour] = max(0, by.score);
    isHigh[hour] = by.isHigh;
  };
  const unknown = hoursWhere((hour) => isUnknown(day.counts[hour]));
  let windows = unknown.length === 0 ? whole : windowsWithout(unknown, whole);
  for (let round = 0; ; round += 1) {
    const { strongest, byHour } = pass(day, noise, windows);
    if (strongest === undefined || strongest.score < STANDS_OUT || round === MOST_WINDOWS) {
      byHour.forEach((by, hour) => (by === undefined ? undefined : settle(hour, by)));
      return { scores, isHigh };
    }
    const { from, length } = strongest.window;
    const explained = hoursWhere(
      (hour) => hour >= from && hour < from + length && carriesItsShare(day, strongest, hour),
    );
    for (const hour of explained) settle(hour, strongest);
    windows = windowsWithout(explained, windows);
  }
}
