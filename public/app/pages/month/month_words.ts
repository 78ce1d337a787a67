import type { LedgerDay } from '../../../../common/api';
import type { Day } from '../../../../common/time';
import { clockWords, dateWords } from '../../../../common/waveform/words';
import { translate } from '../../../i18n';
import { longDay, pluralWords, shortDay, weekdayAndDate } from '../../words';
import type { MonthSeries } from './month_rows';

/** "2 March – 1 April 2015". */
export function spanWords(from: Day, to: Day): string {
  const [, first = ''] = /^\w+ (.*)$/.exec(weekdayAndDate(from)) ?? [];
  return `${first} – ${dateWords(to)}`;
}

/** A series over the month, as the text of its picture. */
export function rowWords({ name, began }: MonthSeries): string {
  if (began === null) {
    return translate('logwave.month.rowQuiet', {
      defaultMessage: '{name}: no finding on the analyzed days',
      values: { name },
    });
  }
  return translate('logwave.month.rowBegan', {
    defaultMessage: '{name}: began {day} {hour}, {words}',
    values: { name, day: shortDay(began.day), hour: clockWords(began.hour), words: began.words },
  });
}

/** When it began: "1 Apr 09:00"; empty if it never was unusual. */
export function beganWords({ began }: MonthSeries): string {
  return began === null ? '' : `${shortDay(began.day)} ${clockWords(began.hour)}`;
}

/** The text of the last column: what is unusual, or when the series was first seen. */
export function lastWords({ began, first_seen: first }: MonthSeries): string {
  if (began !== null) return began.words;
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
