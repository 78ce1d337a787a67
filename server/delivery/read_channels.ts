import { isIP } from 'node:net';
import { z } from 'zod';
import { explainIssues } from '../../common/settings';
import type { Channel, ConfiguredChannel } from './channel';
import { TEMPLATE_NAMES } from './templates/templates';

const NAME = /^[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?$/;
/** One address, or a name and an address in angle brackets; line breaks would add headers. */
const ADDRESS =
  /^(?:[^\p{Cc}<>@,;"]* <[^\s\p{Cc}@<>,;]+@[^\s\p{Cc}@<>,;]+>|[^\s\p{Cc}@<>,;]+@[^\s\p{Cc}@<>,;]+)$/u;
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/i;
const MOST_RECIPIENTS = 50;
const SMTP_PORT = 587;
const SMTPS_PORT = 465;

/**
 * Kibana's keystore reads digits as a number. If digits may be lost that way, the value is refused.
 */
const secret = z
  .union([z.string(), z.number()], 'must be a text')
  .refine(
    (value) => typeof value === 'string' || Number.isSafeInteger(value),
    'is read as a number: write it in double quotes',
  )
  .transform(String);

const address = z
  .string()
  .trim()
  .regex(ADDRESS, 'is not a mail address: write name@example.org, or Name <name@example.org>');

const addresses = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',') : given),
  z.array(address).min(1).max(MOST_RECIPIENTS),
);

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}

const url = z
  .string()
  .refine(isWebAddress, 'must be an http or https address without user and password')
  .transform((text) => new URL(text).href);

const ca = z.string().min(1).optional();

const smtp = z
  .strictObject({
    type: z.literal('smtp'),
    host: z.string().refine((host) => HOST.test(host) || isIP(host) !== 0, 'is not a host name'),
    port: z.number().int().min(1).max(65_535).optional(),
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    user: z.string().min(1).optional(),
    password: secret.optional(),
    from: address,
    to: addresses,
    ca,
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    message: 'user and password go together',
  })
  .refine(({ security, password }) => security !== 'none' || password === undefined, {
    message: 'a password is not sent without encryption: use starttls or tls',
    path: ['security'],
  })
  .transform(({ port, ...rest }) => ({
    ...rest,
    port: port ?? (rest.security === 'tls' ? SMTPS_PORT : SMTP_PORT),
  }));

const webhook = z
  .strictObject({
    type: z.literal('webhook'),
    url,
    template: z.enum(TEMPLATE_NAMES).default('plain'),
    authorization: z
      .string()
      .regex(/^[\x20-\x7e]+$/, 'must be one line of ASCII')
      .optional(),
    ca,
  })
  .refine(({ template, url: to }) => template !== 'ntfy' || new URL(to).pathname !== '/', {
    message: 'must end with the topic',
    path: ['url'],
  });

const heartbeat = z.strictObject({ type: z.literal('heartbeat'), url, ca });

const TYPES = ['smtp', 'webhook', 'heartbeat'] as const;
const SCHEMAS = { smtp, webhook, heartbeat };
const typed = z.object({ type: z.enum(TYPES) });

function parse(given: unknown) {
  const kind = typed.safeParse(given, { reportInput: true });
  return kind.success ? SCHEMAS[kind.data.type].safeParse(given, { reportInput: true }) : kind;
}

function isMap(given: unknown): boolean {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

/** Names come from a file. In a sentence they are short and on one line. */
function shownName(name: string): string {
  return JSON.stringify(name.slice(0, 60));
}

function readChannel(name: string, given: unknown): ConfiguredChannel {
  const disabled = (why: string): ConfiguredChannel => ({
    name,
    channel: null,
    fault: `The channel ${shownName(name)} is not used: ${why}.`,
  });
  if (!NAME.test(name)) return disabled('a name consists of lower-case letters, digits, _ and -');
  if (!isMap(given)) return disabled(`it must be an object with a type: ${TYPES.join(', ')}`);
  const parsed = parse(given);
  if (!parsed.success) return disabled(explainIssues(parsed.error.issues, []).join('; '));
  return { name, channel: { ...parsed.data, name } as Channel, fault: null };
}

/**
 * Reads channels as they were configured. A fault disables only its own channel. No sentence
 * repeats a value, since any of them may be a secret.
 *
 * @param given a map by name, as `logwave.notify` in kibana.yml; undefined if there is none
 */
export function readChannels(given: unknown): ConfiguredChannel[] {
  if (given === undefined || given === null) return [];
  const map = z.record(z.string(), z.unknown()).safeParse(given);
  if (!map.success) {
    const fault = 'No channel is used: they must be a map by name.';
    return [{ name: '', channel: null, fault }];
  }
  return Object.entries(map.data).map(([name, one]) => readChannel(name, one));
}
