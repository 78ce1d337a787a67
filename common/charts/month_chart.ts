import type { LedgerDay } from '../api';
import { greatest } from '../lists';
import { weekdayOf, HOURS_PER_DAY } from '../time';
import { hatchPath } from './hatch_path';
import type { MonthScale } from './scales/month_scale';
import { px } from './scales/px';

const MONDAY = 1;

/** Bars reach three units up and one down, since a count cannot fall by more than itself. */
const MOST_UP = 3;
const MOST_DOWN = 1;
/** A cut bar has its break here, in units below its end. */
const BREAK = { from: 0.5, to: 0.2 };
const LEAST_HEIGHT = 1;
/** Minimum width of a bar: in a row of 31 days, an hour is a pixel or less. */
const LEAST_WIDTH = 2;

/** Day (0 to 30), hour, units above or below usual, and whether the hour was flagged. */
export type MonthMark = readonly [day: number, hour: number, units: number, flagged: boolean];
/** Day (0 to 30) and the hours in which the series was silent on it. */
export type SilentHours = readonly [day: number, from: number, to: number];

/** The drawing of a series. */
export interface MonthInk {
  readonly marks: readonly MonthMark[];
  /** Silent stretches: one solid bar each. */
  readonly silent: readonly SilentHours[];
}

/** The place of a row's bars, in pixels from its upper edge. */
export interface MonthRowShape {
  readonly height: number;
  readonly base: number;
  /** Pixels of one unit. */
  readonly unit: number;
}

export const FLAGGED_ROW: MonthRowShape = { height: 27, base: 20, unit: 5.5 };
export const QUIET_ROW: MonthRowShape = { height: 14, base: 10, unit: 2.6 };

function barPath(left: number, right: number, from: number, to: number): string {
  return `M${px(left)} ${px(from)}H${px(right)}V${px(to)}H${px(left)}z`;
}

/** One bar, broken where it is cut. */
function markPath(
  [day, hour, units]: MonthMark,
  { base, unit }: MonthRowShape,
  scale: MonthScale,
): string {
  const left = scale.x(day, hour);
  const right = left + Math.max(LEAST_WIDTH, scale.hour);
  const most = units > 0 ? MOST_UP : MOST_DOWN;
  const sign = units > 0 ? -1 : 1;
  const size = Math.abs(units);
  if (size <= most) {
    return barPath(left, right, base, base + sign * Math.max(LEAST_HEIGHT, size * unit));
  }
  const at = (height: number): number => base + sign * height * unit;
  return (
    barPath(left, right, base, at(most - BREAK.from)) +
    barPath(left, right, at(most - BREAK.to), at(most))
  );
}

function isIn([day, hour]: MonthMark, [silentDay, from, to]: SilentHours): boolean {
  return day === silentDay && hour >= from && hour < to;
}

/** A silent stretch as one bar, as deep as its deepest hour. */
function silentPath(
  stretch: SilentHours,
  marks: readonly MonthMark[],
  { base, unit }: MonthRowShape,
  scale: MonthScale,
): string {
  const [day, from, to] = stretch;
  const depths = marks.flatMap((mark) => (isIn(mark, stretch) ? [Math.abs(mark[2])] : []));
  const depth = Math.min(MOST_DOWN, greatest([0, ...depths]));
  const left = scale.x(day, from);
  const right = Math.max(left + LEAST_WIDTH, scale.x(day, to));
  return barPath(left, right, base, base + Math.max(2 * LEAST_HEIGHT, depth * unit));
}

/**
 * The bars of a row: flagged hours, and hours that left their usual range without being flagged.
 */
export interface MonthBars {
  readonly flagged: string;
  readonly quiet: string;
}

/** Draws only the hours that left their usual range: up for more, down for less. */
export function monthBars(
  { marks, silent }: MonthInk,
  shape: MonthRowShape,
  scale: MonthScale,
): MonthBars {
  const alone = marks.filter((mark) => !silent.some((stretch) => isIn(mark, stretch)));
  const path = (wished: boolean): string =>
    alone
      .filter(([, , , flagged]) => flagged === wished)
      .map((mark) => markPath(mark, shape, scale))
      .join('');
  const stretches = silent.map((stretch) => silentPath(stretch, marks, shape, scale));
  return { flagged: path(true) + stretches.join(''), quiet: path(false) };
}

/** Days with known counts: the base line is drawn there. */
export function knownLine(
  days: readonly Pick<LedgerDay, 'state' | 'hours_known'>[],
  y: number,
  { x }: MonthScale,
): string {
  return days
    .map(({ hours_known: known }, day) =>
      known === 0 ? '' : `M${px(x(day, 0))} ${px(y)}H${px(x(day, known))}`,
    )
    .join('');
}

/** Days for which nothing is known, hatched. An empty place would look like a quiet day. */
export function unknownDaysHatch(
  days: readonly Pick<LedgerDay, 'hours_known'>[],
  { height }: Pick<MonthRowShape, 'height'>,
  { x }: MonthScale,
): string {
  return days
    .map(({ hours_known: known }, day) => {
      const [left, right] = [x(day, 0), x(day, HOURS_PER_DAY)];
      return known > 0 ? '' : hatchPath({ left, right, top: 3, bottom: height - 3 });
    })
    .join('');
}

/** Vertical lines in a row where a week begins, except at its left edge. */
export function weekRules(
  days: readonly Pick<LedgerDay, 'day'>[],
  height: number,
  { x }: MonthScale,
): string {
  return days
    .map(({ day }, place) =>
      place === 0 || weekdayOf(day) !== MONDAY ? '' : `M${px(x(place, 0) - 0.5)} 0V${height}`,
    )
    .join('');
}

/** A box around a day of a row. @param place of the day, 0 for the first */
export function dayBox(place: number, height: number, { x }: MonthScale): string {
  const [left, right] = [x(place, 0) - 1, x(place, HOURS_PER_DAY) + 1];
  return `M${px(left)} 1H${px(right)}V${height - 1}H${px(left)}z`;
}
