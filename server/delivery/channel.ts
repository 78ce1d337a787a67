import type { TemplateName } from './templates/templates';

/** A mail server, and the recipients of its reports. */
export interface SmtpChannel {
  readonly type: 'smtp';
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** `starttls` and `tls` refuse a server that does not encrypt. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from: string;
  readonly to: readonly string[];
  /** A PEM file; without one, the CAs of Node are trusted. */
  readonly ca?: string | undefined;
}

/** An address that accepts JSON. */
export interface WebhookChannel {
  readonly type: 'webhook';
  readonly name: string;
  /** Often a secret itself: anyone who knows it can post. */
  readonly url: string;
  readonly template: TemplateName;
  /** The header of that name. */
  readonly authorization?: string | undefined;
  readonly ca?: string | undefined;
}

/**
 * An address that is called when all went well, so that an outside monitor notices when it is not.
 */
export interface HeartbeatChannel {
  readonly type: 'heartbeat';
  readonly name: string;
  readonly url: string;
  readonly ca?: string | undefined;
}

export type Channel = SmtpChannel | WebhookChannel | HeartbeatChannel;

/** A channel as it was configured: usable, or disabled with the reason in a sentence. */
export type ConfiguredChannel =
  | { readonly name: string; readonly channel: Channel; readonly fault: null }
  | { readonly name: string; readonly channel: null; readonly fault: string };

/** The recipients of a channel, without any secret. */
export function recipientsOf(channel: Channel): readonly string[] {
  return channel.type === 'smtp' ? channel.to : [new URL(channel.url).host];
}

/** The parts of a channel that must not be written anywhere. */
export function secretsOf(channel: Channel): string[] {
  if (channel.type === 'smtp') return channel.password === undefined ? [] : [channel.password];
  const { pathname, search, href } = new URL(channel.url);
  const authorization = channel.type === 'webhook' ? channel.authorization : undefined;
  const token = authorization?.split(' ').at(-1);
  return [
    href,
    channel.url,
    pathname + search,
    pathname,
    search.slice(1),
    authorization,
    token,
  ].filter((secret): secret is string => secret !== undefined && secret.length > 1);
}
