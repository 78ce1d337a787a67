import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import type { HeartbeatChannel, WebhookChannel } from './channel';
import { DeliveryError, quotable } from './delivery_error';
import type { Timeouts } from './delivered';
import { asError, codeOf } from './native_error';
import { distrustWords, isDistrust, readCa } from './trust';

const MOST_BYTES = 2_000;

/** The answer of a web server; `text` is its beginning. */
interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly text: string;
}

interface ToSend {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** `HTTPS_PROXY` and `NO_PROXY`, in upper or lower case. */
function proxyOptions(url: URL): https.RequestOptions {
  if (url.protocol !== 'https:') return {};
  const proxy = getProxyForUrl(url.href);
  return proxy === '' ? {} : { agent: new HttpsProxyAgent(proxy) };
}

function textOf(response: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      if (text.length < MOST_BYTES) text += part;
    });
    response.on('end', () => resolve(text.slice(0, MOST_BYTES)));
    response.on('error', reject);
  });
}

/** Sends once. An error says whether everything had been sent by then. */
function exchange(
  { url, method, headers, body }: ToSend,
  options: https.RequestOptions,
  timeouts: Timeouts,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let isSent = false;
    const { request } = url.protocol === 'https:' ? https : http;
    const sending = request(url, { ...options, method, headers }, (response) => {
      const { statusCode: status = 0, headers: answered } = response;
      textOf(response).then(
        (text) => resolve({ status, location: answered.location, text }),
        reject,
      );
    });
    const late = setTimeout(() => {
      sending.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
    }, timeouts.answerMs);
    sending.on('finish', () => (isSent = true));
    sending.on('close', () => clearTimeout(late));
    sending.on('error', (error) => reject(Object.assign(error, { isSent })));
    sending.end(body);
  });
}

function connectionWords(error: Error, url: URL, channel: WebhookChannel | HeartbeatChannel) {
  const { host, hostname } = url;
  const code = codeOf(error);
  if (isDistrust(error)) return distrustWords(host, channel.name, quotable(error.message, channel));
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `There is no host ${hostname}, or its name cannot be looked up now.`;
  }
  if (code === 'ETIMEDOUT') return `${host} did not answer in time.`;
  if (code === 'ECONNREFUSED') return `Nothing answers at ${host}.`;
  return `The connection to ${host} failed: ${quotable(error.message, channel)}.`;
}

function assertTaken(
  { status, location, text }: Answer,
  url: URL,
  channel: WebhookChannel | HeartbeatChannel,
) {
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400) {
    const target =
      location !== undefined && URL.canParse(location, url.href)
        ? new URL(location, url.href).host
        : 'another address';
    throw new DeliveryError(
      `${url.host} redirects to ${target}, which is not followed: set the final address.`,
    );
  }
  const said = quotable(text, channel);
  throw new DeliveryError(`${url.host} answered ${status}${said === '' ? '' : `: ${said}`}.`);
}

/**
 * Sends a request and waits until it is accepted. Redirects are not followed, so that a secret
 * stays with the host that it is for.
 *
 * @throws DeliveryError
 */
export async function sendRequest(
  channel: WebhookChannel | HeartbeatChannel,
  toSend: ToSend,
  timeouts: Timeouts,
  signal: AbortSignal,
): Promise<void> {
  const { url, method } = toSend;
  const ca = await readCa(channel.ca, channel.name);
  // Options of an agent for a proxy are for the proxy. Trust in the host belongs to the request.
  const trust = ca === undefined ? {} : { ca };
  const options = { signal, ...proxyOptions(url), ...trust };
  const answer = await exchange(toSend, options, timeouts).catch((thrown: unknown) => {
    const error = asError(thrown);
    if (error === undefined) throw thrown;
    const isSent = 'isSent' in error && error.isSent === true;
    // Repeating a GET does no harm.
    const mayHaveArrived = isSent && method === 'POST' && codeOf(error) !== 'ECONNREFUSED';
    throw new DeliveryError(
      connectionWords(error, url, channel),
      mayHaveArrived && !isDistrust(error),
    );
  });
  assertTaken(answer, url, channel);
}
