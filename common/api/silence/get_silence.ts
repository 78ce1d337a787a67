import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import {
  askedDay,
  count,
  day,
  instant,
  MAX_SERIES,
  name,
  noBody,
  nothing,
  sentence,
  seriesName,
  sourceId,
  whole,
} from '../basics/parts';

/** A stream: what it is about, and what is usual. */
const streamShape = {
  source: sourceId,
  /** Null if it is not about one host. */
  host: seriesName.nullable(),
  /** Null if it is not about one series. */
  subtype: seriesName.nullable(),
  /** Its name for a reader: the host, the series in words, or the source. */
  series_name: seriesName,
  state: z.enum(['silent', 'late', 'recovered', 'gone', 'muted']),
  last_seen: instant,
  /** False where only the hour of the last event is known. */
  is_to_the_minute: z.boolean(),
  /** The time from which the silence is unlikely to be chance; null without a deadline. */
  due_by: instant.nullable(),
  usual_per_day: count,
  usual: sentence,
  longest_gap: sentence,
};

/** The days of a row: as many as a source has training days. */
export const SILENCE_DAYS = 31;

/** A source, host or series that is silent, late, back, gone or muted. */
export const silenceSchema = z.strictObject({
  ...streamShape,
  /**
   * The last event, as `last_seen`. Where only its hour is known, this is the beginning of that
   * hour, and the length in the sentence counts from its end.
   */
  silent_since: instant,
  recovered_at: instant.nullable(),
  /** Mornings since it became overdue; 0 on the day on which it fell silent. */
  mornings: whole,
  /** Events that are missing by the usual week. */
  missing: count,
  /** Until when, if what follows is unknown or excused; null if up to the end. */
  missing_until: instant.nullable().optional(),
  muted_until: instant.nullable(),
  reason: name.nullable(),
  /** Events on each of the last days, the looked-at day last; null if unknown. */
  daily: z.array(count.nullable()).max(SILENCE_DAYS),
  /** Streams that are silent for the same cause: the hosts and series that this row stands for. */
  below: z.array(z.strictObject(streamShape)).max(MAX_SERIES),
  /** How many there are. */
  folded: whole,
  sentence,
});

/** What is silent now, with the caller's rights. */
export const getSilence = defineEndpoint({
  id: 'getSilence',
  method: 'get',
  path: `${API_ROOT}/silence`,
  privilege: 'read',
  summary: 'What is silent now',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    at: instant,
    day,
    zone: name,
    /** The most overdue first. Muted and gone streams come last. */
    rows: z.array(silenceSchema).max(MAX_SERIES),
    /** One line if most office sources are quiet together. */
    quiet_together: sentence.nullable(),
    /** The sources and hosts of which it is not known whether they are silent; null if all are. */
    not_known: sentence.nullable(),
    notes: z.array(sentence).max(1000),
    watched: z.strictObject({ sources: whole, hosts: whole, series: whole }),
  }),
  status: 200,
  errors: [],
});

/** What was silent on a day, as it was stored: without looking again. */
export const getSilenceOfDay = defineEndpoint({
  id: 'getSilenceOfDay',
  method: 'get',
  path: `${API_ROOT}/days/{day}/silence`,
  privilege: 'read',
  summary: 'What was silent on a day',
  params: z.strictObject({ day: askedDay }),
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    day,
    zone: name,
    /** The most overdue first, without those muted or marked as gone since. */
    rows: z.array(silenceSchema).max(MAX_SERIES),
  }),
  status: 200,
  errors: [],
});

export type ApiSilence = z.output<typeof silenceSchema>;
