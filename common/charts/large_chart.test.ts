import { barMarks, toldMarks } from './bar_marks';
import { testBars, testScale } from './hour_tests';
import { clockAxis } from './scales/clock_axis';
import { bandSteps, dayLine, trainingPoints, unknownRuns, usualLevels } from './day_marks';
import { hasEnd, hourFrame, valueScale } from './scales/hour_frame';
import { niceTicks } from './scales/nice_ticks';
import { spreadLabels } from './labels/spread_labels';

const ORDINARY = new Array<number>(24).fill(1);
const FLAT = new Array<number>(24).fill(9);

/** A day that differs from flat at some hours. */
function dayOf(counts: Readonly<Record<number, number | null>>): (number | null)[] {
  return FLAT.map((count, hour) => (hour in counts ? (counts[hour] ?? null) : count));
}

const frameOf = (width: number) => hourFrame(width, 0, 100, 0);
/** A linear axis: a value stands where it is. */
const linear = (value: number): number => value;
const skipping = (hour: number): number[] => ORDINARY.map((one, at) => (at === hour ? 0 : one));

describe('niceTicks', () => {
  it('goes from zero to a round number that is not below the top', () => {
    expect(niceTicks(48)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(niceTicks(5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(niceTicks(50)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(niceTicks(1233)).toEqual([0, 250, 500, 750, 1000, 1250]);
    expect(niceTicks(0)).toEqual([0, 1]);
  });

  it('has whole numbers only: there is no half event', () => {
    for (const top of [1, 2, 3, 7, 11, 13, 101]) {
      expect(niceTicks(top).every(Number.isInteger)).toBe(true);
      expect(Math.max(...niceTicks(top))).toBeGreaterThanOrEqual(top);
    }
  });
});

describe('the frame of a large chart', () => {
  const frame = hourFrame(880, 26, 216, 8);

  it('gives hours 31 pixels at 880, as many as fit elsewhere', () => {
    expect([frame.x.hour, frame.left, frame.right, frame.width]).toEqual([31, 34, 778, 880]);
    expect(hourFrame(600, 0, 1, 0).x.hour).toBe(19);
    expect(hourFrame(100, 0, 1, 0).x.hour).toBe(8);
  });

  it('has no words at the right end of a narrow drawing, which is no wider than its room', () => {
    expect(hasEnd(frame)).toBe(true);
    const narrow = hourFrame(352, 0, 1, 0);
    expect(hasEnd(narrow)).toBe(false);
    expect(narrow.width).toBeLessThanOrEqual(352);
  });

  it('puts zero on the base line and the top on the upper edge', () => {
    const { y } = valueScale(frame, 0, 50);
    expect([y(0), y(50), y(500)]).toEqual([frame.bottom, frame.top, frame.top]);
  });

  it('has the tick of an hour where its bar has its bin, in a chart of any height', () => {
    const axis = clockAxis(frame.x, 100, ORDINARY);
    const ticks = [...axis.path.matchAll(/M([\d.]+) 100v/g)].map(([, x]) => Number(x));
    const lower = hourFrame(880, 16, 132, 26);
    const bars = barMarks(testBars(FLAT, [], []), lower, valueScale(lower, 0, 10), linear, 1);
    for (const { from, x, width } of bars) {
      expect(x + width / 2).toBeCloseTo((ticks[from] ?? 0) - 0.5 + frame.x.hour / 2, 0);
    }
    expect(axis.texts.map(({ text }) => text).slice(0, 2)).toEqual(['00:00', '03:00']);
  });

  it('names the hour that the clock skips, and not the hours that it would hide', () => {
    const { texts } = clockAxis(frame.x, 100, skipping(2));
    const words = texts.map(({ text }) => text);
    expect(words).toContain('0 h');
    expect(words).not.toContain('03:00');
  });
});

describe('the bands', () => {
  it('are steps from edge to edge, never thinner than a line', () => {
    const [steps] = bandSteps({ low: FLAT, high: dayOf({ 10: 17 }) }, ORDINARY, 0.2);
    expect(steps).toHaveLength(25);
    expect(steps?.[10]).toEqual({ x: 10, low: 9, high: 17 });
    expect(steps?.[11]).toEqual({ x: 11, low: 9, high: 9.2 });
    expect(steps?.[24]).toEqual({ x: 24, low: 9, high: 9.2 });
  });

  it('have a gap at an hour that the clock skips', () => {
    const parts = bandSteps({ low: FLAT, high: FLAT }, skipping(2), 0);
    expect(parts.map((steps) => [steps[0]?.x, steps[steps.length - 1]?.x])).toEqual([
      [0, 2],
      [3, 24],
    ]);
  });

  it('leave the usual counts as levels, equal neighbors as one', () => {
    expect(usualLevels(dayOf({ 10: 13.5 }), ORDINARY)).toEqual([
      { from: 0, to: 10, y: 9 },
      { from: 10, to: 11, y: 13.5 },
      { from: 11, to: 24, y: 9 },
    ]);
  });
});

describe('the days as points', () => {
  it('are within their hour, day by day, only if the days differ', () => {
    const points = trainingPoints([dayOf({ 10: 12 }), dayOf({ 10: 17 }), FLAT], ORDINARY);
    expect(points.map(({ y }) => y)).toEqual([12, 17, 9]);
    expect(points.map(({ x }) => x)).toEqual([10.15, 10.5, 10.85]);
  });

  it('leave out what is unknown and what the clock skips', () => {
    const days = [dayOf({ 2: null }), dayOf({ 2: 5 }), dayOf({ 2: 7 })];
    expect(trainingPoints(days, ORDINARY).map(({ y }) => y)).toEqual([5, 7]);
    expect(trainingPoints(days, skipping(2))).toEqual([]);
  });
});

describe('the line', () => {
  it('joins the middles of the hours, with a gap where nothing is known', () => {
    const line = dayLine(dayOf({ 3: null }), skipping(5));
    expect(line[0]).toEqual({ x: 0.5, y: 9 });
    expect([line[3]?.y, line[5]?.y]).toEqual([null, null]);
    expect(unknownRuns(dayOf({ 3: null, 4: null, 5: null }), skipping(5))).toEqual([
      { from: 3, to: 5 },
    ]);
  });
});

describe('barMarks', () => {
  const frame = hourFrame(880, 0, 100, 0);

  it('go up from zero, or down', () => {
    const scale = valueScale(frame, -0.5, 0.5);
    const bars = testBars([0.25, -0.25, null], [], []);
    const [up, down, none] = barMarks(bars, frame, scale, linear, 0.1);
    expect([up?.y, up?.height]).toEqual([25, 25]);
    expect([down?.y, down?.height]).toEqual([50, 25]);
    expect(none).toBeUndefined();
    expect(up?.textY).toBeLessThan(25);
    expect(down?.textY).toBeGreaterThan(75);
  });

  it('have no number that the line of the threshold would cross', () => {
    const scale = valueScale(frame, 0, 1);
    const bars = testBars([0.47, 0.3, 0.6], [], []);
    const [near, below, above] = barMarks(bars, frame, scale, linear, 0.5);
    expect(near?.textY).toBe(46);
    expect(below?.textY).toBe(66);
    expect(above?.textY).toBe(36);
  });
});

describe('the values of the hours', () => {
  const frame = hourFrame(880, 0, 100, 0);

  it('are all on their axis, however large: none is cut', () => {
    const surprises = [26.6, 10.1, 3.4, 0.2];
    const { at, low, high } = testScale('surprise', surprises);
    const places = surprises.map(at);
    expect(Math.max(...places)).toBeLessThanOrEqual(high);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(low);
    expect(new Set(places).size).toBe(4);
    const shares = testScale('share', [-7.2, 0.4]);
    expect(shares.low).toBeLessThan(-7.2);
    expect(shares.ticks.length).toBeLessThan(9);
  });

  it('are one bar over all the hours of a silent stretch', () => {
    const values = dayOf({ 9: 0.6, 10: 0.7, 11: 0.6 });
    const silent = [{ from: 9, to: 12, surprise: 8.2 }];
    const bars = testBars(values, [9, 10, 11], silent);
    expect(bars).toHaveLength(22);
    const { at, high } = testScale('surprise', [8.2]);
    const marks = barMarks(bars, frame, valueScale(frame, 0, high), at, 1);
    const [stretch] = marks.filter(({ isFlagged }) => isFlagged);
    expect(stretch).toMatchObject({ from: 9, to: 12, value: 8.2 });
    expect(stretch?.width).toBeGreaterThan(2.5 * frame.x.hour);
    expect(stretch?.width).toBeLessThan(3 * frame.x.hour);
  });
});

describe('toldMarks', () => {
  it('gives the larger of two values a number if both would overlap', () => {
    const narrow = hourFrame(352, 0, 100, 0);
    const bars = testBars([8, 8.4, 0.2, 3], [0, 1, 3], []);
    const { at, high } = testScale('surprise', [8.4]);
    const marks = barMarks(bars, narrow, valueScale(narrow, 0, high), at, 1);
    expect(toldMarks(marks, 'surprise', 1).map(({ from }) => from)).toEqual([1, 3]);
    const wide = barMarks(bars, frameOf(880), valueScale(frameOf(880), 0, high), at, 1);
    expect(toldMarks(wide, 'surprise', 1).map(({ from }) => from)).toEqual([0, 1, 3]);
  });
});

describe('spreadLabels', () => {
  it('moves overlapping labels apart, and leaves the rest', () => {
    const wishes = [10, 12, 50].map((y) => ({ y, height: 14 }));
    expect(spreadLabels(wishes, 100)).toEqual([10, 24, 50]);
  });

  it('keeps everything above the bottom', () => {
    const wishes = [95, 96, 97].map((y) => ({ y, height: 14 }));
    expect(spreadLabels(wishes, 100)).toEqual([65, 79, 93]);
  });
});
