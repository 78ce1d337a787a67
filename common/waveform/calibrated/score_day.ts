import { LEAST_SCORE_LIMIT } from '../../settings';
import { HOURS_PER_DAY } from '../../time';
import { leastSquaresFor, mayReach } from './windows/may_reach';
import type { Noise } from './noise';
import { carriesItsShare, scoreWindow, scoreWindows } from './windows/score_windows';
import { measureWindows } from './windows/measure_windows';
import { roomForWindows, type DayCounts, type WindowRoom } from './windows/window_room';
import {
  roomForShared,
  WINDOWS,
  windowsWithout,
  type Shared,
  type Windows,
} from './windows/windows';

const { max } = Math;
const { isNaN: isUnknown } = Number;
// Local copies: without a bundler, an import is looked up at every step of a loop.
const ALL_WINDOWS = WINDOWS;
const carries = carriesItsShare;
const reaches = mayReach;
const scored = scoreWindow;

/**
 * A window from this score on explains itself: it neither lowers nor raises the scores of others. It is
 * the lowest threshold, so that a day of which no window stands out has no finding at any.
 */
const STANDS_OUT = LEAST_SCORE_LIMIT;
const LEAST_SQUARES = leastSquaresFor(STANDS_OUT);
/** Smaller differences count as equal, so that every machine takes the earlier window. */
const EQUAL = 1 + 1e-9;
/** Each window that is taken out explains at least one hour. */
const MOST_WINDOWS = HOURS_PER_DAY;
const NONE = -1;

/** The score of a day, hour by hour. */
export interface HourScores {
  /** The best score of a window in which the hour carries its share; 0 for an unknown hour. */
  readonly scores: Float64Array;
  /** Whether that window has more than expected. */
  readonly isHigh: readonly boolean[];
}

/** The memory for scoring a day, reused for each. */
export interface DayRoom {
  readonly windows: WindowRoom;
  /** The correlations of the hours once some are left out. */
  readonly without: Shared;
  /** By hour: the number of its best window, −1 for none. */
  readonly byHour: Int16Array;
}

/** Memory for scoring a day, to be reused. */
export function roomForDay(): DayRoom {
  const byHour = new Int16Array(HOURS_PER_DAY);
  return { windows: roomForWindows(), without: roomForShared(), byHour };
}

const HOURS = Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour);

function hoursWhere(isMeant: (hour: number) => boolean): number[] {
  return HOURS.filter(isMeant);
}

function carriesIn(day: DayCounts, room: WindowRoom, number: number, hour: number): boolean {
  const excess = (room.counts[number] ?? 0) - (room.means[number] ?? 0);
  const length = ALL_WINDOWS[number]?.length ?? 1;
  return carries(day, length, excess, room.isHigh[number] === 1, hour);
}

/** The strongest measured window that stands out; −1 if none does. */
function strongestOf(room: WindowRoom): number {
  let strongest = NONE;
  let most = 0;
  for (let at = 0; at < room.measuredCount; at += 1) {
    const number = room.measured[at] ?? 0;
    const length = ALL_WINDOWS[number]?.length ?? 1;
    if (!reaches(room, number, length, LEAST_SQUARES)) continue;
    const score = scored(room, number, length);
    if (score < STANDS_OUT || score <= most * EQUAL) continue;
    strongest = number;
    most = score;
  }
  return strongest;
}

/** Scores the measured windows and finds the best of each hour. */
function findBest(day: DayCounts, windows: Windows, room: DayRoom): void {
  const { byHour, windows: measured } = room;
  const { scores } = measured;
  scoreWindows(windows, measured);
  byHour.fill(NONE);
  for (const number of windows.numbers) {
    const window = ALL_WINDOWS[number];
    const score = scores[number] ?? NaN;
    if (window === undefined || !window.isTested || isUnknown(score)) continue;
    const { from, length } = window;
    for (let hour = from; hour < from + length; hour += 1) {
      const best = byHour[hour] ?? NONE;
      if (score <= (best === NONE ? 0 : (scores[best] ?? 0))) continue;
      if (carriesIn(day, measured, number, hour)) byHour[hour] = number;
    }
  }
}

function explainedBy(day: DayCounts, room: WindowRoom, number: number): number[] {
  const window = ALL_WINDOWS[number];
  if (window === undefined) return [];
  const { from, length } = window;
  return hoursWhere(
    (hour) => hour >= from && hour < from + length && carriesIn(day, room, number, hour),
  );
}

function hoursUnknown({ counts }: DayCounts): number[] {
  return hoursWhere((hour) => isUnknown(counts[hour]));
}

/**
 * Whether a window of the day scores 3 or more: without one no hour does. It is faster than scoring
 * the hours; see `scoreDay`.
 */
export function standsOut(
  day: DayCounts,
  noise: Noise,
  whole: Windows,
  room: DayRoom = roomForDay(),
): boolean {
  const unknown = hoursUnknown(day);
  const windows = unknown.length === 0 ? whole : windowsWithout(unknown, whole, room.without);
  measureWindows(day, noise, windows, room.windows, LEAST_SQUARES);
  return strongestOf(room.windows) !== NONE;
}

/**
 * Scores each hour of a day: −log₁₀ of how rare a count as far out is, in the best of the windows
 * of 1, 2, 3, 4 and 6 hours around it.
 *
 * The strongest window is taken out of the day before the rest is scored again, until none stands
 * out: an attack neither makes its neighbors look silent nor gives them its own score.
 *
 * @param whole the windows of a day that is known whole, made once for a series
 * @param room reused for each day
 * @param scores where the 24 scores are written
 */
export function scoreDay(
  day: DayCounts,
  noise: Noise,
  whole: Windows,
  room: DayRoom = roomForDay(),
  scores: Float64Array = new Float64Array(HOURS_PER_DAY),
): HourScores {
  scores.fill(0);
  const isHigh = Array<boolean>(HOURS_PER_DAY).fill(false);
  const measured = room.windows;
  const settle = (hour: number, by: number): void => {
    scores[hour] = max(0, measured.scores[by] ?? 0);
    isHigh[hour] = measured.isHigh[by] === 1;
  };
  const unknown = hoursUnknown(day);
  let windows = unknown.length === 0 ? whole : windowsWithout(unknown, whole, room.without);
  for (let round = 0; ; round += 1) {
    measureWindows(day, noise, windows, measured);
    if (round === MOST_WINDOWS) break;
    const strongest = strongestOf(measured);
    const explained = explainedBy(day, measured, strongest);
    if (explained.length === 0) break;
    for (const hour of explained) settle(hour, strongest);
    windows = windowsWithout(explained, windows, room.without);
  }
  findBest(day, windows, room);
  room.byHour.forEach((by, hour) => (by === NONE ? undefined : settle(hour, by)));
  return { scores, isHigh };
}
