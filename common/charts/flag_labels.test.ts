import { randomOf } from '../../test/fixtures/page_random';
import type { Flags } from './flag_marks';
import { sparkline } from './sparkline';

const LENGTHS = new Array<number>(24).fill(1);
const ROWS_OF_EACH = 60;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A random row: a usual day with steps, and a day with one to three flagged stretches. */
function rowOf(random: () => number) {
  const whole = (below: number): number => Math.floor(random() * below);
  const level = 1 + whole(400);
  const usual = LENGTHS.map(() => level * (0.2 + random()));
  const today = usual.map((count) => Math.round(count * (0.7 + 0.6 * random())));
  const verdict = (['more', 'less', 'silent', 'moved'] as const)[whole(4)] ?? 'more';
  const runs = Array.from({ length: 1 + whole(3) }, (_, index) => {
    const from = index * 8 + whole(5);
    return { from, to: from + 1 + whole(3) };
  });
  const factor = { more: 2 + 3 * random(), moved: 2, less: 0.1 * random(), silent: 0 }[verdict];
  const hours = runs.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, index) => from + index),
  );
  for (const hour of hours) today[hour] = Math.round((usual[hour] ?? 0) * factor);
  const flags: Flags = { verdict, hours, runs, due: verdict === 'moved' ? [7] : [] };
  const top = Math.max(5, ...today, ...usual);
  return { today, usual, inner: null, outer: null, top, flags, lengths: LENGTHS };
}

function pointsBetween(from: Point, to: Point): Point[] {
  return Array.from({ length: 33 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / 32,
    y: from.y + ((to.y - from.y) * step) / 32,
  }));
}

function pointsOf(path: string): Point[] {
  const corners = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
  return corners.slice(1).flatMap((to, index) => pointsBetween(corners[index] ?? to, to));
}

const SIZES = [5, 8, 12, 16, 20].flatMap((hour) => [38, 41].map((height) => ({ hour, height })));

describe.each(SIZES)('the numbers of generated rows, $hour × $height px', ({ hour, height }) => {
  const random = randomOf(hour * height);
  const drawn = Array.from({ length: ROWS_OF_EACH }, () => {
    const row = rowOf(random);
    const { flags, today } = sparkline(row, { hour, height, isQuiet: false });
    const line = pointsOf(today);
    const base = height - 4;
    const levels = row.usual.flatMap((count, at) => {
      const y = base - (base - 10) * (count / row.top);
      return pointsBetween({ x: at * hour, y }, { x: (at + 1) * hour, y });
    });
    const boxes = flags.labels.map(({ x, y, anchor, text }) => {
      const width = text.length * 7;
      const left = x - { start: 0, middle: width / 2, end: width }[anchor];
      return { left, right: left + width, top: y - 9, bottom: y };
    });
    return { row, flags, line, levels, boxes };
  });

  it('are clear of the line, the usual levels, the dots and each other', () => {
    for (const { flags, line, levels, boxes } of drawn) {
      for (const box of boxes) {
        const isIn = (room: number) => (at: Point) =>
          at.x > box.left - room &&
          at.x < box.right + room &&
          at.y > box.top - room &&
          at.y < box.bottom + room;
        expect([...line, ...levels].filter(isIn(1))).toEqual([]);
        expect([...flags.dots, ...flags.rings].filter(isIn(2))).toEqual([]);
        const isCovered = boxes.some(
          (other) =>
            other !== box &&
            other.left < box.right + 3 &&
            box.left < other.right + 3 &&
            other.top < box.bottom &&
            box.top < other.bottom,
        );
        expect(isCovered).toBe(false);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(height);
      }
    }
  });

  it('have a leader to their dot if they are not next to it', () => {
    for (const { flags, boxes } of drawn) {
      flags.labels.forEach(({ leader }, index) => {
        const box = boxes[index];
        if (box === undefined) throw new Error('there is no box');
        const gaps = [...flags.dots, ...flags.rings].map(({ x, y }) =>
          Math.hypot(
            Math.max(box.left - x, 0, x - box.right),
            Math.max(box.top - y, 0, y - box.bottom),
          ),
        );
        if (leader === undefined) expect(Math.min(...gaps)).toBeLessThanOrEqual(15);
        else {
          const { x, y } = leader.from;
          const ends = [...flags.dots, ...flags.rings].map((dot) =>
            Math.hypot(dot.x - x, dot.y - y),
          );
          expect(Math.min(...ends)).toBeLessThan(8);
          // A flat one would look like a minus sign before the number.
          expect(Math.abs(leader.to.x - x)).toBeLessThanOrEqual(Math.abs(leader.to.y - y));
        }
      });
    }
  });

  it('are there for most stretches', () => {
    const stretches = drawn.reduce((sum, { row }) => sum + row.flags.runs.length, 0);
    const labels = drawn.reduce((sum, { boxes }) => sum + boxes.length, 0);
    expect(labels / stretches).toBeGreaterThan(hour < 8 ? 0.9 : 1.1);
  });
});
