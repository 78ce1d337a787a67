import { countScale } from './scales/count_scale';
import { flagMarks, type Flags } from './flag_marks';
import { hourScale } from './scales/hour_scale';

const x = hourScale(16);
const y = countScale({ height: 40, above: 10, below: 4, top: 50 });

function flagsOf(part: Partial<Flags>): Flags {
  return { verdict: 'more', hours: [], runs: [], due: [], ...part };
}

function countsWith(counts: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 9);
}

describe('flagMarks', () => {
  it('gives each flagged hour a dot on the line and its count', () => {
    const flags = flagsOf({
      hours: [10, 15],
      runs: [
        { from: 15, to: 16 },
        { from: 10, to: 11 },
      ],
    });
    const marks = flagMarks(countsWith({ 10: 20, 15: 48 }), flags, x, y, 40);
    expect(marks.dots).toEqual([
      { x: 168, y: 25.6 },
      { x: 248, y: 11 },
    ]);
    expect(marks.labels.map(({ text }) => text)).toEqual(['48', '20']);
  });

  it('numbers only the extreme of a long stretch, and dots all of it', () => {
    const counts = countsWith({ 5: 20, 6: 48, 7: 30 });
    const marks = flagMarks(
      counts,
      flagsOf({ hours: [5, 6, 7], runs: [{ from: 5, to: 8 }] }),
      x,
      y,
      40,
    );
    expect(marks.dots).toHaveLength(3);
    expect(marks.labels.map(({ text }) => text)).toEqual(['48']);
    const less = flagsOf({ verdict: 'less', hours: [5, 6, 7], runs: [{ from: 5, to: 8 }] });
    expect(flagMarks(counts, less, x, y, 40).labels.map(({ text }) => text)).toEqual(['20']);
  });

  it('numbers no hour that the clock skips', () => {
    const counts = countsWith({ 0: 7, 1: 3, 3: 5 }).map((count, hour) =>
      hour === 2 ? null : count,
    );
    const less = flagsOf({ verdict: 'less', hours: [0, 1, 3], runs: [{ from: 0, to: 4 }] });
    expect(flagMarks(counts, less, x, y, 40).labels.map(({ text }) => text)).toEqual(['3']);
  });

  it('draws silence as a dot at its beginning and a rule along zero', () => {
    const counts = countsWith({}).map((count, hour) => (hour < 9 ? count : 0));
    const hours = Array.from({ length: 15 }, (_, index) => index + 9);
    const flags = flagsOf({ verdict: 'silent', hours, runs: [{ from: 9, to: 24 }] });
    const marks = flagMarks(counts, flags, x, y, 40);
    expect(marks.rule).toBe('M152 36H376');
    expect(marks.dots).toEqual([{ x: 152, y: 36 }]);
    expect(marks.labels.map(({ text }) => text)).toEqual(['0']);
  });

  it('marks with a ring where events were due that came later', () => {
    const flags = flagsOf({ verdict: 'moved', hours: [5], runs: [{ from: 5, to: 6 }], due: [2] });
    const marks = flagMarks(countsWith({ 2: 3, 5: 48 }), flags, x, y, 40);
    expect(marks.rings).toEqual([{ x: 40, y: 34.4 }]);
    expect(marks.labels.map(({ text }) => text)).toEqual(['48', '3']);
  });

  it('keeps numbers apart from each other and inside the drawing', () => {
    const hours = [0, 1, 22, 23];
    const flags = flagsOf({
      hours,
      runs: [
        { from: 22, to: 24 },
        { from: 0, to: 2 },
      ],
    });
    const marks = flagMarks(countsWith({ 0: 45, 1: 46, 22: 1234, 23: 1235 }), flags, x, y, 40);
    const boxes = marks.labels.map(({ x: at, anchor, text, y: baseline }) => {
      const width = text.length * 7;
      const left = at - { start: 0, middle: width / 2, end: width }[anchor];
      return { left, right: left + width, top: baseline - 9, bottom: baseline };
    });
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(384);
      const others = boxes.filter((other) => other !== box);
      const isCovered = others.some(
        (other) =>
          other.left < box.right &&
          box.left < other.right &&
          other.top < box.bottom &&
          box.top < other.bottom,
      );
      expect(isCovered).toBe(false);
    }
  });
});
