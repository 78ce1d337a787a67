import { translate } from '../../../../i18n';
import type { Day } from '../../../../../common/time';
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
    case 'unknown':
      return translate('logwave.days.unknown', { defaultMessage: 'no data' });
  }
}

/** The text in the corner of a day: why it is hatched, or how long it is. */
export function cornerWords(day: CalendarDay): string {
  if (day.use === 'omitted' || day.use === 'unknown') return wordsOfUse(day.use);
  return isOrdinary(day) ? '' : `${day.length} h`;
}

/** What pressing a day does. */
export function actionWords(use: DayUse): string {
  return use === 'omitted'
    ? translate('logwave.days.takeBack', { defaultMessage: 'use again' })
    : translate('logwave.days.omit', { defaultMessage: 'leave out' });
}

/** A day in words: date, events, its role in the verdict, and why. */
export function dayWords({ day, counts, use, reason }: CalendarDay): string {
  const total = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const events = reason === null ? pluralWords(total, 'event') : reason;
  return [longDay(day), events, wordsOfUse(use)].join(', ');
}

/** "0 to 50 events per hour". */
export function frameWords(top: number): string {
  return translate('logwave.days.frame', {
    defaultMessage: '0 to {top} events per hour',
    values: { top: countWords(top) },
  });
}

/**
 * What shading and hatching mean. @param hasVerdict whether the shaded days were enough for a
 * verdict
 */
export function legendWords(basis: string, hasVerdict: boolean): string {
  const values = { basis };
  return hasVerdict
    ? translate('logwave.days.legend', {
        defaultMessage:
          'Shaded: the {basis} that decide the verdict. Hatched: left out, or no data.',
        values,
      })
    : translate('logwave.days.legendFew', {
        defaultMessage: 'Shaded: {basis}, too few for a verdict. Hatched: left out, or no data.',
        values,
      });
}

/** "18"; with the month on the first visible day, and on the first of a month. */
export function dateOfCell(day: Day, isFirst: boolean): string {
  const date = day.slice(-2);
  return isFirst || date === '01' ? shortDay(day) : String(Number(date));
}
