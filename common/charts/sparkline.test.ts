import { countScale } from './scales/count_scale';
import { hourAxis, tickX } from './scales/hour_axis';
import { hourScale } from './scales/hour_scale';
import { linePath } from './line_path';
import { sparkline, type SparklineData } from './sparkline';
import { bandPath, levelPath } from './step_paths';

const ORDINARY = new Array<number>(24).fill(1);
const FLAT = new Array<number>(24).fill(4);
const SIZE = { hour: 16, height: 40, isQuiet: false };

function dataOf(part: Partial<SparklineData>): SparklineData {
  return {
    today: FLAT,
    usual: FLAT,
    inner: { low: FLAT, high: FLAT },
    outer: { low: FLAT, high: FLAT },
    top: 10,
    flags: null,
    lengths: ORDINARY,
    ...part,
  };
}

/** Where the strokes of a path begin: "M8 36" is [8, 36]. */
function startsOf(path: string): [number, number][] {
  return [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('the scales', () => {
  it('put zero on the base line, in rows of either height', () => {
    const zeros = new Array<number>(24).fill(0);
    for (const size of [SIZE, { hour: 16, height: 14, isQuiet: true }]) {
      const { base, today } = sparkline(dataOf({ today: zeros }), size);
      expect(startsOf(today)[0]?.[1]).toBe(startsOf(base)[0]?.[1]);
    }
  });

  it('put the tick of an hour on the left edge of its bin', () => {
    const x = hourScale(16);
    const bins = startsOf(
      levelPath(FLAT, x, countScale({ height: 40, above: 0, below: 0, top: 5 })),
    );
    const ticks = startsOf(hourAxis(x, 'above').path).slice(1);
    bins.forEach(([left], hour) => expect(ticks[hour]?.[0]).toBe(left + 0.5));
    expect(tickX(24, x)).toBe(383.5);
  });

  it('find the hour of a place, also at its edges, and none outside the day', () => {
    const x = hourScale(16, 100);
    expect([100, 115.9, 116, 483.9].map(x.at)).toEqual([0, 0, 1, 23]);
    expect([99, 484].map(x.at)).toEqual([undefined, undefined]);
  });

  it('keep what is above the top at the top', () => {
    const { y } = countScale({ height: 40, above: 10, below: 4, top: 5 });
    expect([y(0), y(5), y(500)]).toEqual([36, 10, 10]);
  });
});

describe('linePath', () => {
  const x = hourScale(10);
  const y = countScale({ height: 10, above: 0, below: 0, top: 10 });

  it('joins the middles of the hours', () => {
    expect(linePath([0, 10], x, y)).toBe('M5 10L15 0');
  });

  it('has a gap if a count is unknown, and a dash for a single known hour', () => {
    expect(linePath([1, 1, null, 5, null, 2, 2], x, y)).toBe('M5 9L15 9M32.5 5h5M55 8L65 8');
  });
});

describe('bandPath', () => {
  it('draws a step an hour, never thinner than a line', () => {
    const [x, y] = [hourScale(10), countScale({ height: 10, above: 0, below: 0, top: 10 })];
    expect(bandPath({ low: [2, 5], high: [6, 5] }, x, y)).toBe('M0 8V4H10V5H20V5.8H10V8H0z');
  });

  it('goes straight on along hours that are alike, on either edge', () => {
    const [x, y] = [hourScale(10), countScale({ height: 10, above: 0, below: 0, top: 10 })];
    const band = { low: [1, 1, 2], high: [6, 5, 5] };
    expect(bandPath(band, x, y)).toBe('M0 9V4H10V5H30V8H20V9H0z');
  });

  it('begins again after an unknown hour', () => {
    const [x, y] = [hourScale(10), countScale({ height: 10, above: 0, below: 0, top: 10 })];
    const band = { low: [1, null, 1], high: [5, null, 5] };
    expect(bandPath(band, x, y)).toBe('M0 9V5H10V9H0zM20 9V5H30V9H20z');
  });
});

describe('a day on which the clock changes', () => {
  const skipped = ORDINARY.map((length, hour) => (hour === 2 ? 0 : length));
  const doubled = ORDINARY.map((length, hour) => (hour === 1 ? 2 : length));

  it('keeps 24 columns and leaves a gap at the skipped hour', () => {
    const drawing = sparkline(dataOf({ lengths: skipped }), SIZE);
    expect(drawing.width).toBe(384);
    expect(startsOf(drawing.today).map(([left]) => left)).toEqual([8, 56]);
    expect(startsOf(drawing.outer).map(([left]) => left)).toEqual([0, 48]);
    expect(drawing.hatch).toBe('');
  });

  it('says on the axis which hour lasts how long', () => {
    const texts = hourAxis(hourScale(16), 'above', doubled).texts.map(({ text }) => text);
    expect(texts).toContain('2 h');
    expect(hourAxis(hourScale(16), 'below', skipped).texts.map(({ text }) => text)).toContain(
      '0 h',
    );
  });
});

describe('hours that are not known', () => {
  it('are hatched and have no line', () => {
    const today = FLAT.map((count, hour) => (hour < 9 ? count : null));
    const { hatch, today: line } = sparkline(dataOf({ today }), SIZE);
    const lefts = startsOf(hatch).map(([left]) => left);
    expect(Math.min(...lefts)).toBeGreaterThanOrEqual(9 * 16);
    expect(Math.max(...lefts)).toBeLessThan(384);
    expect(line.match(/[ML]/g)).toHaveLength(9);
  });
});

describe('too few training days', () => {
  it('draw no band, and what was there as a thin line', () => {
    const drawing = sparkline(dataOf({ inner: null, outer: null }), SIZE);
    expect([drawing.outer, drawing.inner, drawing.usual]).toEqual(['', '', '']);
    expect(drawing.thin).toMatch(/^M8 25.6L24 25.6/);
  });

  it('draw nothing where nothing was learned', () => {
    const drawing = sparkline(dataOf({ usual: null, inner: null, outer: null }), SIZE);
    expect(drawing.thin).toBe('');
  });
});

describe('the scale that all rows share', () => {
  it('is one of square roots, on which small rows are visible next to large ones', () => {
    const frame = { height: 40, above: 10, below: 4, top: 10_000 };
    const [linear, root] = [countScale(frame), countScale({ ...frame, isRoot: true })];
    expect(linear.base - linear.y(100)).toBeLessThan(1);
    expect(root.base - root.y(100)).toBeCloseTo(2.6);
    expect([root.y(0), root.y(10_000)]).toEqual([linear.y(0), linear.y(10_000)]);
  });
});
