import { type SourceCalendar, sourceCalendar } from '../../../common/calendar';
import { expectedHours, type Judgment, judgedHours, judgmentsFor } from '../../../common/marks';
import { lastWeekendDay, type Settings } from '../../../common/settings';
import { slotOf, type TaughtHours, type WallHour, wallHourOf } from '../../../common/silence';
import { seriesKey } from '../../../common/sources';
import { type Day, daysBefore, HOURS_PER_DAY } from '../../../common/time';
import { subtypeKey } from '../basics';
import type { DecidedDays } from '../deciding';
import type { StreamRef } from './rows/silence_row';

/** What people have said about the hours in which a stream may be silent, or that teach. */
export interface StreamHours extends TaughtHours {
  /** In these, no event is expected. */
  readonly off: ReadonlySet<WallHour>;
  /** The hour of the week that an hour resembles in addition to its own. */
  readonly like: ReadonlyMap<WallHour, number>;
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

/** The key of judgments about a source as a whole. */
const WHOLE = '';
const keyOf = (subtype: string | null): string =>
  subtype === null ? WHOLE : `series ${subtypeKey(subtype)}`;

/** The effect of calendars and judgments on the silences that a look sees. */
export class DecidedHours {
  private readonly bySource = new Map<string, StreamHours>();
  private readonly byStream = new Map<string, StreamHours>();
  /** By source, then by series. */
  private readonly judgments = new Map<string, Map<string, Judgment[]>>();
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
    private readonly day: Day,
    before: number,
    { training }: Pick<Settings, 'training'>,
  ) {
    this.days = [day, ...daysBefore(day, before)];
    this.lastOfWeekend = lastWeekendDay(training.weekend);
    this.notes = decided.notes;
    for (const judgment of decided.inForce) {
      const ofSource = this.judgments.get(judgment.source) ?? new Map<string, Judgment[]>();
      this.judgments.set(judgment.source, ofSource);
      const key = keyOf(judgment.subtype);
      ofSource.set(key, [...(ofSource.get(key) ?? []), judgment]);
    }
  }

  /**
   * The hours of a stream. Decisions about a source as a whole apply to its hosts and series
   * as well; about single hosts there are no judgments.
   */
  of({ source, subtype }: StreamRef): StreamHours {
    const own = subtype === null ? undefined : this.judgments.get(source)?.get(keyOf(subtype));
    if (subtype === null || own === undefined) return this.ofSource(source);
    const key = seriesKey(source, subtype);
    const known = this.byStream.get(key);
    if (known !== undefined) return known;
    const found = this.judged(this.ofSource(source), own);
    this.byStream.set(key, found);
    return found;
  }

  private ofSource(source: string): StreamHours {
    const known = this.bySource.get(source);
    if (known !== undefined) return known;
    const whole = this.judgments.get(source)?.get(WHOLE);
    const byCalendar = this.byCalendar(source);
    const found = whole === undefined ? byCalendar : this.judged(byCalendar, whole);
    this.bySource.set(source, found);
    return found;
  }

  private byCalendar(source: string): StreamHours {
    const off = new Set<WallHour>();
    const notLearned = new Set<WallHour>();
    const like = new Map<WallHour, number>();
    for (const day of this.days) {
      const { calendar } = this.decided.on(day);
      if (calendar.length === 0) continue;
      const ofDay = hoursOfDay(sourceCalendar(calendar, source, day, this.lastOfWeekend), day);
      for (const hour of ofDay.off) off.add(hour);
      for (const hour of ofDay.notLearned) notLearned.add(hour);
      for (const hour of ofDay.like) {
        like.set(hour, (ofDay.weekday ?? 0) * HOURS_PER_DAY + (slotOf(hour) % HOURS_PER_DAY));
      }
    }
    return { off, notLearned, like, trusted: new Set() };
  }

  /** Adds judgments: incidents leave what is learned from, and what is expected is not awaited. */
  private judged(before: StreamHours, judgments: readonly Judgment[]): StreamHours {
    const off = new Set(before.off);
    const notLearned = new Set(before.notLearned);
    const trusted = new Set(before.trusted);
    // As the detector learns: by what holds on the day that is looked at.
    const teaching = judgmentsFor(judgments, this.day, this.days.length);
    for (const day of this.days) {
      const { incident, expected } = judgedHours(teaching, day);
      for (const hour of hoursAt(day, incident)) notLearned.add(hour);
      for (const hour of hoursAt(day, expected)) trusted.add(hour);
      // A silence is judged by what held while it lasted.
      const holding = expectedHours(judgmentsFor(judgments, day, 0), day);
      for (const hour of hoursAt(day, holding)) off.add(hour);
    }
    return { ...before, off, notLearned, trusted };
  }
}
