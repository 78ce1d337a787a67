import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { nothing, sentence } from '../basics/parts';

/** Sends a test message by a channel. It contains nothing about any day. */
export const testChannel = defineEndpoint({
  id: 'testChannel',
  method: 'post',
  path: `${API_ROOT}/notifications/test`,
  privilege: 'manage',
  summary: 'Send a test to a channel',
  params: nothing,
  query: nothing,
  body: z.strictObject({ channel: z.string().min(1).max(40) }),
  answer: z.strictObject({
    to: z.array(z.string().max(400)).max(50),
    /** What went wrong even so; null if nothing did. */
    words: sentence.nullable(),
    /** What to set so that messages have links; null if they have. */
    no_link: sentence.nullable(),
  }),
  status: 200,
  errors: ['channel_not_found', 'not_delivered'],
});
