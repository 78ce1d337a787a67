import {
  type Deadline,
  deadlineAfter,
  dayOfWallHour,
  type EndedSilence,
  learnSilence,
  type SilenceLaw,
  type WallHour,
  wallHourOf,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { TrainingDay } from '../../../common/waveform/hours';
import type { CountedStreams } from './counted_streams';
import type { StreamRef } from './silence_row';

/** A gap that chance makes each day need not be looked at. */
const LEAST_GAP = 1;
const RECENT = HOURS_PER_DAY;

/** A stream with what its days before the last event say. */
export interface WatchedStream extends StreamRef {
  readonly last: WallHour;
  /** False where only the hour of the last event is known. */
  readonly isToTheMinute: boolean;
  readonly law: () => SilenceLaw | undefined;
  readonly days: readonly TrainingDay[];
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
  const days = streams.daysOf(key);
  let law: SilenceLaw | 'none' | undefined;
  return {
    ...ref,
    last,
    isToTheMinute: last === exact,
    // Most streams speak, so that nobody asks. The days since it was last seen teach nothing.
    law: () => {
      law ??= learnSilence(before(days, last)) ?? 'none';
      return law === 'none' ? undefined : law;
    },
    days,
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
  let from: WallHour | undefined;
  for (const { day, counts } of stream.days) {
    const start = wallHourOf(day);
    for (let hour = 0; hour < counts.length; hour += 1) {
      if (!((counts[hour] ?? 0) > 0)) continue;
      const at = start + hour;
      if (from !== undefined && at > now - RECENT && at - from > LEAST_GAP) {
        const law = learnSilence(before(stream.days, from));
        const due = deadlineOf(law, { last: from, isUnknown: stream.isUnknown }, isHoliday);
        if (law !== undefined && due !== undefined && due.at <= at) {
          return { from, to: at, due: due.at, law };
        }
      }
      from = at;
    }
  }
  return undefined;
}
