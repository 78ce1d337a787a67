import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { messageHtml, messageText, reportHtml, type ReportMessage } from '../../common/report';
import type { SmtpChannel } from './channel';
import { DeliveryError } from './delivery_error';
import { isTooLarge, mailError } from './mail_error';
import type { Delivered, Timeouts } from './delivered';
import { readCa } from './trust';

const LEFT_OUT =
  'The report as a file is left out, because the mail server refuses mail of its size.';

function transportOf(channel: SmtpChannel, ca: string | undefined, timeouts: Timeouts) {
  const { host, port, security, user, password } = channel;
  return createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password } }),
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function mailOf({ from, to }: SmtpChannel, message: ReportMessage, isWhole: boolean) {
  const { report } = message;
  const told = isWhole ? message : { ...message, remarks: [...message.remarks, LEFT_OUT] };
  const file = report === null || !isWhole ? [] : [report];
  return {
    from,
    to: [...to],
    subject: message.subject,
    text: messageText(told),
    html: messageHtml(told),
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: file.map((one) => ({
      filename: `logwave-${one.day}.html`,
      content: reportHtml(one),
      contentType: 'text/html; charset=utf-8',
    })),
  };
}

/** Drops the connection if no caller waits any more, since nodemailer accepts no signal. */
async function unlessAborted<T>(sending: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new DeliveryError('Sending was stopped.', true));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([sending, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Sends a message by SMTP. If the server refuses its size, it is sent again without the attached
 * file.
 *
 * @throws DeliveryError if no recipient got it
 */
export async function sendMail(
  channel: SmtpChannel,
  message: ReportMessage,
  timeouts: Timeouts,
  signal: AbortSignal,
): Promise<Delivered> {
  const transport = transportOf(channel, await readCa(channel.ca, channel.name), timeouts);
  let isSent = false;
  transport.use('stream', (mail, done) => {
    // The text flows through it while it is sent. At its end, all of it has been sent.
    mail.message.transform(new PassThrough().once('end', () => (isSent = true)));
    done();
  });
  const send = (isWhole: boolean) =>
    unlessAborted(transport.sendMail(mailOf(channel, message, isWhole)), signal);
  try {
    const { accepted, rejected } = await send(true).catch((error: unknown) => {
      if (!isTooLarge(error) || message.report === null) throw error;
      return send(false);
    });
    const refused = rejected.map(String);
    const words = refused.length === 0 ? null : `The server refused ${refused.join(', ')}.`;
    return { to: accepted.map(String), words };
  } catch (error) {
    throw mailError(error, channel, isSent);
  } finally {
    transport.close();
  }
}
