import { greatest, least } from '../lists';
import { surpriseAt, surpriseEnd, surpriseText, surpriseTicks } from './scales/surprise_scale';

/**
 * The value of each hour under a method: how surprising it is, or its share of the day's
 * difference.
 */
export type TestKind = 'surprise' | 'share';

type Values = readonly (number | null)[];

/** The axis of a day's values. No value is outside it. */
export interface TestScale {
  /** The position of a value on the axis: logarithmic for a surprise, linear for a share. */
  readonly at: (value: number) => number;
  /** Ends of the axis, in its own unit. */
  readonly low: number;
  readonly high: number;
  /** Values that have a label. */
  readonly ticks: readonly number[];
}

/** A bar of the chart: an hour, or the hours of a silent stretch. */
export interface TestBar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly isFlagged: boolean;
}

/** Hours in which a series was silent, as one bar. */
export interface SilentStretch {
  readonly from: number;
  readonly to: number;
  readonly surprise: number;
}

const LEAST_SHARE = 0.5;
/**
 * Factors of the reach that leave room for the numbers at the ends of bars; below zero, these are
 * next to the axis.
 */
const ROOM_ABOVE = 1.15;
const ROOM_BELOW = 1.4;
const QUARTER = 0.25;
/** How many steps fit on the axis of shares. */
const MOST_STEPS = 6;
/** Smallest share or surprise for which an unflagged hour gets a number. */
const WORTH_TELLING: Readonly<Record<TestKind, number>> = { surprise: 0.5, share: 0.12 };

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

function surpriseScale(values: Values): TestScale {
  const end = surpriseEnd(values);
  const high = surpriseAt(end);
  return { at: surpriseAt, low: 0, high, ticks: surpriseTicks(end) };
}

function shareScale(values: Values): TestScale {
  const known = [0, ...values.map((value) => value ?? 0)];
  const low = least(known) * ROOM_BELOW;
  const high = Math.max(LEAST_SHARE, greatest(known) * ROOM_ABOVE);
  let step = QUARTER;
  while ((high - low) / step > MOST_STEPS) step *= 2;
  return { at: (share) => share, low, high, ticks: multiples(step, low, high) };
}

/** The scale of a day's values. */
export function testScale(kind: TestKind, values: Values): TestScale {
  return kind === 'surprise' ? surpriseScale(values) : shareScale(values);
}

/**
 * The bars of a day: one an hour, and one for all the hours of a silent stretch, since a single
 * silent hour means little.
 */
export function testBars(
  values: Values,
  flagged: readonly number[],
  silent: readonly SilentStretch[],
): TestBar[] {
  const isSilent = (hour: number): boolean =>
    silent.some(({ from, to }) => hour >= from && hour < to);
  const hours = values.flatMap((value, hour) =>
    value === null || isSilent(hour)
      ? []
      : [{ from: hour, to: hour + 1, value, isFlagged: flagged.includes(hour) }],
  );
  const stretches = silent.map(({ from, to, surprise }) => ({
    from,
    to,
    value: surprise,
    isFlagged: true,
  }));
  return [...hours, ...stretches].sort((a, b) => a.from - b.from);
}

/** A number with a true minus sign. */
function signed(text: string): string {
  return text.replace('-', '−');
}

/** An axis number: "1", "−25". */
export function tickWords(kind: TestKind, tick: number): string {
  return signed(String(kind === 'share' ? Math.round(tick * 100) : tick));
}

/**
 * A value: "1.8", "26.6", "45%". If rounding would show it as the threshold, it gets one more
 * figure, so that the reader sees which side it is on.
 */
export function testWords(kind: TestKind, value: number, limit: number): string {
  if (kind === 'surprise') return surpriseText(value);
  const percent = (digits: number): string => `${(value * 100).toFixed(digits)}%`;
  return signed(percent(percent(0) === `${(limit * 100).toFixed(0)}%` ? 1 : 0));
}

/** Whether a bar has its number: the flagged ones, and those that are close. */
export function isTold(kind: TestKind, { value, isFlagged }: TestBar): boolean {
  return isFlagged || Math.abs(value) > WORTH_TELLING[kind];
}
