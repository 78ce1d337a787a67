import { type SourceCalendar, sourceCalendar } from '../../../common/calendar';
import { expectedHours } from '../../../common/marks';
import { lastWeekendDay, type Settings } from '../../../common/settings';
import { slotOf, type WallHour, wallHourOf } from '../../../common/silence';
import { type Day, daysBefore, HOURS_PER_DAY } from '../../../common/time';
import { type DecidedDays, judgmentsOf } from '../deciding';
import { type StreamRef, streamKey } from './silence_row';

/** People's decisions about the hours in which a stream may be silent. */
export interface StreamHours {
  /** In these, no event is expected. */
  readonly off: ReadonlySet<WallHour>;
  /** The hour of the week that an hour resembles in addition to its own. */
  readonly like: ReadonlyMap<WallHour, number>;
}

interface SourceHours extends StreamHours {
  readonly notLearned: ReadonlySet<WallHour>;
}

const ALL_DAY = Array.from({ length: HOURS_PER_DAY }, (_, hour) => hour);

function hoursAt(day: Day, hours: Iterable<number>): WallHour[] {
  const start = wallHourOf(day);
  return [...hours].map((hour) => start + hour);
}

/** The effect of calendars on one day of a source. */
function hoursOfDay(calendar: SourceCalendar, day: Day) {
  const { unassessed, unassessedHours, weekdays, notLearned, notLearnedHours } = calendar;
  const weekday = weekdays.get(day);
  // Neither working days nor Sundays are learned from a holiday.
  const isLost = notLearned.has(day) || weekday !== undefined;
  return {
    off: hoursAt(day, unassessed === null ? unassessedHours : ALL_DAY),
    notLearned: hoursAt(day, isLost ? ALL_DAY : (notLearnedHours.get(day) ?? [])),
    like: weekday === undefined ? [] : hoursAt(day, ALL_DAY),
    weekday,
  };
}

/** The effect of calendars and judgments on the silences that a look sees. */
export class DecidedHours {
  private readonly bySource = new Map<string, SourceHours>();
  private readonly byStream = new Map<string, StreamHours>();
  private readonly days: readonly Day[];
  private readonly lastOfWeekend: number;
  /** Calendars that cannot be used, and why: one sentence each. */
  readonly notes: readonly string[];

  /**
   * @param day the day that is looked at
   * @param before how many days before it are included
   */
  constructor(
    private readonly decided: DecidedDays,
    day: Day,
    before: number,
    { training }: Pick<Settings, 'training'>,
  ) {
    this.days = [day, ...daysBefore(day, before)];
    this.lastOfWeekend = lastWeekendDay(training.weekend);
    this.notes = decided.notes;
  }

  /** The hours of a stream. Judgments are about sources and series, not about hosts. */
  of(ref: StreamRef): StreamHours {
    const ofSource = this.ofSource(ref.source);
    const isJudged = this.decided.inForce.some(({ source }) => source === ref.source);
    if (!isJudged || ref.host !== null) return ofSource;
    const key = streamKey(ref);
    const known = this.byStream.get(key);
    if (known !== undefined) return known;
    const expected = this.days.flatMap((day) => {
      const judged = judgmentsOf(ref.source, this.decided.on(day).judgments)(ref.subtype);
      return hoursAt(day, expectedHours(judged, day));
    });
    const found =
      expected.length === 0
        ? ofSource
        : { ...ofSource, off: new Set([...ofSource.off, ...expected]) };
    this.byStream.set(key, found);
    return found;
  }

  /** Hours of a source that are not learned from. */
  notLearned(source: string): ReadonlySet<WallHour> {
    return this.ofSource(source).notLearned;
  }

  private ofSource(source: string): SourceHours {
    const known = this.bySource.get(source);
    if (known !== undefined) return known;
    const found = {
      off: new Set<WallHour>(),
      notLearned: new Set<WallHour>(),
      like: new Map<WallHour, number>(),
    };
    for (const day of this.days) {
      const { calendar } = this.decided.on(day);
      if (calendar.length === 0) continue;
      const ofDay = hoursOfDay(sourceCalendar(calendar, source, day, this.lastOfWeekend), day);
      for (const hour of ofDay.off) found.off.add(hour);
      for (const hour of ofDay.notLearned) found.notLearned.add(hour);
      for (const hour of ofDay.like) {
        found.like.set(hour, (ofDay.weekday ?? 0) * HOURS_PER_DAY + (slotOf(hour) % HOURS_PER_DAY));
      }
    }
    this.bySource.set(source, found);
    return found;
  }
}
