import {
  type Deadline,
  deadlineAfter,
  type EndedSilence,
  lawOf,
  type SilenceLaw,
  type WallHour,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { CountedStreams } from './counted_streams';
import type { DecidedHours } from './decided_hours';
import type { StreamRef } from './silence_row';

/** Fewer than two empty hours are no silence. */
const LEAST_GAP = 2;
const DAY_HOURS = HOURS_PER_DAY;

/** A stream with what was learned from its days before the last event. */
export interface WatchedStream extends StreamRef {
  readonly last: WallHour;
  /** False if only the hour of the last event is known. */
  readonly isToTheMinute: boolean;
  /** What was learned from the days before the last event; undefined if they are too few. */
  readonly law: () => SilenceLaw | undefined;
  /** What was learned from the days before an hour. */
  readonly lawBefore: (hour: WallHour) => SilenceLaw | undefined;
  /** Whether it is active on working days only. This is known without its law. */
  readonly isOffice: () => boolean;
  readonly occupied: () => { readonly from: WallHour; readonly hours: Uint8Array };
  /** Events on each of this many days, the present one last; null if unknown. */
  readonly daily: (days: number) => readonly (number | null)[];
  /** The longest gap that ended after an instant and is longer than this many hours. */
  readonly longestGap: (after: WallHour, least: number) => EndedSilence | undefined;
  readonly isUnknown: (hour: WallHour) => boolean;
}

/** The days since it was last seen are not learned from. */
const dayStart = (hour: WallHour): WallHour => Math.floor(hour / DAY_HOURS) * DAY_HOURS;

/**
 * Reads a stream from its counts.
 *
 * @param key null for the source as a whole
 * @param exact the last event to the minute; undefined if only the counts are known
 */
export function watchStream(
  ref: StreamRef,
  key: string | null,
  streams: CountedStreams,
  exact: WallHour | undefined,
): WatchedStream | undefined {
  const counted = streams.lastHour(key);
  if (counted === undefined && exact === undefined) return undefined;
  const last = Math.max(counted ?? -Infinity, exact ?? -Infinity);
  let law: SilenceLaw | 'none' | undefined;
  // Computed lazily: most streams are active, so it is not needed.
  const ofLast = (): SilenceLaw | undefined => {
    law ??= lawOf(streams.history(key, dayStart(last))) ?? 'none';
    return law === 'none' ? undefined : law;
  };
  return {
    ...ref,
    last,
    isToTheMinute: last === exact,
    law: ofLast,
    lawBefore: (hour) =>
      dayStart(hour) === dayStart(last) ? ofLast() : lawOf(streams.history(key, dayStart(hour))),
    isOffice: () => !streams.isBusyOnWeekends(key, dayStart(last)) && ofLast()?.isOffice === true,
    occupied: () => streams.occupied(key),
    daily: (days) => streams.daily(key, days),
    longestGap: (after, least) => streams.longestGap(key, after, least),
    isUnknown: (hour) => streams.isUnknown(hour),
  };
}

/** Hours in which streams are not expected as usual. */
export interface Awaiting {
  /** Hours in which offices are closed. */
  readonly isHoliday: (hour: WallHour) => boolean;
  readonly decided: Pick<DecidedHours, 'of'>;
}

type Asked = Pick<WatchedStream, 'last' | 'isToTheMinute' | 'isUnknown'> & StreamRef;

export function deadlineOf(
  law: SilenceLaw | undefined,
  stream: Asked,
  { isHoliday, decided }: Awaiting,
): Deadline | undefined {
  if (law === undefined) return undefined;
  const { last, isToTheMinute, isUnknown } = stream;
  const { off, like } = decided.of(stream);
  const isOff = (hour: WallHour): boolean =>
    isUnknown(hour) || (law.isOffice && isHoliday(hour)) || off.has(hour);
  const hours = like.size === 0 ? { isOff } : { isOff, like: (hour: WallHour) => like.get(hour) };
  return deadlineAfter(law, last, hours, isToTheMinute);
}

/** A silence that ended within the last day, if there is one, in whole hours like the counts. */
export function endedSilence(
  stream: WatchedStream,
  now: WallHour,
  awaiting: Awaiting,
): (EndedSilence & { readonly due: WallHour; readonly law: SilenceLaw }) | undefined {
  const gap = stream.longestGap(now - DAY_HOURS, LEAST_GAP);
  if (gap === undefined) return undefined;
  const law = stream.lawBefore(gap.from);
  const { source, host, subtype, isUnknown } = stream;
  const before = { source, host, subtype, last: gap.from, isToTheMinute: false, isUnknown };
  const due = deadlineOf(law, before, awaiting);
  return law !== undefined && due !== undefined && due.at <= gap.to
    ? { ...gap, due: due.at, law }
    : undefined;
}
