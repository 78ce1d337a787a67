import { LOG_DAYS_CHECKED, type AnswerOf, type getSources } from '../../../../../common/api';
import { addDays, daysBetween, weekdayOf, type Day } from '../../../../../common/time';
import { dateWords, weekdayWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { forbiddenSources } from '../../../rows';
import { countWords, pluralWords, weekdayAndDate } from '../../../words';

type Sources = AnswerOf<typeof getSources>;

const MISSING_NAMED = 3;

function missingDays(days: readonly Day[]): Day[] {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return [];
  const there = new Set(days);
  const all = Array.from({ length: daysBetween(first, last) }, (_, index) => addDays(first, index));
  return all.filter((day) => !there.has(day));
}

function missingWords(missing: readonly Day[]): string {
  if (missing.length === 0) return '';
  const values =
    missing.length <= MISSING_NAMED
      ? { days: missing.map(dateWords).join(', ') }
      : { days: pluralWords(missing.length, 'day') };
  return translate('logwave.first.missing', { defaultMessage: ' with {days} missing', values });
}

function documentsOf({ days_with_logs: days }: Sources): number {
  return days.reduce((sum, { documents }) => sum + documents, 0);
}

/** The sources that can be counted. */
export function usableSources({ sources }: Sources): string[] {
  return sources.filter(({ state }) => state === 'usable').map(({ source }) => source.name);
}

/** Whether there are logs, but the reader may read none of them. Then no analysis can work. */
export function canReadNothing(sources: Sources): boolean {
  return usableSources(sources).length === 0 && forbiddenSources(sources).length > 0;
}

/** What was found: how many days of which sources. */
export function foundWords(sources: Sources): string {
  const days = sources.days_with_logs.map(({ day }) => day);
  const [first, last] = [days[0], days[days.length - 1]];
  const names = usableSources(sources);
  if (first === undefined || last === undefined) {
    if (canReadNothing(sources)) {
      const forbidden = forbiddenSources(sources);
      return translate('logwave.first.forbidden', {
        defaultMessage:
          'You cannot read the logs of {names}. To analyze them, ask an administrator for the index privilege read on {patterns}.',
        values: {
          names: forbidden.map(({ source }) => source.name).join(', '),
          patterns: [...new Set(forbidden.map(({ source }) => source.index))].join(', '),
        },
      });
    }
    const on = sources.sources.filter(({ source }) => source.enabled);
    const patterns = [...new Set(on.map(({ source }) => source.index))].join(', ');
    if (names.length > 0) {
      return translate('logwave.first.noRecent', {
        defaultMessage: '{patterns} has no logs from the last {days} days.',
        values: { patterns, days: countWords(LOG_DAYS_CHECKED) },
      });
    }
    return translate('logwave.first.nothing', {
      defaultMessage: 'No index matches {patterns}. Choose another pattern in the settings.',
      values: { patterns },
    });
  }
  return translate('logwave.first.found', {
    defaultMessage:
      'Logwave found {count, plural, one {# day} other {# days}} of logs ({documents}), {first} to {last}{missing}, and {types, plural, one {# source} other {# sources}}: {names}.',
    values: {
      count: days.length,
      documents: pluralWords(documentsOf(sources), 'document'),
      first: dateWords(first),
      last: dateWords(last),
      missing: missingWords(missingDays(days)),
      types: names.length,
      names: names.join(', '),
    },
  });
}

function trainingOf(day: Day, { days_with_logs: logged }: Sources, most: number): Day[] {
  return logged
    .map((entry) => entry.day)
    .filter((other) => other < day && daysBetween(other, day) <= most);
}

/**
 * How many days a day can be compared with.
 *
 * @param trainingDays how many days before it are learned from, at most: a setting
 */
export function comparedWords(day: Day, sources: Sources, trainingDays: number): string {
  const training = trainingOf(day, sources, trainingDays);
  if (training.length === 0) {
    return translate('logwave.first.alone', {
      defaultMessage: 'There are no earlier days with logs to compare {day} with.',
      values: { day: weekdayAndDate(day) },
    });
  }
  const alike = training.filter((other) => weekdayOf(other) === weekdayOf(day));
  return translate('logwave.first.compared', {
    defaultMessage:
      '{day} can be compared with {count, plural, one {# day} other {# days}} before it, {alike, plural, one {# of them a {weekday}} other {# of them {weekday}s}}.',
    values: {
      day: weekdayAndDate(day),
      count: training.length,
      alike: alike.length,
      weekday: weekdayWords(weekdayOf(day)),
    },
  });
}

/** So many days of sources are usually counted and assessed in less than a minute. */
const DAYS_OF_A_MINUTE = 500;

/** @param sourceDays how many days of all sources are counted */
function timeWords(sourceDays: number): string {
  return sourceDays <= DAYS_OF_A_MINUTE
    ? translate('logwave.first.minute', { defaultMessage: 'less than a minute' })
    : translate('logwave.first.minutes', { defaultMessage: 'a few minutes' });
}

/** About how long an analysis takes, and what it writes; days as for `comparedWords`. */
export function costWords(day: Day, sources: Sources, trainingDays: number): string {
  const days = trainingOf(day, sources, trainingDays).length + 1;
  return translate('logwave.first.cost', {
    defaultMessage:
      'The analysis usually takes {time}. It stores its results in the indices logwave-*. Logwave writes nothing to your logs until you turn on tagging.',
    values: { time: timeWords(days * usableSources(sources).length) },
  });
}

/** What is available for a day without a result. */
export interface DayFact {
  readonly words: string;
  /** A day that has not begun, or is before all logs, cannot be analyzed. */
  readonly canAnalyze: boolean;
  /** Whether it has logs that can be compared with those of other days. */
  readonly isComparable: boolean;
}

/** Whether it is known of every source that is switched on which days have its logs. */
function areDaysSure({ sources }: Sources): boolean {
  return sources.every(({ state }) => ['usable', 'no_index', 'off'].includes(state));
}

/** A day that has no logs, as far as it is known. */
function emptyDayFact(day: Day, today: Day, sources: Sources): DayFact {
  const [oldest] = sources.days_with_logs;
  const checked = addDays(today, -LOG_DAYS_CHECKED);
  const values = { day: weekdayAndDate(day) };
  const isBefore = oldest !== undefined && day < oldest.day;
  if (day < checked) {
    const words = translate('logwave.notAnalyzed.notChecked', {
      defaultMessage:
        'Logwave looked for logs from {checked} on, so it does not know whether there are logs for {day}.',
      values: { ...values, checked: dateWords(checked) },
    });
    return { words, canAnalyze: true, isComparable: false };
  }
  if (isBefore && areDaysSure(sources)) {
    const words = translate('logwave.notAnalyzed.beforeLogs', {
      defaultMessage:
        'There are no logs for {day}, so it cannot be analyzed. The first logs are from {first}.',
      values: { ...values, first: dateWords(oldest.day) },
    });
    return { words, canAnalyze: false, isComparable: false };
  }
  const words =
    oldest === undefined || isBefore
      ? translate('logwave.notAnalyzed.noLogs', {
          defaultMessage: 'Logwave found no logs for {day}.',
          values,
        })
      : translate('logwave.notAnalyzed.noLogsAmong', {
          defaultMessage:
            'Logwave found no logs for {day}, although there are logs for earlier days. The analysis says which sources were silent.',
          values,
        });
  return { words, canAnalyze: true, isComparable: false };
}

/**
 * What is available for a day, in words.
 *
 * @param today the present day in the zone
 * @param sources undefined while they are not known
 */
export function dayFact(day: Day, today: Day, sources: Sources | undefined): DayFact {
  const values = { day: weekdayAndDate(day) };
  if (day > today) {
    const words = translate('logwave.notAnalyzed.future', {
      defaultMessage: '{day} has not begun, so it cannot be analyzed.',
      values,
    });
    return { words, canAnalyze: false, isComparable: false };
  }
  if (sources === undefined) return { words: '', canAnalyze: true, isComparable: false };
  const documents = sources.days_with_logs.find((entry) => entry.day === day)?.documents;
  if (documents === undefined) return emptyDayFact(day, today, sources);
  const words = translate('logwave.notAnalyzed.logs', {
    defaultMessage:
      '{day} has {documents} {count, plural, one {log document} other {log documents}}.',
    values: { ...values, documents: countWords(documents), count: documents },
  });
  return { words, canAnalyze: true, isComparable: true };
}
