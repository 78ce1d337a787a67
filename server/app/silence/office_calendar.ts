import {
  dayOfWallHour,
  type OfficeDay,
  officeDay,
  type QuietTogether,
  quietTogether,
  type SilenceLaw,
  type WallHour,
  wallHourOf,
} from '../../../common/silence';
import { HOURS_PER_DAY } from '../../../common/time';
import type { WatchedStream } from './watched_stream';

/** An office that was quiet for longer is not asked whether a day is a holiday. */
const LONGEST_WEEKEND = 4 * HOURS_PER_DAY;

/** Which of the last days the offices of the installation are quiet together. */
export class OfficeCalendar {
  private readonly found = new Map<WallHour, QuietTogether | 'early' | undefined>();
  private readonly offices: readonly {
    readonly law: SilenceLaw;
    readonly isUnknown: (hour: WallHour) => boolean;
    readonly spoke: ReadonlySet<WallHour>;
  }[];

  constructor(
    streams: readonly WatchedStream[],
    private readonly now: WallHour,
  ) {
    this.offices = streams.flatMap((stream) => {
      const law = stream.law();
      if (law?.isOffice !== true) return [];
      return [{ law, isUnknown: stream.isUnknown, spoke: hoursWithEvents(stream) }];
    });
  }

  /** What the offices do on the day of an hour. */
  on(hour: WallHour): QuietTogether | 'early' | undefined {
    const start = wallHourOf(dayOfWallHour(hour));
    if (start > this.now) return undefined;
    if (!this.found.has(start)) this.found.set(start, this.look(start));
    return this.found.get(start);
  }

  /** Whether an hour lies on a day that is quiet like a Sunday, or may still turn out to be. */
  isHoliday = (hour: WallHour): boolean => this.on(hour) !== undefined;

  private look(start: WallHour): QuietTogether | 'early' | undefined {
    const until = Math.min(this.now, start + HOURS_PER_DAY);
    const days = this.offices.flatMap(({ law, isUnknown, spoke }): OfficeDay[] => {
      const isDead = ![...spoke].some((hour) => hour < until && hour >= start - LONGEST_WEEKEND);
      if (isDead || isUnknown(start)) return [];
      return [officeDay(law, (hour) => spoke.has(hour), until)];
    });
    return quietTogether(days);
  }
}

function hoursWithEvents({ days }: WatchedStream): Set<WallHour> {
  const hours = new Set<WallHour>();
  for (const { day, counts } of days()) {
    const start = wallHourOf(day);
    counts.forEach((count, hour) => {
      if ((count ?? 0) > 0) hours.add(start + hour);
    });
  }
  return hours;
}
