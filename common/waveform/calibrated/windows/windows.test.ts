import { naiveConditional } from '../../../../test/naive/conditional';
import { evenNoise } from '../noise';
import { measureWindows } from './measure_windows';
import { roomForWindows } from './window_room';
import { scoreWindows } from './score_windows';
import type { Togetherness } from './togetherness';
import { rootSize } from '../tails/matrix';
import {
  allWindows,
  ROOT_SIZE,
  WINDOWS,
  windowsWithout,
  type Window,
  type Windows,
} from './windows';

const togetherness: Togetherness = { day: 0.2, near: 0.4, fade: 0.6 };
const correlation = (a: number, b: number): number =>
  a === b ? 1 : 0.2 + 0.4 * 0.6 ** (Math.abs(a - b) - 1);
const noise = evenNoise(1, 0);
const expected = new Float64Array(24).fill(100);
/** Standard deviations from the expected 100, within what hours tell each other. */
const z = Array.from({ length: 24 }, (_, hour) => ((hour * 5) % 9) / 4 - 1);
const counts = Float64Array.from(z, (deviation) => 100 + 10 * deviation);

function windowsOf({ numbers }: Windows): Window[] {
  return WINDOWS.filter((_, number) => numbers.includes(number));
}

/** The covariances of a window given the rest: the inverse of its block, column by column. */
function covariancesOf({ from, length }: Window, { shared }: Windows): number[] {
  const place = from * ROOT_SIZE;
  const root = (row: number, column: number): number =>
    shared?.roots[place + rootSize(row) + column] ?? NaN;
  return Array.from({ length }, (_, unit) => {
    const solved: number[] = [];
    for (let row = 0; row < length; row += 1) {
      const known = solved.reduce((sum, value, at) => sum + value * root(row, at), 0);
      solved.push(((row === unit ? 1 : 0) - known) * root(row, row));
    }
    for (let row = length - 1; row >= 0; row -= 1) {
      let value = solved[row] ?? NaN;
      for (let at = row + 1; at < length; at += 1) value -= root(at, row) * (solved[at] ?? NaN);
      solved[row] = value * root(row, row);
    }
    return solved;
  }).flat();
}

interface Scored {
  readonly window: Window;
  readonly excess: number;
}

/** The windows that are scored: those that are not near to what is expected, and single hours. */
function windowScores(windows: Windows): Scored[] {
  const room = roomForWindows();
  measureWindows({ counts, expected }, noise, windows, room);
  scoreWindows(windows, room);
  return windows.numbers.flatMap((number) => {
    const window = WINDOWS[number];
    if (window?.isTested !== true || Number.isNaN(room.scores[number])) return [];
    return [{ window, excess: (room.counts[number] ?? 0) - (room.means[number] ?? 0) }];
  });
}

describe('windows', () => {
  it('are those of 1, 2, 3, 4 and 6 hours', () => {
    const windows = windowsOf(allWindows(undefined));
    const lengths = windows.filter(({ isTested }) => isTested).map(({ length }) => length);
    expect(lengths.filter((length) => length === 1)).toHaveLength(24);
    expect(lengths.filter((length) => length === 6)).toHaveLength(19);
    expect(new Set(lengths)).toEqual(new Set([1, 2, 3, 4, 6]));
  });

  it('leave out hours that are not to be tested', () => {
    const windows = windowsOf(windowsWithout([10], allWindows(undefined)));
    for (const { from, length } of windows) expect(from > 10 || from + length <= 10).toBe(true);
    expect(windows).toHaveLength(23 + 21 + 19 + 17 + 15 + 13);
  });

  it('vary, given the rest of the day, as regression says', () => {
    const all = allWindows(togetherness);
    for (const window of windowsOf(all)) {
      const block = Array.from({ length: window.length }, (_, index) => window.from + index);
      const naive = naiveConditional(correlation, z, block);
      covariancesOf(window, all).forEach((value, at) =>
        expect(value).toBeCloseTo(naive.covariance[at] ?? NaN, 9),
      );
    }
  });

  it('expect, given the rest of the day, what regression says', () => {
    const scores = windowScores(allWindows(togetherness));
    expect(scores.length).toBeGreaterThan(24);
    for (const { window, excess } of scores) {
      const block = Array.from({ length: window.length }, (_, index) => window.from + index);
      const { means } = naiveConditional(correlation, z, block);
      const mean = means.reduce((sum, deviation) => sum + 100 + 10 * deviation, 0);
      const count = block.reduce((sum, hour) => sum + (counts[hour] ?? 0), 0);
      expect(excess).toBeCloseTo(count - mean, 6);
    }
  });

  it('ask the other hours as if those that are left out were not there', () => {
    const gone = [3, 4, 12, 20];
    const once = windowsWithout([3, 4], allWindows(togetherness));
    const all = windowsWithout([12, 20], once);
    const apart = (a: number, b: number): number =>
      a !== b && (gone.includes(a) || gone.includes(b)) ? 0 : correlation(a, b);
    for (const window of windowsOf(all)) {
      const block = Array.from({ length: window.length }, (_, index) => window.from + index);
      expect(block.filter((hour) => gone.includes(hour))).toEqual([]);
      const naive = naiveConditional(apart, z, block);
      covariancesOf(window, all).forEach((value, at) =>
        expect(value).toBeCloseTo(naive.covariance[at] ?? NaN, 9),
      );
    }
  });

  it('expect what is usual where hours are independent', () => {
    for (const { window, excess } of windowScores(allWindows(undefined))) {
      const block = z.slice(window.from, window.from + window.length);
      expect(excess).toBeCloseTo(10 * block.reduce((sum, deviation) => sum + deviation, 0), 6);
    }
  });
});
