import { daysBetween, type Day } from '../../../common/time';
import type { Verdict } from '../../../common/waveform/hours';
import { amountWords } from '../../../common/waveform/words';
import {
  type DayFlag,
  type DaysOfZone,
  type MonthStretch,
  monthStretches,
  stretchesOfDay,
} from './month_stretches';

/** The stretch that the month tells of a series, and how many other hours were flagged. */
export interface Began {
  /** When it began. */
  readonly day: Day;
  readonly hour: number;
  readonly verdict: Verdict;
  /** How long it lasted, in hours; of a daily one, on all its days together. */
  readonly hours: number;
  /** Hours of the month that were flagged outside of it. */
  readonly other_hours: number;
  /** "more, 3 h", "silent, 10 h, still", "moved, 1 h daily". */
  readonly words: string;
}

/** A stretch comes daily if it was on so many adjacent days, the last one included. */
const LEAST_DAYS = 3;
/** A longer one is not an hour of the day. */
const LONGEST_DAILY = 6;

function sum(stretches: readonly MonthStretch[]): number {
  return stretches.reduce((hours, stretch) => hours + stretch.hours, 0);
}

/** The stretch that the strongest one of a day belongs to. */
function strongestOf(
  flag: DayFlag,
  stretches: readonly MonthStretch[],
  days: DaysOfZone,
): MonthStretch | undefined {
  const [strongest] = stretchesOfDay(flag);
  if (strongest === undefined) return undefined;
  const { from, to, direction } = strongest;
  const at = days(flag.day)
    .columns.slice(from, to)
    .flatMap(({ ranges }) => ranges)[0]?.from;
  return stretches.find(
    (one) => at !== undefined && one.direction === direction && one.from <= at && at < one.to,
  );
}

/** Whether two short stretches are at the same hours of their days. */
function areAlike(a: MonthStretch, b: MonthStretch): boolean {
  const isShort = Math.max(a.hours, b.hours) <= LONGEST_DAILY;
  return isShort && a.direction === b.direction && a.verdict === b.verdict && a.hour === b.hour;
}

/** The stretches that came at the same hour of adjacent days, the latest first. */
function daily(
  latestFirst: readonly DayFlag[],
  stretches: readonly MonthStretch[],
  days: DaysOfZone,
): MonthStretch[] {
  const found: MonthStretch[] = [];
  for (const flag of latestFirst) {
    const one = strongestOf(flag, stretches, days);
    const after = found[found.length - 1];
    if (one === undefined) break;
    if (after !== undefined && !(daysBetween(one.day, after.day) === 1 && areAlike(one, after))) {
      break;
    }
    found.push(one);
  }
  return found;
}

/**
 * What the month tells of a series: the strongest stretch of its latest unusual day, from its true
 * beginning, which may be on an earlier day; or since when it came at the same hour of each day.
 *
 * @param to the last day of the month
 * @returns undefined if nothing was unusual
 */
export function beganOf(flags: readonly DayFlag[], to: Day, days: DaysOfZone): Began | undefined {
  const stretches = monthStretches(flags, days);
  const latestFirst = [...flags].sort((a, b) => (a.day < b.day ? 1 : -1));
  const recurring = daily(latestFirst, stretches, days);
  const [told] = recurring;
  if (told === undefined) return undefined;
  const { verdict } = told;
  const all = sum(stretches);
  const first = recurring[recurring.length - 1];
  if (first !== undefined && recurring.length >= LEAST_DAYS) {
    const hours = sum(recurring);
    const began = { day: first.day, hour: first.hour, verdict, hours, other_hours: all - hours };
    const isEven = recurring.every((one) => one.hours === told.hours);
    return { ...began, words: `${verdict}, ${isEven ? `${amountWords(told.hours)} h ` : ''}daily` };
  }
  const { day, hour, hours } = told;
  const still = told.to === days(to).to ? ', still' : '';
  const words = `${verdict}, ${amountWords(hours)} h${still}`;
  return { day, hour, verdict, hours, other_hours: all - hours, words };
}
