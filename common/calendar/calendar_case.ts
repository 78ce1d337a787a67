import type { Day } from '../time';
import type { SeriesCase, TrainingDay } from '../waveform/hours';
import { isDayOf, type CalendarDay, type CalendarMeaning } from './calendar_day';

const NO_HOURS: ReadonlySet<number> = new Set();
const SUNDAY = 0;

/** The effect of calendars on the days of one source. */
export interface SourceCalendar {
  /** Days that are not learned from. */
  readonly notLearned: ReadonlySet<Day>;
  /** Hours that are not learned from, on days that otherwise are. */
  readonly notLearnedHours: ReadonlyMap<Day, ReadonlySet<number>>;
  /** The weekday that whole days count as: 0 = Sunday. */
  readonly weekdays: ReadonlyMap<Day, number>;
  /** Why the tested day is not assessed: the names of its events; null if it is assessed. */
  readonly unassessed: string | null;
  /** Hours of the tested day that are not assessed, if the others are. */
  readonly unassessedHours: ReadonlySet<number>;
  /** A phrase about the tested day, without a final period. */
  readonly words: readonly string[];
  /** The series as it is to be assessed. */
  readonly applied: (seriesCase: SeriesCase) => SeriesCase;
}

function namesOf(days: readonly CalendarDay[]): string {
  return [...new Set(days.map(({ name }) => name))].sort().join(', ');
}

/** Hours of some days of a calendar, by day. */
function hoursByDay(days: readonly CalendarDay[]): Map<Day, Set<number>> {
  const byDay = new Map<Day, Set<number>>();
  for (const { day, hours } of days) {
    const known = byDay.get(day) ?? new Set();
    for (const hour of hours ?? []) known.add(hour);
    byDay.set(day, known);
  }
  return byDay;
}

function withoutHours(trained: TrainingDay, hours: ReadonlySet<number> | undefined): TrainingDay {
  if (hours === undefined) return trained;
  const counts = trained.counts.map((count, hour) => (hours.has(hour) ? null : count));
  return { ...trained, counts };
}

function union(a: ReadonlySet<number> | undefined, b: ReadonlySet<number>): ReadonlySet<number> {
  return a === undefined || a.size === 0 ? b : new Set([...a, ...b]);
}

/**
 * The effect of calendars on a source, for a tested day and its training days.
 *
 * @param lastOfWeekend the weekday that "Sunday" means if the weekend is different: 0 = Sunday
 */
export function sourceCalendar(
  calendar: readonly CalendarDay[],
  source: string,
  tested: Day,
  lastOfWeekend: number = SUNDAY,
): SourceCalendar {
  const own = calendar.filter((one) => isDayOf(one, source));
  const meaning = (means: CalendarMeaning): CalendarDay[] =>
    own.filter((one) => one.means === means);
  const whole = (days: readonly CalendarDay[]): CalendarDay[] =>
    days.filter(({ hours }) => hours === null);
  const notLearned = new Set(whole(meaning('not_learned_from')).map(({ day }) => day));
  const lostHours = hoursByDay(meaning('not_learned_from').filter(({ hours }) => hours !== null));
  const weekdays = new Map(
    whole(meaning('like_sunday')).map(({ day }) => [day, lastOfWeekend] as const),
  );
  const onTested = meaning('not_assessed').filter(({ day }) => day === tested);
  const wholly = whole(onTested);
  const unassessed = wholly.length === 0 ? null : namesOf(wholly);
  const unassessedHours = hoursByDay(onTested).get(tested) ?? NO_HOURS;
  const applied = (seriesCase: SeriesCase): SeriesCase => {
    if (own.length === 0) return seriesCase;
    const training = seriesCase.training
      .filter(({ day }) => !notLearned.has(day))
      .map((day) => withoutHours(day, lostHours.get(day.day)));
    return {
      ...seriesCase,
      training,
      ...(weekdays.size === 0 ? {} : { weekdays }),
      ...(unassessed === null ? {} : { is_left_out: true as const }),
      ...(unassessedHours.size === 0
        ? {}
        : { excused_hours: union(seriesCase.excused_hours, unassessedHours) }),
    };
  };
  const sunday = whole(meaning('like_sunday')).filter(({ day }) => day === tested);
  const words = [
    ...(unassessed === null ? [] : [`not assessed, ${unassessed} in the calendar`]),
    ...(unassessed === null && unassessedHours.size > 0
      ? [`${unassessedHours.size} of its hours not assessed, ${namesOf(onTested)} in the calendar`]
      : []),
    ...(sunday.length === 0 ? [] : [`read like a Sunday, ${namesOf(sunday)} in the calendar`]),
  ];
  const learned = { notLearned, notLearnedHours: lostHours };
  return { ...learned, weekdays, unassessed, unassessedHours, words, applied };
}
