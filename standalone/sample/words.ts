import type { Random } from './random';

/** Addresses and names reserved for documentation (RFC 5737, RFC 2606). */

/** A machine of the sample's own network. */
export function insider(random: Random): string {
  return `192.0.2.${random.whole(10, 60)}`;
}

/** A machine somewhere else. */
export function outsider(random: Random): string {
  return random.pick([
    `198.51.100.${random.whole(1, 254)}`,
    `203.0.113.${random.whole(1, 254)}`,
  ] as const);
}

export function user(random: Random): string {
  return random.pick(['anna', 'boris', 'carla', 'deniz', 'emil', 'farah'] as const);
}

export function mailbox(random: Random): string {
  const place = random.pick(['example.com', 'example.org', 'example.net'] as const);
  return `${user(random)}@${place}`;
}

/** A queue number as Postfix gives it. */
export function queueNumber(random: Random): string {
  return random.whole(0x1000000000, 0xffffffffff).toString(16).toUpperCase();
}
