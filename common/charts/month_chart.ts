import type { LedgerDay } from '../api';
import { weekdayOf, HOURS_PER_DAY } from '../time';
import { hatchPath } from './hatch_path';
import { px } from './scales/px';

const MONDAY = 1;
/** Days of the month, side by side. */
export const MONTH_DAYS = 31;
/** Pixels of a day, of which the last one is a gap. */
export const DAY_WIDTH = 25;
const DRAWN_WIDTH = DAY_WIDTH - 1;
export const MONTH_WIDTH = MONTH_DAYS * DAY_WIDTH;
const HOUR_WIDTH = DRAWN_WIDTH / HOURS_PER_DAY;

/** Bars reach three units up, and one down: a count cannot fall by more than itself. */
const MOST_UP = 3;
const MOST_DOWN = 1;
/** A bar that is cut is broken here, in units below its end. */
const BREAK = { from: 0.5, to: 0.2 };
const LEAST_HEIGHT = 1;

/** Day (0 to 30), hour, units above or below usual, and whether the hour was flagged. */
export type MonthMark = readonly [day: number, hour: number, units: number, flagged: boolean];

/** Where a row's bars stand, in pixels from its upper edge. */
export interface MonthRowShape {
  readonly height: number;
  readonly base: number;
  /** Pixels of one unit. */
  readonly unit: number;
}

export const FLAGGED_ROW: MonthRowShape = { height: 27, base: 20, unit: 5.5 };
export const QUIET_ROW: MonthRowShape = { height: 14, base: 10, unit: 2.6 };

/** The left edge of an hour. */
export function hourX(day: number, hour: number): number {
  return day * DAY_WIDTH + hour * HOUR_WIDTH;
}

function barPath(x: number, from: number, to: number): string {
  return `M${px(x)} ${px(from)}H${px(x + HOUR_WIDTH)}V${px(to)}H${px(x)}z`;
}

/** One bar, broken where it is cut. */
function markPath([day, hour, units]: MonthMark, { base, unit }: MonthRowShape): string {
  const x = hourX(day, hour);
  const most = units > 0 ? MOST_UP : MOST_DOWN;
  const sign = units > 0 ? -1 : 1;
  const size = Math.abs(units);
  if (size <= most) {
    return barPath(x, base, base + sign * Math.max(LEAST_HEIGHT, size * unit));
  }
  const at = (height: number): number => base + sign * height * unit;
  return barPath(x, base, at(most - BREAK.from)) + barPath(x, at(most - BREAK.to), at(most));
}

/** The bars of a row: flags, and hours that left their usual range without being one. */
export interface MonthBars {
  readonly flagged: string;
  readonly quiet: string;
}

/** Ink only where an hour left its usual range: up for more, down for less. */
export function monthBars(marks: readonly MonthMark[], shape: MonthRowShape): MonthBars {
  const path = (wished: boolean): string =>
    marks
      .filter(([, , , flagged]) => flagged === wished)
      .map((mark) => markPath(mark, shape))
      .join('');
  return { flagged: path(true), quiet: path(false) };
}

/** Days whose counts are known, as far as they are: where the base line is drawn. */
export function knownLine(
  days: readonly Pick<LedgerDay, 'state' | 'hours_known'>[],
  y: number,
): string {
  return days
    .map(({ hours_known: known }, day) =>
      known === 0 ? '' : `M${px(hourX(day, 0))} ${px(y)}H${px(hourX(day, known))}`,
    )
    .join('');
}

/** Rules through a row where a week begins, but not at its left edge. */
export function weekRules(days: readonly Pick<LedgerDay, 'day'>[], height: number): string {
  return days
    .map(({ day }, place) =>
      place === 0 || weekdayOf(day) !== MONDAY ? '' : `M${px(hourX(place, 0) - 0.5)} 0V${height}`,
    )
    .join('');
}

/** A box around a day of a row. @param place of the day, 0 for the first */
export function dayBox(place: number, height: number): string {
  const [left, right] = [hourX(place, 0) - 1, hourX(place, HOURS_PER_DAY) + 1];
  return `M${px(left)} 1H${px(right)}V${height - 1}H${px(left)}z`;
}

/** The ledger as paths: what was analyzed, what is hatched, and rules around stale days. */
export interface LedgerPaths {
  readonly bars: string;
  readonly hatched: string;
  readonly boxes: string;
  readonly rules: string;
}

const LEDGER = { top: 3, bottom: 15, barTop: 7, barBottom: 11 };

function boxPath(left: number, right: number): string {
  const { top, bottom } = LEDGER;
  return `M${px(left)} ${top}H${px(right)}V${bottom}H${px(left)}z`;
}

/**
 * Analyzed: a plain bar; partial: a bar up to its hour, the rest hatched; missed, failed or
 * canceled: a hatched box; stale: a bar between two rules; running: a box.
 */
export function ledgerPaths(days: readonly LedgerDay[]): LedgerPaths {
  const paths = { bars: '', hatched: '', boxes: '', rules: '' };
  days.forEach(({ state, hours_known: known }, day) => {
    const [left, right] = [hourX(day, 0), hourX(day, HOURS_PER_DAY)];
    const isDone = state === 'analyzed' || state === 'stale' || state === 'partial';
    const to = state === 'partial' ? hourX(day, Math.min(known, HOURS_PER_DAY - 1)) : right;
    if (isDone && to > left) {
      const { barTop, barBottom } = LEDGER;
      paths.bars += `M${px(left)} ${barTop}H${px(to)}V${barBottom}H${px(left)}z`;
    }
    if (state === 'stale') {
      const { top, bottom } = LEDGER;
      paths.rules += `M${px(left)} ${top}H${px(right)}M${px(left)} ${bottom}H${px(right)}`;
    }
    const emptyFrom = state === 'partial' ? to : left;
    if (isDone && state !== 'partial') return;
    paths.boxes += boxPath(emptyFrom, right);
    if (state === 'running') return;
    const { top, bottom } = LEDGER;
    paths.hatched += hatchPath({ left: emptyFrom, top, right, bottom });
  });
  return paths;
}

/** Words below the ledger. */
export interface LedgerLabel {
  /** Middle of the days that it is about. */
  readonly x: number;
  readonly text: string;
}

const LETTER_WIDTH = 5.4;
const LABEL_GAP = 10;
/** However many labels there are, each may be so long; one that does not fit then is left out. */
const LEAST_LETTERS = 40;

/** Odd days in words: those that adjoin and say the same have one label; none covers another. */
export function ledgerLabels(days: readonly LedgerDay[]): LedgerLabel[] {
  const groups: { first: number; last: number; text: string }[] = [];
  days.forEach(({ state, words }, day) => {
    if (words === null) return;
    const text = words.startsWith(state) ? words : `${state}: ${words}`;
    const before = groups[groups.length - 1];
    if (before?.last === day - 1 && before.text === text) before.last = day;
    else groups.push({ first: day, last: day, text });
  });
  const labels: LedgerLabel[] = [];
  const share = MONTH_WIDTH / LETTER_WIDTH / groups.length;
  const letters = Math.max(LEAST_LETTERS, Math.floor(share));
  let free = 0;
  for (const { first, last, text } of [...groups].reverse().sort((a, b) => a.first - b.first)) {
    const short = text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
    const width = short.length * LETTER_WIDTH;
    const middle = (hourX(first, 0) + hourX(last, HOURS_PER_DAY)) / 2;
    const x = Math.min(Math.max(middle, width / 2), MONTH_WIDTH - width / 2);
    if (x - width / 2 < free) continue;
    labels.push({ x, text: short });
    free = x + width / 2 + LABEL_GAP;
  }
  return labels;
}
