import type { LedgerDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { clockWords, dateWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { amountWords, longDay, pluralWords, shortDay, weekdayAndDate } from '../../words';
import type { MonthSeries } from './month_rows';

/** "2 March – 1 April 2015". */
export function spanWords(from: Day, to: Day): string {
  const [, first = ''] = /^\w+ (.*)$/.exec(weekdayAndDate(from)) ?? [];
  return `${first} – ${dateWords(to)}`;
}

/** "2 other hours flagged in these 31 days"; undefined if there are none. */
function otherWords({ other_hours: hours }: NonNullable<MonthSeries['began']>): string | undefined {
  if (hours === 0) return undefined;
  const values = { hours: amountWords(hours) };
  return hours === 1
    ? translate('logwave.month.otherHour', {
        defaultMessage: '1 other hour flagged in these 31 days',
      })
    : translate('logwave.month.otherHours', {
        defaultMessage: '{hours} other hours flagged in these 31 days',
        values,
      });
}

/** What the last column says, in full; undefined if that is no more than the column itself says. */
export function lastTitle({ began, first_seen: first }: MonthSeries): string | undefined {
  if (began === null) {
    return first === null
      ? undefined
      : translate('logwave.month.firstSeenTitle', {
          defaultMessage: 'No result of the days before has an event of this series.',
        });
  }
  const others = otherWords(began);
  return others === undefined ? undefined : `${began.words}; ${others}`;
}

/** A series over the month, as the text of its picture. */
export function rowWords(series: MonthSeries): string {
  const { name, began } = series;
  if (began === null) {
    return translate('logwave.month.rowQuiet', {
      defaultMessage: '{name}: no finding on the analyzed days',
      values: { name },
    });
  }
  const words = lastTitle(series) ?? began.words;
  return translate('logwave.month.rowBegan', {
    defaultMessage: '{name}: began {day} {hour}, {words}',
    values: { name, day: shortDay(began.day), hour: clockWords(began.hour), words },
  });
}

/** When it began: "1 Apr 09:00"; empty if it never was unusual. */
export function beganWords({ began }: MonthSeries): string {
  return began === null ? '' : `${shortDay(began.day)} ${clockWords(began.hour)}`;
}

/**
 * The text of the last column: what is unusual, with the other flagged hours, or when the series
 * was first seen.
 */
export function lastWords({ began, first_seen: first }: MonthSeries): string {
  if (began !== null) {
    const { words, other_hours: others } = began;
    if (others === 0) return words;
    return translate('logwave.month.withOthers', {
      defaultMessage: '{words} (+{others} h)',
      values: { words, others: amountWords(others) },
    });
  }
  if (first === null) return '';
  return translate('logwave.month.firstSeen', {
    defaultMessage: 'first seen {day}',
    values: { day: shortDay(first) },
  });
}

function stateOfCell(hours: number, { hours_known: known }: LedgerDay): string {
  if (hours > 0) {
    return translate('logwave.month.cellFlagged', {
      defaultMessage: '{hours} flagged',
      values: { hours: pluralWords(hours, 'hour') },
    });
  }
  if (known === 0) return translate('logwave.month.cellUnknown', { defaultMessage: 'no data' });
  return translate('logwave.month.cellUsual', { defaultMessage: 'no finding' });
}

/** A day of a series, for screen readers. @param place of the day, 0 for the first */
export function cellWords({ marks }: MonthSeries, place: number, day: LedgerDay): string {
  const hours = marks.filter(([at, , , flagged]) => at === place && flagged).length;
  return `${longDay(day.day)}: ${stateOfCell(hours, day)}`;
}
