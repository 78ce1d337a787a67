import type { CountScale } from './scales/count_scale';
import type { HourScale } from './scales/hour_scale';
import type { Label, LabelWish, Piece, Reach } from './labels/label_wish';
import { placeGroups } from './labels/place_labels';
import { px } from './scales/px';
import { countWords } from '../waveform/words';
import type { HourStretch } from '../waveform/hours';

/** The parts of a finding that are drawn. */
export interface Flags {
  readonly verdict: 'more' | 'less' | 'new' | 'silent' | 'moved';
  /** Flagged wall-clock hours, ascending. */
  readonly hours: readonly number[];
  /** Adjacent ones as one stretch, the strongest first. */
  readonly runs: readonly HourStretch[];
  /** Hours at which moved events were expected. */
  readonly due: readonly number[];
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** Marks of flagged hours: each is a shape, a place and a number. */
export interface FlagMarks {
  readonly dots: readonly Dot[];
  /** Where moved events were expected. */
  readonly rings: readonly Dot[];
  /** A line along zero while a series is silent. */
  readonly rule: string;
  readonly labels: readonly Label[];
}

export const NO_FLAGS: FlagMarks = { dots: [], rings: [], rule: '', labels: [] };

/** More numbers than these would hide the line. Every dot stays, and the sentence has the rest. */
const MOST_LABELS = 6;
const HOURS_LABELED_ONE_BY_ONE = 2;

/** How much stays free around a number, in pixels. */
const CLEAR = 1.6;
/** Farther from its dot than this, a number has a leader, in pixels; and the farthest with one. */
const NEXT_TO = 14;
const FARTHEST = 34;
/** A number moves farther from its dot before it hides anything. */
const REACHES: readonly Reach[] = [1, 1.4, 1.8, 2.2]
  .flatMap((across) => [1, 0.8, 1.4, 1.8, 2.2, 3, 4, 5].map((up) => ({ across, up })))
  .sort((a, b) => a.across + a.up - b.across - b.up);
/** A number may stand partly over its dot: so much of it is to the left. */
const SLIDES = [0.25, 0.75, 0, 1];

type Counts = readonly (number | null)[];

function hoursOfStretch({ from, to }: HourStretch): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function extremeHour(counts: Counts, hours: readonly number[], isLess: boolean): number[] {
  const wanted = isLess ? Math.min : Math.max;
  const extreme = wanted(...hours.map((hour) => counts[hour] ?? 0));
  return hours.filter((hour) => counts[hour] === extreme).slice(0, 1);
}

/**
 * Which hours of a stretch get a number, the best choice first. In a long stretch only the most
 * extreme hour gets one, and so in a short one without room for two.
 */
function labeledHours(
  counts: Counts,
  stretch: HourStretch,
  verdict: Flags['verdict'],
): readonly (readonly number[])[] {
  // The clock may skip an hour of it.
  const hours = hoursOfStretch(stretch).filter((hour) => (counts[hour] ?? null) !== null);
  if (verdict === 'silent') return [hours.slice(0, 1)];
  const extreme = extremeHour(counts, hours, verdict === 'less');
  if (hours.length > HOURS_LABELED_ONE_BY_ONE) return [extreme];
  return hours.length === 1 ? [hours] : [hours, extreme];
}

function dotAt(counts: Counts, hour: number, x: HourScale, y: CountScale): Dot {
  return { x: px(x.center(hour)), y: px(y.y(counts[hour] ?? 0)) };
}

function ruleOf({ verdict, runs }: Flags, x: HourScale, { base }: CountScale): string {
  if (verdict !== 'silent') return '';
  return runs
    .map(({ from, to }) => `M${px(x.center(from))} ${px(base)}H${px(x.center(to - 1))}`)
    .join('');
}

/**
 * In a silent stretch only the beginning has a dot, since the line shows the rest. The hours at
 * which moved events were expected have a ring.
 */
function dottedHours({ verdict, hours, runs, due }: Flags): readonly number[] {
  if (verdict === 'silent') return runs.map(({ from }) => from);
  return hours.filter((hour) => !due.includes(hour));
}

/** The usual level of each hour, as it is drawn. */
function levelsOf(usual: Counts, x: HourScale, y: CountScale): Piece[] {
  return usual.flatMap((count, hour) => {
    if (count === null) return [];
    const at = y.y(count);
    return [{ from: { x: x.left(hour), y: at }, to: { x: x.left(hour + 1), y: at } }];
  });
}

/** The first groups, with no more numbers than there may be. */
function atMost(groups: readonly (readonly (readonly number[])[])[], most: number) {
  let left = most;
  return groups.filter(([best = []]) => {
    left -= best.length;
    return left >= 0;
  });
}

/**
 * The marks of a row's flagged hours. A number hides neither the line, nor a dot, nor a usual level,
 * nor another number. One that finds no such place next to its dot has a leader to it; one without
 * any is left out.
 *
 * @param height of the drawing; the numbers must stay inside it
 * @param usual the usual levels in the drawing; empty if they are not drawn
 */
export function flagMarks(
  counts: Counts,
  flags: Flags,
  x: HourScale,
  y: CountScale,
  height: number,
  usual: Counts = [],
): FlagMarks {
  const dots = dottedHours(flags).map((hour) => dotAt(counts, hour, x, y));
  const rings = flags.due.map((hour) => dotAt(counts, hour, x, y));
  const ofRuns = flags.runs.map((stretch) => labeledHours(counts, stretch, flags.verdict));
  const told = new Set(ofRuns.flat(2));
  const due = flags.due.filter((hour) => !told.has(hour)).map((hour) => [[hour]]);
  const wishesOf = (hours: readonly number[], farthest: number): LabelWish[] =>
    hours.map((hour) => ({
      ...dotAt(counts, hour, x, y),
      text: countWords(counts[hour] ?? 0),
      farthest,
    }));
  const groups = atMost([...ofRuns, ...due], MOST_LABELS).map((alternatives) => {
    const last = alternatives.at(-1) ?? [];
    const near = alternatives.map((hours) => wishesOf(hours, NEXT_TO));
    return [...near, wishesOf(last, FARTHEST)];
  });
  const line = counts.flatMap((count, hour) =>
    count === null ? [] : [{ x: x.center(hour), y: y.y(count) }],
  );
  const labels = placeGroups(groups, {
    frame: { left: x.left(0), right: x.left(0) + x.width, top: 0, bottom: height },
    dots: [...dots, ...rings],
    line,
    levels: levelsOf(usual, x, y),
    clear: CLEAR,
    nextTo: NEXT_TO,
    reaches: REACHES,
    slides: SLIDES,
  });
  return { dots, rings, rule: ruleOf(flags, x, y), labels };
}
