import type { Box } from '../hatch_path';
import { px } from '../scales/px';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A number that wants to stand beside its dot. */
export interface LabelWish extends Point {
  readonly text: string;
}

/** A number and where it stands. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** What is on the drawing already. */
export interface Surroundings {
  readonly frame: Box;
  readonly dots: readonly Point[];
  /** Corners of the line of the day. */
  readonly line: readonly Point[];
}

/** A figure of the type that labels have, and its height. */
const FIGURE = 7;
const HEIGHT = 9;
const BESIDE = 7;
const ABOVE = 6;
const BELOW = 14;
/** Over a line that goes on flat: letters reach below their own line. */
const CLEAR = 5;
const DOT = 3.5;
/** Points looked at on each piece of the line. */
const SAMPLES = 4;

const COST = { outside: 1000, label: 100, dot: 40, line: 1 };

interface Candidate {
  readonly label: Label;
  readonly box: Box;
}

/** Right, left, above and below, in the order in which they are preferred. */
function candidatesOf({ x, y, text }: LabelWish): Candidate[] {
  const width = text.length * FIGURE;
  const make = (at: number, baseline: number, anchor: Label['anchor']): Candidate => {
    const left = at - { start: 0, middle: width / 2, end: width }[anchor];
    return {
      label: { x: px(at), y: px(baseline), anchor, text },
      box: { left, right: left + width, top: baseline - HEIGHT, bottom: baseline },
    };
  };
  return [
    make(x + BESIDE, y + 4, 'start'),
    make(x - BESIDE, y + 4, 'end'),
    make(x, y - ABOVE, 'middle'),
    make(x - BESIDE, y - CLEAR, 'end'),
    make(x + BESIDE, y - CLEAR, 'start'),
    make(x, y + BELOW, 'middle'),
  ];
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside({ x, y }: Point, box: Box): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

function aroundDot({ x, y }: Point): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

function samplesOf(line: readonly Point[]): Point[] {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (next === undefined) return [point];
    return Array.from({ length: SAMPLES }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / SAMPLES,
      y: point.y + ((next.y - point.y) * step) / SAMPLES,
    }));
  });
}

function costOf(
  { box }: Candidate,
  { frame, dots }: Surroundings,
  samples: readonly Point[],
  placed: readonly Box[],
): number {
  const isOutside =
    box.left < frame.left ||
    box.right > frame.right ||
    box.top < frame.top ||
    box.bottom > frame.bottom;
  const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  return (
    (isOutside ? COST.outside : 0) +
    COST.label * count(placed.map((other) => overlap(box, other))) +
    COST.dot * count(dots.map((dot) => overlap(box, aroundDot(dot)))) +
    COST.line * count(samples.map((point) => isInside(point, box)))
  );
}

/**
 * Puts each number where it hides least: not over another number, a dot or the line, and inside the
 * drawing. The first wish chooses first. A number for which there is no place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], surroundings: Surroundings): Label[] {
  const samples = samplesOf(surroundings.line);
  const placed: Box[] = [];
  return wishes.flatMap((wish) => {
    const [best] = candidatesOf(wish)
      .map((candidate, order) => ({
        candidate,
        cost: costOf(candidate, surroundings, samples, placed) + order / 10,
      }))
      .sort((a, b) => a.cost - b.cost);
    if (best === undefined || best.cost >= COST.label) return [];
    placed.push(best.candidate.box);
    return [best.candidate.label];
  });
}
