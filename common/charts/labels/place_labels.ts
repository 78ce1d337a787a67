import type { Box } from '../hatch_path';
import { px } from '../scales/px';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A number that should be next to its dot. */
export interface LabelWish extends Point {
  readonly text: string;
  /** A second line below the first. */
  readonly below?: string;
}

/** A number and where it stands. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

/** A distance from a dot, as a multiple of the usual one. */
export interface Reach {
  readonly across: number;
  readonly up: number;
}

/** What is already on the drawing. */
export interface Surroundings {
  readonly frame: Box;
  readonly dots: readonly Point[];
  /** Corners of the line of the day. */
  readonly line: readonly Point[];
  /** How far from its dot a text may be, as multiples of the usual distance, the nearest first. */
  readonly reaches?: readonly Reach[];
  /** From the middle of a dot to a text next to it, in pixels. */
  readonly beside?: number;
}

/** Width of a figure in the font of the labels, and its height. */
const FIGURE = 7;
const HEIGHT = 9;
/** From one line of a text to the next. */
export const LINE_HEIGHT = 16;
const BESIDE = 7;
const ABOVE = 6;
const BELOW = 14;
/** Above a line that continues flat: letters reach below their own line. */
const CLEAR = 5;
const DOT = 3.5;
/** Gap between two numbers side by side, so that they are not read as one. */
const APART = 4;

const COST = { outside: 1000, label: 100, dot: 40, line: 2 };
const NEAR: readonly Reach[] = [{ across: 1, up: 1 }];

interface Candidate {
  readonly label: Label;
  readonly box: Box;
}

/** The eight places around a dot, in order of preference. */
function candidatesOf(wish: LabelWish, { across, up }: Reach, beside: number): Candidate[] {
  const { x, y, text, below } = wish;
  const width = Math.max(text.length, below?.length ?? 0) * FIGURE;
  const more = below === undefined ? 0 : LINE_HEIGHT;
  const make = (at: number, baseline: number, anchor: Label['anchor']): Candidate => {
    const left = at - { start: 0, middle: width / 2, end: width }[anchor];
    return {
      label: { x: px(at), y: px(baseline), anchor, text },
      box: { left, right: left + width, top: baseline - HEIGHT, bottom: baseline + more },
    };
  };
  const [right, left] = [x + beside * across, x - beside * across];
  const upper = y - more - CLEAR * up;
  const lower = y + BELOW * up;
  return [
    make(right, y + 4, 'start'),
    make(left, y + 4, 'end'),
    make(x, y - more - ABOVE * up, 'middle'),
    make(left, upper, 'end'),
    make(right, upper, 'start'),
    make(x, lower, 'middle'),
    make(right, lower, 'start'),
    make(left, lower, 'end'),
  ];
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function withGap({ left, right, ...box }: Box): Box {
  return { ...box, left: left - APART, right: right + APART };
}

function aroundDot({ x, y }: Point): Box {
  return { left: x - DOT, right: x + DOT, top: y - DOT, bottom: y + DOT };
}

/** Whether a piece of the line goes through a box: its part within the box has a length. */
function crosses(from: Point, to: Point, box: Box): boolean {
  let [begin, end] = [0, 1];
  const cuts = [
    [to.x - from.x, box.left - from.x, box.right - from.x],
    [to.y - from.y, box.top - from.y, box.bottom - from.y],
  ] as const;
  for (const [way, low, high] of cuts) {
    if (way === 0) {
      if (low >= 0 || high <= 0) return false;
      continue;
    }
    begin = Math.max(begin, Math.min(low / way, high / way));
    end = Math.min(end, Math.max(low / way, high / way));
  }
  return begin < end;
}

function costOf(
  { box }: Candidate,
  { frame, dots, line }: Surroundings,
  placed: readonly Box[],
): number {
  const isOutside =
    box.left < frame.left ||
    box.right > frame.right ||
    box.top < frame.top ||
    box.bottom > frame.bottom;
  const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  const pieces = line.slice(1).map((to, index) => crosses(line[index] ?? to, to, box));
  return (
    (isOutside ? COST.outside : 0) +
    COST.label * count(placed.map((other) => overlap(box, withGap(other)))) +
    COST.dot * count(dots.map((dot) => overlap(box, aroundDot(dot)))) +
    COST.line * count(pieces)
  );
}

/**
 * Puts each number where it hides the least: not over another number, a dot or the line, and inside
 * the drawing. It tries eight places around the dot, and the same places farther away if allowed.
 * The first wish chooses first. A number without a place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], surroundings: Surroundings): Label[] {
  const { reaches = NEAR, beside = BESIDE } = surroundings;
  const placed: Box[] = [];
  return wishes.flatMap((wish) => {
    const [best] = reaches
      .flatMap((reach) => candidatesOf(wish, reach, beside))
      .map((candidate, order) => ({
        candidate,
        cost: costOf(candidate, surroundings, placed) + order / 100,
      }))
      .sort((a, b) => a.cost - b.cost);
    if (best === undefined || best.cost >= COST.label) return [];
    placed.push(best.candidate.box);
    return [best.candidate.label];
  });
}
