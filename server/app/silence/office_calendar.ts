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

/** An office that was quiet for longer than this has no say in whether a day is a holiday. */
const LONGEST_WEEKEND = 4 * HOURS_PER_DAY;

/** On which of the last days the offices of the installation are quiet together. */
export class OfficeCalendar {
  private readonly found = new Map<WallHour, QuietTogether | 'early' | undefined>();
  private readonly offices: readonly {
    readonly law: SilenceLaw;
    readonly isUnknown: (hour: WallHour) => boolean;
    readonly spoke: (hour: WallHour) => boolean;
  }[];

  constructor(
    streams: readonly WatchedStream[],
    private readonly now: WallHour,
  ) {
    this.offices = streams.flatMap((stream) => {
      const law = stream.isOffice() ? stream.law() : undefined;
      if (law === undefined) return [];
      const { from, hours } = stream.occupied();
      const spoke = (hour: WallHour): boolean => hours[hour - from] === 1;
      return [{ law, isUnknown: (at: WallHour) => stream.isUnknown(at), spoke }];
    });
  }

  /** The state of the offices on the day of an hour. */
  on(hour: WallHour): QuietTogether | 'early' | undefined {
    const start = wallHourOf(dayOfWallHour(hour));
    if (start > this.now) return undefined;
    if (!this.found.has(start)) this.found.set(start, this.look(start));
    return this.found.get(start);
  }

  /** Whether an hour is on a day that is quiet like a Sunday, or may still turn out to be. */
  isHoliday = (hour: WallHour): boolean => this.on(hour) !== undefined;

  private look(start: WallHour): QuietTogether | 'early' | undefined {
    const until = Math.min(this.now, start + HOURS_PER_DAY);
    const days = this.offices.flatMap(({ law, isUnknown, spoke }): OfficeDay[] => {
      let last = Math.ceil(until) - 1;
      while (last >= start - LONGEST_WEEKEND && !spoke(last)) last -= 1;
      if (last < start - LONGEST_WEEKEND || isUnknown(start)) return [];
      return [officeDay(law, spoke, until)];
    });
    return quietTogether(days);
  }
}
