import { greatest, least } from '../../../common/lists';
/** What a method says of each hour: how surprising it is, or its share of the day's difference. */
export type TestKind = 'surprise' | 'share';

type Values = readonly (number | null)[];

/** How the values of a day's hours are drawn. */
export interface TestScale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** A surprise beyond this is cut: the limit has to stay in sight. */
const MOST_SURPRISE = 4;
const LEAST_SURPRISE = 1.5;
const MOST_SHARE = 1;
const LEAST_SHARE = 0.5;
/** Of the reach, for the numbers at the ends of bars; below they stand beside the axis. */
const ROOM_ABOVE = 1.15;
const ROOM_BELOW = 1.4;
const QUARTER = 0.25;
/** From here on a surprise has no decimals. */
const LARGE = 10;
/** Of a share or a surprise: smaller ones of unflagged hours get no number. */
const WORTH_TELLING: Readonly<Record<TestKind, number>> = { surprise: 0.5, share: 0.12 };

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** The scale of a day's values; those beyond it are cut. */
export function testScale(kind: TestKind, values: Values): TestScale {
  const known = values.map((value) => value ?? 0);
  const most = greatest(known) * ROOM_ABOVE;
  if (kind === 'surprise') {
    const high = between(LEAST_SURPRISE, most, MOST_SURPRISE);
    return { low: 0, high, ticks: multiples(1, 0, high) };
  }
  const low = between(-MOST_SHARE, least(known) * ROOM_BELOW, 0);
  const high = between(LEAST_SHARE, most, MOST_SHARE);
  return { low, high, ticks: multiples(high - low > 1 ? 2 * QUARTER : QUARTER, low, high) };
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
 * A value: "1.8", "39", "45%". Where rounding would put it on the limit it has one figure more, so that it
 * is seen on which side it lies.
 */
export function testWords(kind: TestKind, value: number, limit: number): string {
  const [factor, unit] = kind === 'share' ? [100, '%'] : [1, ''];
  const digits = kind === 'share' || value >= LARGE ? 0 : 1;
  const rounded = (value * factor).toFixed(digits);
  const isAtLimit = Number(rounded) === Number((limit * factor).toFixed(digits));
  return signed((isAtLimit ? (value * factor).toFixed(digits + 1) : rounded) + unit);
}

/** The hours whose bars have numbers: the flagged ones, and those that come near. */
export function toldHours(kind: TestKind, values: Values, flagged: readonly number[]): number[] {
  return values.flatMap((value, hour) =>
    flagged.includes(hour) || Math.abs(value ?? 0) > WORTH_TELLING[kind] ? [hour] : [],
  );
}
