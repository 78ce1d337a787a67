import { least } from '../lists';
import { daysBetween, HOURS_PER_DAY } from '../time';
import { ALL_HOURS, type AwaitedHours, slotsOf } from './awaited_hours';
import type { Deadline, SilenceLaw } from './silence_law';
import { dayOfWallHour, type WallHour } from './wall_hour';

/** The state of a stream. Null means that it is active as usual. */
export type SilenceState = 'silent' | 'late' | 'recovered' | 'gone' | 'muted';

/** A person's mark on a stream, as far as it affects its silence. */
export interface SilenceMark {
  readonly kind: 'gone' | 'mute';
  readonly at: WallHour;
  /** When it ends; null if it has no end. */
  readonly until: WallHour | null;
}

/** A silence that is over. */
export interface EndedSilence {
  /** The last event before it, and the first one after it. */
  readonly from: WallHour;
  readonly to: WallHour;
}

export interface StateQuestion {
  readonly last: WallHour;
  /** Undefined for a stream without a deadline. */
  readonly deadline: Deadline | undefined;
  readonly now: WallHour;
  readonly mark?: SilenceMark | undefined;
  /** The latest silence that was reported and is over. */
  readonly ended?: EndedSilence | undefined;
}

/** The effect of the mark on an overdue stream; undefined if it does not apply. */
function markedState({ mark, last, now }: StateQuestion): SilenceState | undefined {
  if (mark === undefined || (mark.until !== null && mark.until <= now)) return undefined;
  if (mark.kind === 'mute') return 'muted';
  // A stream that is marked gone and sends events is back.
  return mark.at >= last ? 'gone' : undefined;
}

/**
 * The state of a stream at an instant. A decommissioned stream is gone even before its deadline,
 * and is back when it sends events. A muted stream is muted from its deadline on.
 */
export function silenceState(question: StateQuestion): SilenceState | null {
  const { deadline, now, ended } = question;
  const marked = markedState(question);
  if (marked === 'gone') return 'gone';
  if (deadline !== undefined && now >= deadline.lateAt) {
    return marked ?? (now >= deadline.at ? 'silent' : 'late');
  }
  return ended !== undefined && now <= ended.to + HOURS_PER_DAY ? 'recovered' : null;
}

/** Too small to change an hour. */
const INSTANT = 1e-6;

/**
 * Mornings since a silence became overdue. At the end of a day, the coming morning counts, on which
 * that day is reported: the first report says 1. On the same day it is 0.
 *
 * @param due a deadline at midnight belongs to the day that ends
 */
export function morningOf(due: WallHour, now: WallHour): number {
  return Math.max(0, daysBetween(dayOfWallHour(due - INSTANT), dayOfWallHour(now)));
}

/**
 * How many events are missing by the usual week, in a silence. Of an hour that is silent in part
 * only that share of what is usual in it counts.
 *
 * @param hours in hours that are off nothing is missing
 */
export function missingEvents(
  { usual }: Pick<SilenceLaw, 'usual'>,
  silence: EndedSilence,
  hours: AwaitedHours = ALL_HOURS,
): number {
  let missing = 0;
  for (let hour = Math.floor(silence.from); hour < silence.to; hour += 1) {
    if (hours.isOff(hour)) continue;
    const part = Math.min(hour + 1, silence.to) - Math.max(hour, silence.from);
    missing += part * least(slotsOf(hour, hours).map((slot) => usual[slot] ?? 0));
  }
  return Math.round(missing);
}

/**
 * Until when missing events can be counted: the end of the last hour of a silence that is not off.
 *
 * @returns the beginning of the silence if all of its hours are off
 */
export function countedUntil({ from, to }: EndedSilence, hours: AwaitedHours): WallHour {
  for (let hour = Math.ceil(to) - 1; hour >= Math.floor(from); hour -= 1) {
    if (!hours.isOff(hour)) return Math.min(hour + 1, to);
  }
  return from;
}

/** Usual events a day, over the week. */
export function usualPerDay({ usual }: Pick<SilenceLaw, 'usual'>): number {
  return (usual.reduce((sum, count) => sum + count, 0) * HOURS_PER_DAY) / usual.length;
}
