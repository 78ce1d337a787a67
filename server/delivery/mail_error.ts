import type { SmtpChannel } from './channel';
import { DeliveryError, quotable } from './delivery_error';
import { asError, type NativeError } from './native_error';
import { distrustWords, isDistrust } from './trust';

/** "Requested mail action aborted: exceeded storage allocation", and what SIZE says before. */
const TOO_LARGE = 552;
const AUTH_REFUSED = new Set([454, 534, 535, 538]);

interface SmtpError extends NativeError {
  readonly response?: string;
  readonly responseCode?: number;
}

function asSmtp(error: unknown): SmtpError | undefined {
  return asError(error);
}

/** Whether the server refused a mail for its size. */
export function isTooLarge(error: unknown): boolean {
  const { responseCode, message = '' } = asSmtp(error) ?? {};
  return responseCode === TOO_LARGE || message.startsWith('Message size larger than allowed');
}

function wordsOf(error: SmtpError, channel: SmtpChannel): string {
  const { code, response, responseCode } = error;
  const { name, host, port } = channel;
  const where = `${host}:${port}`;
  const answer = quotable(response ?? error.message, channel);
  if (isTooLarge(error)) return `${where} refuses mail of this size (${answer}).`;
  if (code === 'EAUTH' || AUTH_REFUSED.has(responseCode ?? 0)) {
    return `${where} does not accept the user and password of the channel ${name}.`;
  }
  if (isDistrust(error)) return distrustWords(host, name, answer);
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(error.message)) {
    return `There is no host ${host}, or its name cannot be looked up now.`;
  }
  if (code === 'ETIMEDOUT') return `${where} did not answer in time.`;
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(error.message)) {
    return `Nothing answers at ${where}.`;
  }
  if (code === 'ETLS' || /STARTTLS/.test(error.message)) {
    return `${where} offers no encryption that works (${answer}): check port and security of the channel ${name}.`;
  }
  if (response !== undefined) return `${where} refuses the mail: ${answer}`;
  return `The connection to ${where} failed: ${answer}.`;
}

/**
 * An SMTP error in a sentence.
 *
 * @param isSent whether the whole text had been sent by then: without an answer, it is not known
 * whether it arrived
 */
export function mailError(error: unknown, channel: SmtpChannel, isSent: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const known = asSmtp(error);
  if (known === undefined) return new DeliveryError('Sending the mail failed.');
  return new DeliveryError(wordsOf(known, channel), isSent && known.responseCode === undefined);
}
