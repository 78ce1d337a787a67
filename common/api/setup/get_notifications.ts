import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { count, day, instant, noBody, nothing, sentence } from '../basics/parts';

const channelName = z.string().max(200);
const recipients = z.array(z.string().max(400)).max(50);

const deliverySchema = z.strictObject({
  /** The morning on which it was sent: its message is about the day before. */
  morning: day,
  /**
   * `unknown`: it may have arrived, and is not sent again. `quiet`: there was nothing to report.
   */
  state: z.enum(['sending', 'sent', 'failed', 'unknown', 'quiet']),
  /** The time of the last attempt. */
  at: instant,
  attempts: count,
  to: recipients,
  /** What went wrong; null if nothing did. */
  words: sentence.nullable(),
});

/** The channels of this host, without any secret, and what was sent through them. */
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
          /** Null if it is not used because something is wrong with it. */
          type: z.enum(['smtp', 'webhook', 'heartbeat']).nullable(),
          to: recipients,
          /** What is wrong with it; null if nothing is. */
          fault: sentence.nullable(),
          /** The newest first. */
          deliveries: z.array(deliverySchema).max(60),
        }),
      )
      .max(1000),
    /** What to set so that messages have links; null if they have. */
    no_link: sentence.nullable(),
  }),
  status: 200,
  errors: [],
});
