import type { ReportMessage } from '../../common/report';
import { recipientsOf, type Channel, type HeartbeatChannel, type WebhookChannel } from './channel';
import type { Delivered, Timeouts } from './delivered';
import { sendRequest } from './http_request';
import { sendMail } from './send_mail';
import { TEMPLATES } from './templates/templates';

const TIMEOUTS: Timeouts = { connectMs: 15_000, answerMs: 60_000 };
const AGENT = { 'user-agent': 'logwave' };

async function post(
  channel: WebhookChannel,
  message: ReportMessage,
  timeouts: Timeouts,
  signal: AbortSignal,
): Promise<void> {
  const { json, url = channel.url } = TEMPLATES[channel.template](message, channel.url);
  const { authorization } = channel;
  const body = JSON.stringify(json);
  const headers = {
    ...AGENT,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...(authorization === undefined ? {} : { authorization }),
  };
  await sendRequest(
    channel,
    { url: new URL(url), method: 'POST', headers, body },
    timeouts,
    signal,
  );
}

async function beat(channel: HeartbeatChannel, timeouts: Timeouts, signal: AbortSignal) {
  const get = { url: new URL(channel.url), method: 'GET', headers: AGENT, body: '' } as const;
  await sendRequest(channel, get, timeouts, signal);
}

/**
 * Delivers a message to the recipients of a channel. A heartbeat only reports that Logwave is
 * alive.
 *
 * @throws DeliveryError if it did not arrive, or may not have
 */
export async function deliver(
  channel: Channel,
  message: ReportMessage,
  signal: AbortSignal,
  timeouts = TIMEOUTS,
): Promise<Delivered> {
  if (channel.type === 'smtp') return sendMail(channel, message, timeouts, signal);
  if (channel.type === 'webhook') await post(channel, message, timeouts, signal);
  else await beat(channel, timeouts, signal);
  return { to: recipientsOf(channel), words: null };
}
