import {
  type Deadline,
  deadlineAfter,
  dayOfWallHour,
  type EndedSilence,
  learnSilence,
  type SilenceLaw,
  type WallHour,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { TrainingDay } from '../../../common/waveform/hours';
import type { CountedStreams } from './counted_streams';
import type { StreamRef } from './silence_row';

/** Less than two empty hours are no silence. */
const LEAST_GAP = 2;
const RECENT = HOURS_PER_DAY;

/** A stream with what its days before the last event say. */
export interface WatchedStream extends StreamRef {
  readonly last: WallHour;
  /** False where only the hour of the last event is known. */
  readonly isToTheMinute: boolean;
  readonly law: () => SilenceLaw | undefined;
  readonly days: () => readonly TrainingDay[];
  /** The longest gap that ended after an instant and is longer than so many hours. */
  readonly longestGap: (after: WallHour, least: number) => EndedSilence | undefined;
  readonly isUnknown: (hour: WallHour) => boolean;
}

function before(days: readonly TrainingDay[], hour: WallHour): TrainingDay[] {
  const day = dayOfWallHour(hour);
  return days.filter((one) => one.day < day);
}

/**
 * Reads a stream from its counts.
 *
 * @param key null for the source as a whole
 * @param exact the last event to the minute; undefined where only the counts tell
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
  const days = (): TrainingDay[] => streams.daysOf(key);
  let law: SilenceLaw | 'none' | undefined;
  return {
    ...ref,
    last,
    isToTheMinute: last === exact,
    // Most streams speak, so that nobody asks. The days since it was last seen teach nothing.
    law: () => {
      law ??= learnSilence(before(days(), last)) ?? 'none';
      return law === 'none' ? undefined : law;
    },
    days,
    longestGap: (after, least) => streams.longestGap(key, after, least),
    isUnknown: (hour) => streams.isUnknown(hour),
  };
}

/** @param isHoliday hours in which offices are closed */
export function deadlineOf(
  law: SilenceLaw | undefined,
  { last, isUnknown }: Pick<WatchedStream, 'last' | 'isUnknown'>,
  isHoliday: (hour: WallHour) => boolean,
): Deadline | undefined {
  if (law === undefined) return undefined;
  const isOff = (hour: WallHour): boolean => isUnknown(hour) || (law.isOffice && isHoliday(hour));
  return deadlineAfter(law, last, isOff);
}

/** A silence that ended within the last day, if there is one; by hours, as the counts are. */
export function endedSilence(
  stream: WatchedStream,
  now: WallHour,
  isHoliday: (hour: WallHour) => boolean,
): (EndedSilence & { readonly due: WallHour; readonly law: SilenceLaw }) | undefined {
  const gap = stream.longestGap(now - RECENT, LEAST_GAP);
  if (gap === undefined) return undefined;
  const law = learnSilence(before(stream.days(), gap.from));
  const due = deadlineOf(law, { last: gap.from, isUnknown: stream.isUnknown }, isHoliday);
  return law !== undefined && due !== undefined && due.at <= gap.to
    ? { ...gap, due: due.at, law }
    : undefined;
}
