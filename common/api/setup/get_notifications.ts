import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, day, instant, noBody, nothing, sentence } from '../basics/parts';

const channelName = z.string().max(200);
const recipients = z.array(z.string().max(400)).max(50);

const deliverySchema = z.strictObject({
  /** On whose morning it was sent: the message of a morning is about the day before. */
  morning: day,
  /** `unknown`: it may have arrived, and is not sent again; `quiet`: there was nothing to tell. */
  state: z.enum(['sending', 'sent', 'failed', 'unknown', 'quiet']),
  /** Of the last attempt. */
  at: instant,
  attempts: count,
  to: recipients,
  /** What went wrong; null where nothing did. */
  words: sentence.nullable(),
});

/** The channels of this host, without any secret, and what was sent by them. */
export const getNotifications = defineEndpoint({
  id: 'getNotifications',
  method: 'get',
  path: `${API_ROOT}/notifications`,
  privilege: 'manage',
  summary: 'The channels of messages, and what was sent',
  params: nothing,
  query: nothing,
  body: noBody,
  answer: z.strictObject({
    channels: z
      .array(
        z.strictObject({
          name: channelName,
          /** Null where it is not used, since something is wrong with it. */
          type: z.enum(['smtp', 'webhook', 'heartbeat']).nullable(),
          to: recipients,
          /** What is wrong with it; null where nothing is. */
          fault: sentence.nullable(),
          /** The newest first. */
          deliveries: z.array(deliverySchema).max(60),
        }),
      )
      .max(1000),
    /** What to set so that messages have links; null where they have. */
    no_link: sentence.nullable(),
  }),
  status: 200,
  errors: [],
});
