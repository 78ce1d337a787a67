import { addDays, daysBetween, weekdayOf, type Day } from '../time';

/** A person's judgment of a finding; "none" takes back an earlier one. */
export const VERDICTS_OF_PEOPLE = ['expected', 'incident', 'none'] as const;
export type JudgmentKind = (typeof VERDICTS_OF_PEOPLE)[number];

/** The days on which a judgment applies to its hours: its own, all of its weekday, or all. */
export const REPEATS = ['once', 'weekday', 'daily'] as const;
export type Repeats = (typeof REPEATS)[number];

/** How long "expected" applies unless another end is given. */
export const DEFAULT_DAYS = 92;
/** The longest note, in characters. */
export const LONGEST_NOTE = 2000;

/** A judgment as it is stored among the marks: added once, and never changed. */
export interface JudgmentMark {
  readonly version: 1;
  readonly kind: 'judgment';
  readonly scope: string;
  readonly source: string;
  /** Null if it is about the whole source. */
  readonly subtype: string | null;
  readonly judgment: JudgmentKind;
  /** The day that was judged. */
  readonly day: Day;
  /** Hours of the wall clock, ascending, each once. */
  readonly hours: readonly number[];
  readonly repeats: Repeats;
  /**
   * The first day on which "expected" no longer applies; null for the others, which have no end.
   */
  readonly until: Day | null;
  /** The note. */
  readonly reason: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** A judgment and the id that it is stored under. */
export interface Judgment extends JudgmentMark {
  readonly id: string;
}

/** The default end of "expected". */
export function defaultUntil(day: Day): Day {
  return addDays(day, DEFAULT_DAYS);
}

function byTime(a: Judgment, b: Judgment): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function keyOf({ source, subtype, day }: JudgmentMark): string {
  return JSON.stringify([source, subtype, day]);
}

/**
 * The latest judgment of each series and day, even if it takes an earlier one back. Of two with the
 * same time, the one with the greater id is the later.
 *
 * @returns in an order that does not depend on the order of the marks
 */
export function latestJudgments(marks: readonly Judgment[]): Judgment[] {
  const latest = new Map<string, Judgment>();
  for (const mark of [...marks].sort(byTime)) latest.set(keyOf(mark), mark);
  return [...latest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}

/** The judgments in force: the latest ones that were not taken back. */
export function judgmentsInForce(marks: readonly Judgment[]): Judgment[] {
  return latestJudgments(marks).filter(({ judgment }) => judgment !== 'none');
}

/** The hours of a judgment, and what it says about them. */
export type JudgedHours = Pick<JudgmentMark, 'judgment' | 'day' | 'hours' | 'repeats'>;

/** Whether a judgment applies to a day. */
export function isAboutDay({ repeats, day: judged }: JudgedHours, day: Day): boolean {
  if (repeats === 'daily') return true;
  return repeats === 'weekday' ? weekdayOf(day) === weekdayOf(judged) : day === judged;
}

/**
 * The judgments that may decide the findings of a day: incidents on it or in its training days, and
 * "expected" judgments on one of these that have not ended.
 *
 * @param trainingDays how many days before it are learned from
 */
export function judgmentsFor(
  inForce: readonly Judgment[],
  day: Day,
  trainingDays: number,
): Judgment[] {
  return inForce.filter(({ judgment, repeats, until, day: judged }) => {
    if (judgment === 'expected' && (until === null || day >= until)) return false;
    if (repeats !== 'once') return true;
    const age = daysBetween(judged, day);
    return age >= 0 && age <= trainingDays;
  });
}

/**
 * The part of judgments that decides findings. Two texts are equal exactly if their effect is the
 * same.
 */
export function decisiveParts(judgments: readonly Judgment[]): unknown[] {
  return judgments.map(({ source, subtype, judgment, day, hours, repeats, until }) => ({
    source,
    subtype,
    judgment,
    day,
    hours,
    repeats,
    until,
  }));
}
