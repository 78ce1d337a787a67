import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import {
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

/** A source, host or series that is silent, late, back, gone or muted. */
export const silenceSchema = z.strictObject({
  source: sourceId,
  /** Null where it is not about one host. */
  host: seriesName.nullable(),
  /** Null where it is not about one series. */
  subtype: seriesName.nullable(),
  state: z.enum(['silent', 'late', 'recovered', 'gone', 'muted']),
  last_seen: instant,
  /** False where only the hour of the last event is known. */
  is_to_the_minute: z.boolean(),
  /** From when on the silence is no chance; null without a deadline. */
  due_by: instant.nullable(),
  silent_since: instant,
  recovered_at: instant.nullable(),
  usual_per_day: count,
  usual: sentence,
  longest_gap: sentence,
  /** The how-manyth morning it is reported. */
  mornings: whole,
  /** Events that are missing by the usual week. */
  missing: count,
  muted_until: instant.nullable(),
  reason: name.nullable(),
  /** Rows of hosts and series that this one of a source stands for. */
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
    /** The most overdue first; what is muted or gone comes last. */
    rows: z.array(silenceSchema).max(MAX_SERIES),
    /** One line where most office sources are quiet together. */
    quiet_together: sentence.nullable(),
    notes: z.array(sentence).max(1000),
    watched: z.strictObject({ sources: whole, hosts: whole, series: whole }),
  }),
  status: 200,
  errors: [],
});

export type ApiSilence = z.output<typeof silenceSchema>;
