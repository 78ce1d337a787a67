import type { CountScale } from './scales/count_scale';
import type { HourScale } from './scales/hour_scale';
import { placeLabels, type Label, type LabelWish } from './labels/place_labels';
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

type Counts = readonly (number | null)[];

function hoursOfStretch({ from, to }: HourStretch): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** In a long stretch only the most extreme hour gets a number. */
function labeledHours(counts: Counts, stretch: HourStretch, verdict: Flags['verdict']): number[] {
  const hours = hoursOfStretch(stretch);
  if (verdict === 'silent') return hours.slice(0, 1);
  if (hours.length <= HOURS_LABELED_ONE_BY_ONE) return hours;
  const wanted = verdict === 'less' ? Math.min : Math.max;
  const extreme = wanted(...hours.map((hour) => counts[hour] ?? 0));
  return hours.filter((hour) => counts[hour] === extreme).slice(0, 1);
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

/**
 * The marks of a row's flagged hours.
 *
 * @param height of the drawing; the numbers must stay inside it
 */
export function flagMarks(
  counts: Counts,
  flags: Flags,
  x: HourScale,
  y: CountScale,
  height: number,
): FlagMarks {
  const dots = dottedHours(flags).map((hour) => dotAt(counts, hour, x, y));
  const rings = flags.due.map((hour) => dotAt(counts, hour, x, y));
  const labeled = flags.runs.flatMap((stretch) => labeledHours(counts, stretch, flags.verdict));
  const told = [...new Set([...labeled, ...flags.due])];
  const wishes: LabelWish[] = told.slice(0, MOST_LABELS).map((hour) => ({
    ...dotAt(counts, hour, x, y),
    text: countWords(counts[hour] ?? 0),
  }));
  const line = counts.flatMap((count, hour) =>
    count === null ? [] : [{ x: x.center(hour), y: y.y(count) }],
  );
  const frame = { left: x.left(0), right: x.left(0) + x.width, top: 0, bottom: height };
  const labels = placeLabels(wishes, { frame, dots: [...dots, ...rings], line });
  return { dots, rings, rule: ruleOf(flags, x, y), labels };
}
