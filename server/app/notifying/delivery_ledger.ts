import { z } from 'zod';
import type { Day } from '../../../common/time';

/** More mornings than that are forgotten. */
const MOST_DELIVERIES = 60;
/** Days of which it is known what was told: as many as the schedule looks back, and a few more. */
const MOST_TOLD = 10;

/**
 * `sending`: a node has begun; `unknown`: it is not known whether it arrived, so it is not sent
 * again; `quiet`: there was nothing that this channel is told.
 */
const DELIVERY_STATES = ['sending', 'sent', 'failed', 'unknown', 'quiet'] as const;

const deliverySchema = z.object({
  /** On whose morning it is sent: at most one message a morning. */
  morning: z.string(),
  state: z.enum(DELIVERY_STATES),
  /** Of the last attempt. */
  at: z.string(),
  attempts: z.number(),
  to: z.array(z.string()),
  /** What went wrong, in a sentence. */
  words: z.string().nullable(),
});

const toldDaySchema = z.object({
  day: z.string(),
  /** Which analysis of the day; null where the day had no result. */
  attempt: z.string().nullable(),
  /** Keys of its findings. */
  findings: z.array(z.string()),
});

/** What was sent by one channel, and what it was told: one document a channel. */
export const channelLedgerSchema = z.object({
  version: z.literal(1),
  deliveries: z.array(deliverySchema),
  told: z.array(toldDaySchema),
});

export type Delivery = Readonly<z.infer<typeof deliverySchema>>;
export type ToldDay = Readonly<z.infer<typeof toldDaySchema>>;
export type ChannelLedger = Readonly<z.infer<typeof channelLedgerSchema>>;

export const EMPTY_LEDGER: ChannelLedger = { version: 1, deliveries: [], told: [] };

/** A ledger with the version that a change has to name; null before the first. */
export interface StoredLedger {
  readonly ledger: ChannelLedger;
  readonly version: string | null;
}

/** Where the ledgers of channels are kept. */
export interface LedgerStore {
  read(channel: string, signal: AbortSignal): Promise<StoredLedger>;
  /** The new version; undefined where somebody else has written since. */
  write(
    channel: string,
    ledger: ChannelLedger,
    version: string | null,
    signal: AbortSignal,
  ): Promise<string | undefined>;
}

/** What was stored, by an older version perhaps; empty where it cannot be read. */
export function readLedger(content: unknown): ChannelLedger {
  return channelLedgerSchema.safeParse(content).data ?? EMPTY_LEDGER;
}

/** The ledger with what became of a morning, the newest first. */
export function withDelivery(ledger: ChannelLedger, delivery: Delivery): ChannelLedger {
  const others = ledger.deliveries.filter(({ morning }) => morning !== delivery.morning);
  const deliveries = [delivery, ...others].slice(0, MOST_DELIVERIES);
  return { ...ledger, deliveries };
}

/** The ledger with what was sent of some days, the newest first. */
export function withTold(ledger: ChannelLedger, days: readonly ToldDay[]): ChannelLedger {
  const replaced = new Set(days.map(({ day }) => day));
  const told = [...days, ...ledger.told.filter(({ day }) => !replaced.has(day))]
    .sort((one, other) => other.day.localeCompare(one.day))
    .slice(0, MOST_TOLD);
  return { ...ledger, told };
}

/** What a channel got of a day; undefined where nothing. */
export function toldOf({ told }: ChannelLedger, day: Day): ToldDay | undefined {
  return told.find((one) => one.day === day);
}
