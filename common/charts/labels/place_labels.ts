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
  /** A line from its dot to the text, if the text is not next to it. */
  readonly leader?: Leader;
}

/** A straight line from a dot to its text. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
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
  /** From the middle of a dot to the foot of a text above it, in pixels. */
  readonly above?: number;
  /** The width of a character, in pixels. */
  readonly figure?: number;
  /**
   * Further places above and below a dot, where the text stands only partly over it: the part of
   * the text's width that is left of the dot.
   */
  readonly slides?: readonly number[];
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

/** A text that is farther from its dot than this has a leader, in pixels. */
const NEXT_TO = 24;
/** From a leader to the middle of its dot, and to its text. */
const LEADER_GAP = { dot: 7, text: 2 };

const COST = {
  outside: 1000,
  label: 100,
  dot: 40,
  line: 8,
  // A text beside the dot of another seems to be about that one.
  foreign: 4,
  leader: 0.5,
  along: 1,
  pixel: 0.02,
};
/** A leader is compared with the line at so many points, and is at it when it is so near. */
const LEADER_POINTS = 8;
const AT_LINE = 4;
/** What a place costs more than the one before it. */
const STEP = 0.001;
const NEAR: readonly Reach[] = [{ across: 1, up: 1 }];

interface Candidate {
  readonly label: Label;
  readonly box: Box;
  /** From the dot to the nearest point of the text, in pixels. */
  readonly gap: number;
}

/** The line from a dot to the nearest point of a box; undefined if the box is next to the dot. */
function leaderTo({ x, y }: Point, box: Box): { gap: number; leader: Leader | undefined } {
  const near = {
    x: Math.min(box.right, Math.max(box.left, x)),
    y: Math.min(box.bottom, Math.max(box.top, y)),
  };
  const gap = Math.hypot(near.x - x, near.y - y);
  if (gap <= NEXT_TO) return { gap, leader: undefined };
  const at = (part: number): Point => ({
    x: px(x + (near.x - x) * part),
    y: px(y + (near.y - y) * part),
  });
  return {
    gap,
    leader: { from: at(LEADER_GAP.dot / gap), to: at(1 - LEADER_GAP.text / gap) },
  };
}

/** The eight places around a dot, in order of preference, then those that are slid. */
function candidatesOf(
  wish: LabelWish,
  { across, up }: Reach,
  { frame, beside = BESIDE, above = ABOVE, figure = FIGURE, slides = [] }: Surroundings,
): Candidate[] {
  const { x, y, text, below } = wish;
  const width = Math.max(text.length, below?.length ?? 0) * figure;
  const more = below === undefined ? 0 : LINE_HEIGHT;
  const make = (at: number, baseline: number, anchor: Label['anchor']): Candidate => {
    const left = at - { start: 0, middle: width / 2, end: width }[anchor];
    const box = { left, right: left + width, top: baseline - HEIGHT, bottom: baseline + more };
    const { gap, leader } = leaderTo(wish, box);
    const label = { x: px(at), y: px(baseline), anchor, text, ...(leader && { leader }) };
    return { label, box, gap };
  };
  const [right, left] = [x + beside * across, x - beside * across];
  const upper = y - more - CLEAR * up;
  const lower = y + BELOW * up;
  // At the edges as well, if the text then still is over its dot.
  const edges = slides.length === 0 ? [] : [frame.left + APART, frame.right - APART - width];
  const lefts = [...slides.map((part) => x - part * width), ...edges].filter(
    (at) => at <= x && at + width >= x,
  );
  return [
    make(right, y + 4, 'start'),
    make(left, y + 4, 'end'),
    make(x, y - more - above * up, 'middle'),
    make(left, upper, 'end'),
    make(right, upper, 'start'),
    make(x, lower, 'middle'),
    make(right, lower, 'start'),
    make(left, lower, 'end'),
    ...lefts.flatMap((at) => [make(at, y - more - above * up, 'start'), make(at, lower, 'start')]),
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

/** How far a point is from a straight piece of the line. */
function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [across, up] = [to.x - from.x, to.y - from.y];
  const length = across * across + up * up;
  const share = length === 0 ? 0 : ((x - from.x) * across + (y - from.y) * up) / length;
  const part = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from.x - part * across, y - from.y - part * up);
}

/** At how many points a leader is at the line: one that follows it looks like a part of it. */
function pointsAlong({ from, to }: Leader, line: readonly Point[]): number {
  const points = Array.from({ length: LEADER_POINTS }, (_, step) => {
    const part = (step + 1) / LEADER_POINTS;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
  return points.filter((point) =>
    line.some((end, index) => distanceTo(point, line[index - 1] ?? end, end) < AT_LINE),
  ).length;
}

/** What the leader of a text hides: other texts and dots, and the line where it runs along it. */
function costOfLeader(
  { label: { leader }, gap }: Candidate,
  { dots, line }: Surroundings,
  placed: readonly Candidate[],
): number {
  if (leader === undefined) return 0;
  const hits = (box: Box): boolean => crosses(leader.from, leader.to, box);
  return (
    COST.along * pointsAlong(leader, line) +
    COST.leader +
    COST.pixel * (gap - NEXT_TO) +
    COST.label * placed.filter(({ box }) => hits(box)).length +
    COST.dot * dots.filter((dot) => hits(aroundDot(dot))).length
  );
}

function costOf(
  candidate: Candidate,
  surroundings: Surroundings,
  placed: readonly Candidate[],
): number {
  const { box, label, gap } = candidate;
  const { frame, dots, line } = surroundings;
  const isOutside =
    box.left < frame.left ||
    box.right > frame.right ||
    box.top < frame.top ||
    box.bottom > frame.bottom;
  const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  const pieces = line.slice(1).map((to, index) => crosses(line[index] ?? to, to, box));
  const foreign =
    label.leader === undefined
      ? 0
      : count(dots.map((dot) => leaderTo(dot, box).gap < Math.min(gap, NEXT_TO)));
  const leaders = placed.flatMap(({ label: { leader } }) => leader ?? []);
  return (
    (isOutside ? COST.outside : 0) +
    COST.label * count(placed.map((other) => overlap(box, withGap(other.box)))) +
    COST.label * count(leaders.map(({ from, to }) => crosses(from, to, box))) +
    COST.dot * count(dots.map((dot) => overlap(box, aroundDot(dot)))) +
    COST.line * count(pieces) +
    costOfLeader(candidate, surroundings, placed) +
    COST.foreign * foreign
  );
}

/**
 * Puts each number where it hides the least: not over another number, a dot or the line, and inside
 * the drawing. It tries eight places around the dot, and the same places farther away if allowed:
 * the farther, the more it costs, and what is not next to its dot has a leader to it. The first wish
 * chooses first. A number without a place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], surroundings: Surroundings): Label[] {
  const { reaches = NEAR } = surroundings;
  const placed: Candidate[] = [];
  return wishes.flatMap((wish) => {
    const [best] = reaches
      .flatMap((reach) => candidatesOf(wish, reach, surroundings))
      .map((candidate, order) => ({
        candidate,
        cost: costOf(candidate, surroundings, placed) + order * STEP,
      }))
      .sort((a, b) => a.cost - b.cost);
    if (best === undefined || best.cost >= COST.label) return [];
    placed.push(best.candidate);
    return [best.candidate.label];
  });
}
