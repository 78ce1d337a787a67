import { appendAll } from '../../lists';
import type { Box } from '../hatch_path';
import { px } from '../scales/px';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight piece of a line. */
export interface Piece {
  readonly from: Point;
  readonly to: Point;
}

/** A number that should be next to its dot. */
export interface LabelWish extends Point {
  readonly text: string;
  /** A second line below the first. */
  readonly below?: string;
  /** How far from its dot it may be, in pixels; anywhere if absent. */
  readonly farthest?: number;
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
export type Leader = Piece;

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
  /** Other straight lines of the drawing, such as the usual levels. */
  readonly levels?: readonly Piece[];
  /**
   * How much stays free around a text, in pixels. If this is given, a text that would hide anything
   * is left out.
   */
  readonly clear?: number;
  /** A text that is farther from its dot than this has a leader, in pixels. */
  readonly nextTo?: number;
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
/** So much nearer is a dot that a text seems to be about, in pixels. */
const FOREIGN_BY = 1;
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
function leaderTo(
  { x, y }: Point,
  box: Box,
  nextTo = NEXT_TO,
): { gap: number; leader: Leader | undefined } {
  const near = {
    x: Math.min(box.right, Math.max(box.left, x)),
    y: Math.min(box.bottom, Math.max(box.top, y)),
  };
  const gap = Math.hypot(near.x - x, near.y - y);
  if (gap <= nextTo) return { gap, leader: undefined };
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
  { frame, beside = BESIDE, above = ABOVE, figure = FIGURE, slides = [], nextTo }: Surroundings,
): Candidate[] {
  const { x, y, text, below } = wish;
  const width = Math.max(text.length, below?.length ?? 0) * figure;
  const more = below === undefined ? 0 : LINE_HEIGHT;
  const make = (at: number, baseline: number, anchor: Label['anchor']): Candidate => {
    const left = at - { start: 0, middle: width / 2, end: width }[anchor];
    const box = { left, right: left + width, top: baseline - HEIGHT, bottom: baseline + more };
    const { gap, leader } = leaderTo(wish, box, nextTo);
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

function widened({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
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
    COST.pixel * Math.max(0, gap - NEXT_TO) +
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
  const { frame, dots, line, levels = [], clear = 0 } = surroundings;
  const room = widened(box, clear);
  const isOutside =
    box.left < frame.left ||
    box.right > frame.right ||
    box.top < frame.top ||
    box.bottom > frame.bottom;
  const count = (hits: readonly boolean[]): number => hits.filter(Boolean).length;
  const pieces = [
    ...line.slice(1).map((to, index) => crosses(line[index] ?? to, to, room)),
    ...levels.map(({ from, to }) => crosses(from, to, room)),
  ];
  // Next to its dot, a text may reach over its neighbor a little.
  const near = label.leader === undefined ? gap - FOREIGN_BY : Math.min(gap, NEXT_TO);
  const foreign =
    label.leader === undefined && surroundings.clear === undefined
      ? 0
      : count(dots.map((dot) => leaderTo(dot, box).gap < near));
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

/** Before a number, a line that is rather flat looks like a minus sign. */
function looksLikeMinus({ label: { leader } }: Candidate): boolean {
  if (leader === undefined) return false;
  const { from, to } = leader;
  return Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
}

/** The place of a wish that costs the least; undefined if it has none. */
function cheapest(
  candidates: readonly Candidate[],
  farthest: number,
  surroundings: Surroundings,
  placed: readonly Candidate[],
): Candidate | undefined {
  const { clear } = surroundings;
  const [best] = candidates
    .map((candidate, order) => ({ candidate, order }))
    .filter(({ candidate }) => candidate.gap <= farthest)
    .filter(({ candidate }) => clear === undefined || !looksLikeMinus(candidate))
    .map(({ candidate, order }) => ({
      candidate,
      cost: costOf(candidate, surroundings, placed) + order * STEP,
    }))
    .sort((one, other) => one.cost - other.cost);
  const limit = clear === undefined ? COST.label : COST.line;
  return best === undefined || best.cost >= limit ? undefined : best.candidate;
}

/**
 * The best place of a wish beside the texts that are placed; undefined if it has none. If only a
 * place that hides nothing is wanted, the nearest such place is enough.
 */
function placeOf(
  wish: LabelWish,
  surroundings: Surroundings,
  placed: readonly Candidate[],
): Candidate | undefined {
  const { reaches = NEAR, clear } = surroundings;
  const { farthest = Infinity } = wish;
  const placesAt = (reach: Reach): Candidate[] => candidatesOf(wish, reach, surroundings);
  if (clear === undefined)
    return cheapest(reaches.flatMap(placesAt), farthest, surroundings, placed);
  for (const reach of reaches) {
    const found = cheapest(placesAt(reach), farthest, surroundings, placed);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placesOf(
  wishes: readonly LabelWish[],
  surroundings: Surroundings,
  placed: readonly Candidate[],
): Candidate[] {
  const added: Candidate[] = [];
  for (const wish of wishes) {
    const place = placeOf(wish, surroundings, [...placed, ...added]);
    if (place !== undefined) added.push(place);
  }
  return added;
}

/**
 * Puts each number where it hides the least: not over another number, a dot or the line, and inside
 * the drawing. It tries eight places around the dot, and the same places farther away if allowed:
 * the farther, the more it costs, and what is not next to its dot has a leader to it. The first wish
 * chooses first. A number without a place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], surroundings: Surroundings): Label[] {
  return placesOf(wishes, surroundings, []).map(({ label }) => label);
}

/**
 * Puts numbers that belong together, such as those of one stretch. Each group is a list of
 * alternatives, the best first: the first one is used whose numbers all have a place, or none.
 */
export function placeGroups(
  groups: readonly (readonly (readonly LabelWish[])[])[],
  surroundings: Surroundings,
): Label[] {
  const placed: Candidate[] = [];
  for (const alternatives of groups) {
    for (const wishes of alternatives) {
      const found = placesOf(wishes, surroundings, placed);
      if (found.length < wishes.length) continue;
      appendAll(placed, found);
      break;
    }
  }
  return placed.map(({ label }) => label);
}
