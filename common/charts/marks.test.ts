import fc from 'fast-check';
import { dayStrip } from './day_strip';
import { hatchPath } from './hatch_path';
import { surpriseEnd, surpriseMark, surpriseText, surpriseTicks } from './scales/surprise_scale';

describe('dayStrip', () => {
  it('has a mark for each flagged day, the last at the right end, and none outside the 31', () => {
    const strip = dayStrip('2015-04-01', ['2015-04-01', '2015-03-02', '2015-03-01'], new Set(), 24);
    expect(strip.count).toBe(2);
    expect(strip.flagged).toBe('M75 24v-9h1.8v9zM0 24v-9h1.8v9z');
    expect(strip.quiet.match(/M/g)).toHaveLength(29);
  });

  it('hatches days without a result, stretch by stretch, and says nothing quiet of them', () => {
    const strip = dayStrip('2015-04-01', ['2015-03-03'], new Set([0, 1, 15, 16]), 24);
    expect(strip.quiet).not.toContain('M37.5 ');
    const xs = [...strip.hatch.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(xs.length).toBeGreaterThan(8);
    // The flagged day is known, however it came to be.
    expect(xs.every((x) => (x >= 0 && x <= 1.5) || (x >= 37.5 && x <= 41.5))).toBe(true);
  });

  it('draws only flags while it is not known which days have a result', () => {
    const strip = dayStrip('2015-04-01', ['2015-03-03'], undefined, 24);
    expect([strip.quiet, strip.hatch]).toEqual(['', '']);
    expect(strip.count).toBe(1);
  });
});

describe('the axis of surprises', () => {
  const column = { width: 60, end: 30 };
  const dotX = (surprise: number): number => surpriseMark(surprise, column, 20).dotX;

  it('has the threshold, and what is three and ten times as strong', () => {
    expect(surpriseTicks(30)).toEqual([1, 3, 10, 30]);
  });

  it('puts a dot right of the threshold exactly when it is above', () => {
    expect(dotX(0.99)).toBeLessThan(dotX(1));
    expect(dotX(1.2)).toBeGreaterThan(dotX(1));
  });

  it('distinguishes strong ones, and continues if one is stronger than its end', () => {
    const places = [3.4, 10.1, 26.6].map(dotX);
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(8);
    expect((places[2] ?? 0) - (places[1] ?? 0)).toBeGreaterThan(8);
    expect(surpriseEnd([3.4, null])).toBe(30);
    expect(surpriseEnd([31])).toBe(100);
    expect(surpriseTicks(100)).toEqual([1, 3, 10, 30, 100]);
  });

  it('keeps each number clear of its dot and of the rule of the threshold', () => {
    const [quiet, flagged] = [surpriseMark(0.2, column, 20), surpriseMark(26.6, column, 20)];
    expect(quiet.textX).toBe(dotX(1) + 5);
    expect(flagged.textX).toBe(flagged.dotX + 5);
  });

  it('prints one decimal, and two where rounding would put it on the threshold', () => {
    expect([0.997, 0.96, 0.94, 26.6, 120.4].map(surpriseText)).toEqual([
      '0.99',
      '0.96',
      '0.9',
      '26.6',
      '120',
    ]);
  });
});

describe('hatchPath', () => {
  it('stays within its rectangle', () => {
    const box = { left: 50, top: 3, right: 83, bottom: 36 };
    const numbers = [...hatchPath(box).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
    expect(numbers.length).toBeGreaterThan(10);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(box.left);
      expect(Number(x)).toBeLessThanOrEqual(box.right);
      expect(Number(y)).toBeGreaterThanOrEqual(box.top);
      expect(Number(y)).toBeLessThanOrEqual(box.bottom);
    }
  });

  it('is on one grid of whole pixels, so that neighbors and all its lines are blurred alike', () => {
    const pixels = fc.integer({ min: 0, max: 400 });
    const box = fc.record({ left: pixels, width: pixels, top: pixels, height: pixels });
    fc.assert(
      fc.property(box, fc.constantFrom(4, 8), ({ left, width, top, height }, step) => {
        const bottom = top + height;
        // Boxes of days begin between pixels: that moves no line, only its ends.
        const edges = { left: left / 4, right: (left + width) / 4, top, bottom };
        const ends = [...hatchPath(edges, step).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
        for (const [, x, y] of ends) {
          // What is left of a slanted line where it meets the lower edge.
          const place = (((Number(x) + Number(y) - bottom) % step) + step) % step;
          expect(Math.min(place, step - place)).toBeLessThan(0.21);
        }
      }),
    );
  });
});
