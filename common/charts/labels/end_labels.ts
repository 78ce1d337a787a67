import { amountWords, pluralWords } from '../../waveform/words';
import type { HourFrame, ValueScale } from '../scales/hour_frame';
import { px } from '../scales/px';
import { spreadLabels } from './spread_labels';
import type { Band } from '../step_paths';

type Counts = readonly (number | null)[];

/** A label at the right end of a chart, and the line that leads to what it names. */
export interface EndLabel {
  readonly x: number;
  readonly y: number;
  /** One line, or two. */
  readonly lines: readonly string[];
  /** The `d` of an SVG path; empty if the label is next to what it names. */
  readonly leader: string;
  readonly isToday: boolean;
}

/** What the labels name. */
export interface EndLabelData {
  readonly today: Counts;
  readonly total: number;
  readonly usual: Counts | null;
  readonly inner: Band | null;
  readonly outer: Band | null;
  /** "one Wednesday". */
  readonly oneDay: string;
  readonly words: {
    readonly today: string;
    readonly middleHalf: string;
    readonly outer: string;
    readonly usual: string;
  };
}

interface Wish {
  readonly value: number;
  readonly lines: readonly string[];
  /** The hour whose values are named; undefined for the end of the line. */
  readonly hour: number | undefined;
}

/** The band is named at one of the last hours, so that the lead line is short. */
const LAST_HOURS = 6;
/** Height of a band whose labels hardly have to be moved apart, in pixels. */
const ROOM = 32;
const LINE_HEIGHT = 14;
const BESIDE = 8;
const LEADER = 14;
/** In events. Smaller differences come from the rounding of sums. */
const LEAST_DIFFERENCE = 1e-6;

function lastKnown(counts: Counts): number {
  return [...counts].reverse().find((count) => count !== null) ?? 0;
}

/**
 * The hour at which the bands are named: the last one with room for the labels, else that with the
 * widest band; undefined if all days agree.
 *
 * @param room a band this wide has room, in events
 */
function namedHour(
  { inner, outer }: Pick<EndLabelData, 'inner' | 'outer'>,
  room: number,
): number | undefined {
  if (inner === null || outer === null) return undefined;
  const spread = (hour: number): number => (outer.high[hour] ?? 0) - (outer.low[hour] ?? 0);
  const hours = Array.from({ length: LAST_HOURS }, (_, index) => 23 - index);
  const widest = hours.reduce((best, hour) => (spread(hour) > spread(best) ? hour : best));
  if (spread(widest) === 0) return undefined;
  return hours.find((hour) => spread(hour) >= room) ?? widest;
}

function bandWishes(data: EndLabelData, hour: number): Wish[] {
  const { inner, outer, usual, words, oneDay } = data;
  const at = (counts: Counts | null | undefined): number => counts?.[hour] ?? 0;
  const [low, high] = [at(outer?.low), at(outer?.high)];
  const [from, to] = [at(inner?.low), at(inner?.high)];
  const expected = at(usual);
  // The outer band is named on the side where more of it is visible: below the inner one, or above
  // it.
  const isMoreBelow = from - low - (high - to) > LEAST_DIFFERENCE;
  const outside = isMoreBelow ? (low + from) / 2 : (high + to) / 2;
  return [
    { value: high, lines: [oneDay], hour },
    { value: outside, lines: [words.outer], hour },
    { value: (expected + to) / 2, lines: [words.middleHalf], hour },
    { value: expected, lines: [`${words.usual} ${amountWords(expected)}`], hour },
  ];
}

function usualWish({ usual, words }: EndLabelData): Wish[] {
  if (usual === null) return [];
  const expected = lastKnown(usual);
  return [{ value: expected, lines: [`${words.usual} ${amountWords(expected)}`], hour: 23 }];
}

function leaderTo(hour: number, from: number, to: number, { x, right }: HourFrame): string {
  const start = px(x.left(hour + 1) - 2);
  return `M${start} ${px(from)}H${right + 2}L${right + BESIDE} ${px(to)}H${right + LEADER - 2}`;
}

/**
 * Direct labels at the right end of the large chart: they name the bands, the level and the line,
 * so that no legend is needed.
 */
export function endLabels(data: EndLabelData, frame: HourFrame, scale: ValueScale): EndLabel[] {
  const { today, total, words } = data;
  const room = ((scale.high - scale.low) * ROOM) / (frame.bottom - frame.top);
  const named = namedHour(data, room);
  const wishes: Wish[] = [
    { value: lastKnown(today), lines: [words.today, pluralWords(total, 'event')], hour: undefined },
    ...(named === undefined ? usualWish(data) : bandWishes(data, named)),
  ].sort((a, b) => b.value - a.value);
  const heights = wishes.map(({ value, lines }) => ({
    y: scale.y(value),
    height: lines.length * LINE_HEIGHT,
  }));
  return spreadLabels(heights, frame.bottom).map((middle, index) => {
    const { hour, value = 0, lines = [] } = wishes[index] ?? {};
    const isToday = hour === undefined;
    return {
      x: frame.right + (isToday ? BESIDE : LEADER),
      y: px(middle - ((lines.length - 1) * LINE_HEIGHT) / 2 + 4),
      lines,
      leader: isToday ? '' : leaderTo(hour, scale.y(value), middle, frame),
      isToday,
    };
  });
}

/** Whether the bands are named in the chart. If not, they need a legend next to it. */
export function namesBands(bands: Pick<EndLabelData, 'inner' | 'outer'>): boolean {
  return namedHour(bands, 0) !== undefined;
}
