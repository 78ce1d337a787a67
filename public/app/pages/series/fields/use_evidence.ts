import { type AnswerOf, getDocuments, getTopFields } from '../../../../../common/api';
import type { Day } from '../../../../../common/time';
import { type SeriesKey, useRemote, type Remote, useServices } from '../../../basics';
import type { BeforeSilence } from './before_silence';
import type { ToldHour } from './told_hour';

/** The contents of an hour: its fields compared with usual, and documents. */
export interface Evidence {
  /** Undefined data if the hour is not flagged: then there is nothing to compare. */
  readonly fields: Remote<AnswerOf<typeof getTopFields> | undefined>;
  /** Undefined data if there is no hour to show. */
  readonly documents: Remote<AnswerOf<typeof getDocuments> | undefined>;
  /** The last documents before a silence; undefined data if nothing is silent. */
  readonly before: Remote<AnswerOf<typeof getDocuments> | undefined>;
}

/** How many documents the lines are chosen from: enough for one of each kind. */
const SAMPLE = 100;
const LAST_LINES = 3;

/**
 * Requests the contents of an hour of a series, or nothing if there is no hour to show.
 *
 * @param silence the hours with the last documents before a silence; undefined if nothing is silent
 * @param days to compare with instead of those of the run; undefined for these
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
