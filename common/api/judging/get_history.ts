import { z } from 'zod';
import { HISTORY_KINDS } from '../../history';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { instant, name, noBody, nothing, queryNumber, whole } from '../basics/parts';

/** How many decisions are listed, the latest first. */
export const MOST_HISTORY = 1000;

/** The size limit of a value: that of the largest settings. */
const words = z.string().max(1000000);

/** Who changed settings, judgments, mutes and calendars, when, and the values before and after. */
export const getHistory = defineEndpoint({
  id: 'getHistory',
  method: 'get',
  path: `${API_ROOT}/history`,
  privilege: 'read',
  summary: 'What people have decided, the latest first',
  params: nothing,
  query: z.strictObject({
    kind: z.enum(HISTORY_KINDS).optional(),
    limit: queryNumber(1, MOST_HISTORY).optional(),
  }),
  body: noBody,
  answer: z.strictObject({
    entries: z
      .array(
        z.strictObject({
          at: instant,
          author: name.nullable(),
          kind: z.enum(HISTORY_KINDS),
          /** What it is about, such as a setting by its path, or a series and its day. */
          about: words,
          /** Values of settings are JSON; null if there was none before. */
          from: words.nullable(),
          /** Null if it was taken back. */
          to: words.nullable(),
          note: words.nullable(),
        }),
      )
      .max(MOST_HISTORY),
    /** How many there are in total. */
    total: whole,
  }),
  status: 200,
  errors: ['forbidden_in_elasticsearch'],
});
