import { z } from 'zod';
import type { Day } from '../../../common/time';

/** Older mornings are dropped. */
const MOST_DELIVERIES = 60;
/** How many reported days are remembered: as many as the schedule looks back, and a few more. */
const MOST_TOLD = 10;

/**
 * `sending`: a node has begun. `unknown`: it is not known whether it arrived, so it is not sent
 * again. `quiet`: there was nothing to report to this channel.
 */
const DELIVERY_STATES = ['sending', 'sent', 'failed', 'unknown', 'quiet'] as const;

const deliverySchema = z.object({
  /** The morning on which it is sent: at most one message a morning. */
  morning: z.string(),
  state: z.enum(DELIVERY_STATES),
  /** The time of the last attempt. */
  at: z.string(),
  attempts: z.number(),
  to: z.array(z.string()),
  /** What went wrong, in a sentence. */
  words: z.string().nullable(),
});

const toldDaySchema = z.object({
  day: z.string(),
  /** Which analysis of the day; null if the day had no result. */
  attempt: z.string().nullable(),
  /** Keys of its findings. */
  findings: z.array(z.string()),
});

/** The messages of one channel, and the findings they reported: one document for each channel. */
export const channelLedgerSchema = z.object({
  version: z.literal(1),
  deliveries: z.array(deliverySchema),
  told: z.array(toldDaySchema),
});

export type Delivery = Readonly<z.infer<typeof deliverySchema>>;
export type ToldDay = Readonly<z.infer<typeof toldDaySchema>>;
export type ChannelLedger = Readonly<z.infer<typeof channelLedgerSchema>>;

export const EMPTY_LEDGER: ChannelLedger = { version: 1, deliveries: [], told: [] };

/** A ledger with the version that a change must name; null before the first. */
export interface StoredLedger {
  readonly ledger: ChannelLedger;
  readonly version: string | null;
}

/** Where the ledgers of channels are stored. */
export interface LedgerStore {
  read(channel: string, signal: AbortSignal): Promise<StoredLedger>;
  /** The new version; undefined if somebody else has written since. */
  write(
    channel: string,
    ledger: ChannelLedger,
    version: string | null,
    signal: AbortSignal,
  ): Promise<string | undefined>;
}

/** What was stored, perhaps by an older version; empty if it cannot be read. */
export function readLedger(content: unknown): ChannelLedger {
  return channelLedgerSchema.safeParse(content).data ?? EMPTY_LEDGER;
}

/** The ledger with the result of a morning added, the newest first. */
export function withDelivery(ledger: ChannelLedger, delivery: Delivery): ChannelLedger {
  const others = ledger.deliveries.filter(({ morning }) => morning !== delivery.morning);
  const deliveries = [delivery, ...others].slice(0, MOST_DELIVERIES);
  return { ...ledger, deliveries };
}

/** The ledger with the reports of some days added, the newest first. */
export function withTold(ledger: ChannelLedger, days: readonly ToldDay[]): ChannelLedger {
  const replaced = new Set(days.map(({ day }) => day));
  const told = [...days, ...ledger.told.filter(({ day }) => !replaced.has(day))]
    .sort((one, other) => other.day.localeCompare(one.day))
    .slice(0, MOST_TOLD);
  return { ...ledger, told };
}

/** What a channel got about a day; undefined if nothing. */
export function toldOf({ told }: ChannelLedger, day: Day): ToldDay | undefined {
  return told.find((one) => one.day === day);
}
