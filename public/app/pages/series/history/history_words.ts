import { STRIP_DAYS } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { clockWords, verdictWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { pluralWords, shortDay } from '../../../words';
import type { SeriesAnswer } from '../model/series_view';

type FlaggedDay = SeriesAnswer['history']['days'][number];

/** A piece of the sentence. One with a day links to it. */
export interface HistoryPart {
  readonly text: string;
  readonly day?: Day;
}

/** More days than these are not listed one by one. */
const MOST_DAYS = 6;

const monthOf = (day: Day): string => day.slice(0, 7);

/** "30 Oct, 3 and 6 Nov, this day": the month is written once, after the last of its days. */
function dayParts(days: readonly Day[], last: Day): HistoryPart[] {
  return days.flatMap((day, index): HistoryPart[] => {
    const next = days[index + 1];
    const isSameMonth = (other: Day | undefined): boolean =>
      other !== undefined && other !== last && monthOf(other) === monthOf(day);
    if (day === last) {
      return [{ text: translate('logwave.history.thisDay', { defaultMessage: 'this day' }) }];
    }
    const text = isSameMonth(next) ? String(Number(day.slice(8))) : shortDay(day);
    if (next === undefined) return [{ text, day }];
    const endsMonth =
      isSameMonth(next) && (days[index + 2] === undefined || !isSameMonth(days[index + 2]));
    return [{ text, day }, { text: endsMonth ? ' and ' : ', ' }];
  });
}

/** What the previous finding was: "; last time More at 10:00". */
function lastTime(days: readonly FlaggedDay[], last: Day): string {
  const before = days.filter(({ day }) => day < last);
  const latest = before[before.length - 1];
  if (latest === undefined) return '.';
  return translate('logwave.history.lastTime', {
    defaultMessage: '; last time {verdict} at {hour}.',
    values: {
      verdict: verdictWords(latest.verdict).replace(/\.$/, ''),
      hour: clockWords(latest.hour),
    },
  });
}

/**
 * On which of the 31 days a series was unusual, in a sentence whose days are links to them.
 *
 * @param days with a finding, oldest first
 * @param last the day in view, the last of the 31
 * @param analyzed how many of the 31 days have a result; undefined while it is not known
 */
export function historyParts(
  days: readonly FlaggedDay[],
  last: Day,
  analyzed: number | undefined,
): HistoryPart[] {
  const all =
    analyzed === undefined || analyzed >= STRIP_DAYS
      ? pluralWords(STRIP_DAYS, 'day')
      : pluralWords(analyzed, 'analyzed day');
  if (days.length === 0) {
    const text = translate('logwave.history.never', {
      defaultMessage: 'Not unusual on any of {days}.',
      values: { days: all },
    });
    return [{ text }];
  }
  const shown = days.slice(-MOST_DAYS).map(({ day }) => day);
  const values = { count: days.length, days: all };
  const begin =
    shown.length < days.length
      ? translate('logwave.history.often', {
          defaultMessage: 'Unusual on {count} of {days}, most recently ',
          values,
        })
      : translate('logwave.history.days', {
          defaultMessage: 'Unusual on {count} of {days}: ',
          values,
        });
  return [{ text: begin }, ...dayParts(shown, last), { text: lastTime(days, last) }];
}
