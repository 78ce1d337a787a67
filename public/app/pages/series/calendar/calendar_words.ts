import { translate } from '../../../../i18n';
import type { CalendarDay as CalendarEntry } from '../../../../../common/calendar';
import type { Day } from '../../../../../common/time';
import { knownEvents } from '../../../../../common/waveform/hours';
import { countWords, longDay, pluralWords, shortDay } from '../../../words';
import { isOrdinary, type CalendarDay, type DayUse } from './calendar_days';

/** The role of a day in the verdict, in words. */
export function wordsOfUse(use: DayUse): string {
  switch (use) {
    case 'used':
      return translate('logwave.days.used', { defaultMessage: 'decides the verdict' });
    case 'other':
      return translate('logwave.days.other', { defaultMessage: 'training day' });
    case 'omitted':
      return translate('logwave.days.omitted', { defaultMessage: 'left out' });
    case 'calendar':
      return translate('logwave.days.calendar', { defaultMessage: 'left out by a calendar' });
    case 'unknown':
      return translate('logwave.days.unknown', { defaultMessage: 'no data' });
  }
}

/** The text in the corner of a day: why it is hatched, or how long it is. */
export function cornerWords(day: CalendarDay): string {
  // There is no room for more. The title says that it is by a calendar.
  if (day.use === 'calendar') return wordsOfUse('omitted');
  if (day.use === 'omitted' || day.use === 'unknown') return wordsOfUse(day.use);
  return isOrdinary(day) ? '' : `${day.length} h`;
}

/** What pressing a day does. */
export function actionWords(use: DayUse): string {
  return use === 'omitted'
    ? translate('logwave.days.takeBack', { defaultMessage: 'use again' })
    : translate('logwave.days.omit', { defaultMessage: 'leave out' });
}

/** What an entry of a calendar does to a training day, and the name of its event. */
function entryWords({ means, hours, name }: CalendarEntry): string | undefined {
  // A training day is learned from although it was not assessed itself.
  if (means === 'not_assessed') return undefined;
  if (means === 'like_sunday') {
    return translate('logwave.days.likeSunday', {
      defaultMessage: 'read like a Sunday ({name} in the calendar)',
      values: { name },
    });
  }
  if (hours === null) {
    return translate('logwave.days.event', {
      defaultMessage: '{name} in the calendar',
      values: { name },
    });
  }
  return translate('logwave.days.eventHours', {
    defaultMessage: '{hours} not learned from ({name} in the calendar)',
    values: { name, hours: pluralWords(hours.length, 'hour') },
  });
}

/** A day in words: date, events, its role in the verdict, and why. */
export function dayWords({ day, counts, lengths, use, reason, calendar }: CalendarDay): string {
  const columns = lengths.map((length) => ({ length }));
  const total = knownEvents(counts, columns) ?? 0;
  const events = reason === null ? pluralWords(total, 'event') : reason;
  const entries = calendar.flatMap((entry) => entryWords(entry) ?? []);
  return [longDay(day), events, wordsOfUse(use), ...entries].join(', ');
}

/** "0 to 50 events per hour". */
export function frameWords(top: number): string {
  return translate('logwave.days.frame', {
    defaultMessage: '0 to {top} events per hour',
    values: { top: countWords(top) },
  });
}

/** Why days are hatched, as far as there are such days. */
function hatchWords(uses: ReadonlySet<DayUse>): string {
  return uses.has('calendar')
    ? translate('logwave.days.legendCalendar', {
        defaultMessage: 'Hatched: left out, also by a calendar, or no data.',
      })
    : translate('logwave.days.legendHatched', { defaultMessage: 'Hatched: left out, or no data.' });
}

/** What is known of the shaded days. */
export interface Shaded {
  /** "30 days". */
  readonly basis: string;
  /** Whether they were enough for a verdict. */
  readonly hasVerdict: boolean;
  /** Whether the method does not learn from days that are odd as a whole. */
  readonly skipsOddDays: boolean;
}

/** What shading and hatching mean. */
export function legendWords(
  { basis, hasVerdict, skipsOddDays }: Shaded,
  uses: ReadonlySet<DayUse> = new Set(),
): string {
  const values = { basis };
  const odd = translate('logwave.days.legendOdd', {
    defaultMessage: 'The method does not learn from a day that is unusual as a whole.',
  });
  const shaded = hasVerdict
    ? translate('logwave.days.legendShaded', {
        defaultMessage: 'Shaded: the {basis} that decide the verdict.',
        values,
      })
    : translate('logwave.days.legendFew', {
        defaultMessage: 'Shaded: {basis}, too few for a verdict.',
        values,
      });
  const plain = translate('logwave.days.legendPlain', { defaultMessage: 'Plain: other days.' });
  return [
    shaded,
    ...(hasVerdict && skipsOddDays ? [odd] : []),
    ...(uses.has('other') ? [plain] : []),
    hatchWords(uses),
  ].join(' ');
}

/** "18"; with the month on the first visible day, and on the first of a month. */
export function dateOfCell(day: Day, isFirst: boolean): string {
  const date = day.slice(-2);
  return isFirst || date === '01' ? shortDay(day) : String(Number(date));
}
