import { appendAll } from '../../lists';
import type { Box } from '../hatch_path';
import { px } from '../scales/px';
import type { Label, LabelWish, Leader, Piece, Point, Reach, Surroundings } from './label_wish';
import { APART, type Place, PlacesAround } from './places_around';

const DOT = 3.5;

/** A text that is farther from its dot than this has a leader, in pixels. */
const NEXT_TO = 24;
/** From a leader to the middle of its dot, and to its text. */
const LEADER_GAP = { dot: 7, text: 2 };

const COST = {
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

function nearestIn({ left, right, top, bottom }: Box, { x, y }: Point): Point {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) };
}

function gapTo(box: Box, { x, y }: Point): number {
  const near = nearestIn(box, { x, y });
  return Math.hypot(near.x - x, near.y - y);
}

/** The line from a dot to the nearest point of a box; undefined if the box is next to the dot. */
function leaderTo(
  { x, y }: Point,
  box: Box,
  nextTo = NEXT_TO,
): { gap: number; leader: Leader | undefined } {
  const near = nearestIn(box, { x, y });
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

/** A text at a place, with its leader. */
function candidateAt(
  { x, y, anchor, box }: Place,
  wish: LabelWish,
  { nextTo }: Surroundings,
): Candidate {
  const { gap, leader } = leaderTo(wish, box, nextTo);
  const label = { x: px(x), y: px(y), anchor, text: wish.text, ...(leader && { leader }) };
  return { label, box, gap };
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
function crosses({ from, to }: Piece, { left, right, top, bottom }: Box): boolean {
  // Nearly all pieces are wholly on one side of a box.
  if (from.x < left ? to.x < left : from.x > right && to.x > right) return false;
  if (from.y < top ? to.y < top : from.y > bottom && to.y > bottom) return false;
  let [begin, end] = [0, 1];
  const cuts = [
    [to.x - from.x, left - from.x, right - from.x],
    [to.y - from.y, top - from.y, bottom - from.y],
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
  const hits = (box: Box): boolean => crosses(leader, box);
  return (
    COST.along * pointsAlong(leader, line) +
    COST.leader +
    COST.pixel * Math.max(0, gap - NEXT_TO) +
    COST.label * placed.filter(({ box }) => hits(box)).length +
    COST.dot * dots.filter((dot) => hits(aroundDot(dot))).length
  );
}

/** A text seems to be about each other dot that is nearer to it than its own. */
function costOfForeign(
  { box, label: { leader }, gap }: Candidate,
  { dots, clear }: Surroundings,
): number {
  if (leader === undefined && clear === undefined) return 0;
  // Next to its dot, a text may reach over its neighbor a little.
  const near = leader === undefined ? gap - FOREIGN_BY : Math.min(gap, NEXT_TO);
  return COST.foreign * dots.filter((dot) => gapTo(box, dot) < near).length;
}

/**
 * What a text hides at a place.
 *
 * @param limit as soon as the cost is that much, the rest is not counted
 */
function costOf(
  candidate: Candidate,
  surroundings: Surroundings,
  placed: readonly Candidate[],
  limit: number,
): number {
  const { box } = candidate;
  const { dots, line, levels = [], clear = 0 } = surroundings;
  let cost = 0;
  for (const { box: other, label } of placed) {
    if (overlap(box, withGap(other))) cost += COST.label;
    if (label.leader !== undefined && crosses(label.leader, box)) cost += COST.label;
  }
  for (const dot of dots) if (overlap(box, aroundDot(dot))) cost += COST.dot;
  const room = widened(box, clear);
  for (let end = 1; end < line.length && cost < limit; end += 1) {
    const [from, to] = [line[end - 1], line[end]];
    if (from !== undefined && to !== undefined && crosses({ from, to }, room)) cost += COST.line;
  }
  for (let place = 0; place < levels.length && cost < limit; place += 1) {
    const level = levels[place];
    if (level !== undefined && crosses(level, room)) cost += COST.line;
  }
  if (cost >= limit) return cost;
  cost += costOfLeader(candidate, surroundings, placed);
  return cost + costOfForeign(candidate, surroundings);
}

/** Before a number, a line that is rather flat looks like a minus sign. */
function looksLikeMinus({ label: { leader } }: Candidate): boolean {
  if (leader === undefined) return false;
  const { from, to } = leader;
  return Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
}

/** The place of a wish that costs the least; undefined if it has none. */
function cheapest(
  places: readonly Place[],
  wish: LabelWish,
  surroundings: Surroundings,
  placed: readonly Candidate[],
): Candidate | undefined {
  const { farthest = Infinity } = wish;
  const { clear } = surroundings;
  let least = clear === undefined ? COST.label : COST.line;
  let best: Candidate | undefined;
  for (const place of places) {
    const step = place.order * STEP;
    if (step >= least) break;
    const candidate = candidateAt(place, wish, surroundings);
    if (candidate.gap > farthest) continue;
    if (clear !== undefined && looksLikeMinus(candidate)) continue;
    const cost = costOf(candidate, surroundings, placed, least) + step;
    if (cost >= least) continue;
    least = cost;
    best = candidate;
  }
  return best;
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
  const places = new PlacesAround(wish, surroundings);
  if (clear === undefined) {
    const all = reaches.flatMap((reach, place) => {
      const before = place * places.number;
      return places.at(reach).map((one) => ({ ...one, order: before + one.order }));
    });
    return cheapest(all, wish, surroundings, placed);
  }
  for (const reach of reaches) {
    const found = cheapest(places.at(reach), wish, surroundings, placed);
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
