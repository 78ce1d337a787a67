import { type AnswerOf, getDocuments, getTopFields } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { type SeriesKey, useRemote, type Remote, useServices } from '../../../basics';
import type { BeforeSilence } from './before_silence';
import type { ToldHour } from './told_hour';

/** What is in an hour: its fields against usual, and documents. */
export interface Evidence {
  /** Undefined data where the hour is not flagged: then there is nothing to compare. */
  readonly fields: Remote<AnswerOf<typeof getTopFields> | undefined>;
  /** Undefined data where there is no hour to tell. */
  readonly documents: Remote<AnswerOf<typeof getDocuments> | undefined>;
  /** The last documents before a silence; undefined data where nothing is silent. */
  readonly before: Remote<AnswerOf<typeof getDocuments> | undefined>;
}

/** Documents among which the lines are chosen: enough for one of each kind. */
const SAMPLE = 100;
const LAST_LINES = 3;

/**
 * Asks for what is in an hour of a series; for nothing where there is no hour to tell.
 *
 * @param silence where the last documents before a silence are; undefined where nothing is silent
 * @param days that stand for usual in place of those of the run; undefined for these
 */
export function useEvidence(
  day: Day,
  series: SeriesKey,
  told: ToldHour | undefined,
  days: readonly Day[] | undefined,
  silence: BeforeSilence | undefined,
): Evidence {
  const { api } = useServices();
  const { source, subtype } = series;
  const key = JSON.stringify([day, source, subtype, told?.hour, told?.isFlagged]);
  return {
    fields: useRemote(`fields ${key} ${days?.join() ?? ''}`, (signal) => {
      if (told?.isFlagged !== true) return Promise.resolve(undefined);
      const usual = days === undefined || days.length === 0 ? {} : { days: days.join(',') };
      const query = { source, subtype, hour: told.hour, ...usual };
      return api(getTopFields, { params: { day }, query }, signal);
    }),
    documents: useRemote(`documents ${key}`, (signal) => {
      if (told === undefined) return Promise.resolve(undefined);
      const query = { source, subtype, hours: String(told.hour), size: SAMPLE };
      return api(getDocuments, { params: { day }, query }, signal);
    }),
    before: useRemote(`before ${key} ${JSON.stringify(silence)}`, (signal) => {
      if (silence === undefined) return Promise.resolve(undefined);
      const hours = silence.hours.join(',');
      const query = { source, subtype, hours, order: 'latest' as const, size: LAST_LINES };
      return api(getDocuments, { params: { day: silence.day }, query }, signal);
    }),
  };
}
