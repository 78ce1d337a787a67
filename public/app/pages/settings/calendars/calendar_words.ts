import { type ApiCalendar } from '../../../../../common/api';
import type { CalendarMeaning } from '../../../../../common/calendar';
import { pluralWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { hoursWords, longDay } from '../../../words';

/** The meanings of a calendar's days, in words and with the effect of each. */
export function meaningTexts(): readonly (readonly [
  means: CalendarMeaning,
  words: string,
  effect: string,
])[] {
  return [
    [
      'like_sunday',
      translate('logwave.calendars.likeSunday', { defaultMessage: 'like a Sunday' }),
      translate('logwave.calendars.likeSundayEffect', {
        defaultMessage: 'compared with Sundays, and learned from as Sundays',
      }),
    ],
    [
      'not_assessed',
      translate('logwave.calendars.notAssessed', { defaultMessage: 'not assessed' }),
      translate('logwave.calendars.notAssessedEffect', { defaultMessage: 'no finding' }),
    ],
    [
      'not_learned_from',
      translate('logwave.calendars.notLearned', { defaultMessage: 'not learned from' }),
      translate('logwave.calendars.notLearnedEffect', {
        defaultMessage: 'left out as training days',
      }),
    ],
  ];
}

/** "like a Sunday, not learned from". */
export function meansWords(means: readonly CalendarMeaning[]): string {
  const texts = meaningTexts().filter(([one]) => means.includes(one));
  return texts.map(([, words]) => words).join(', ');
}

/** "all sources", or the names of some. */
export function sourcesWords(
  sources: ApiCalendar['sources'],
  known: readonly { readonly id: string; readonly name: string }[],
): string {
  if (sources === null) {
    return translate('logwave.calendars.allSources', { defaultMessage: 'all sources' });
  }
  return sources.map((id) => known.find((one) => one.id === id)?.name ?? id).join(', ');
}

/** "12 days in the next 2 years". */
export function comingWords(days: number): string {
  return translate('logwave.calendars.coming', {
    defaultMessage: '{days} in the next 2 years',
    values: { days: pluralWords(days, 'day') },
  });
}

/** "Tuesday 8 December 2026, 22:00–24:00: Patches". */
export function nextWords({ day, hours, name }: ApiCalendar['next'][number]): string {
  const when = hours === null ? longDay(day) : `${longDay(day)}, ${hoursWords(hours)}`;
  return name === '' ? when : `${when}: ${name}`;
}
