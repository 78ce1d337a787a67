import { dayStrip } from './day_strip';
import { hatchPath } from './hatch_path';
import { surpriseMark, surpriseX } from './scales/surprise_scale';

describe('dayStrip', () => {
  it('has a mark for each flagged day, the last at the right end, and none outside the 31', () => {
    const strip = dayStrip('2015-04-01', ['2015-04-01', '2015-03-02', '2015-03-01'], new Set(), 24);
    expect(strip.count).toBe(2);
    expect(strip.flagged).toBe('M75 24v-9h1.8v9zM0 24v-9h1.8v9z');
    expect(strip.quiet.match(/M/g)).toHaveLength(29);
  });

  it('leaves a gap where a day has no result', () => {
    const strip = dayStrip('2015-04-01', [], new Set([15]), 24);
    expect(strip.quiet).not.toContain('M37.5 ');
  });
});

describe('surpriseMark', () => {
  it('stands right of the limit exactly when it is above', () => {
    const limit = surpriseX(1, 56);
    expect(surpriseMark(0.99, 56, 20).dotX).toBeLessThan(limit);
    expect(surpriseMark(1, 56, 20).dotX).toBe(limit);
    expect(surpriseMark(1.2, 56, 20).dotX).toBeGreaterThan(limit);
  });

  it('stays inside and breaks its stem beyond the scale', () => {
    const far = surpriseMark(40, 56, 20);
    expect([far.dotX, far.isBeyond]).toEqual([54, true]);
    expect(far.stem.match(/M/g)).toHaveLength(2);
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
});
