import { z } from 'zod';

/** As long as it may be in the address of a request: proxies take 8,000 characters and more. */
export const MAX_PLACE = 6_000;

/** Where the next page of a list begins. */
export interface Place {
  /** The point in time that the list is read at. */
  readonly pit: string;
  /** What the last document was sorted by: its time, and its place among the shards. */
  readonly time: string;
  readonly shard_doc: number;
}

const placeSchema = z.tuple([
  z.string().min(1).max(MAX_PLACE),
  z.string().max(40),
  z.number().int(),
]);

/** The place that a page gave as the next one; undefined for a text that none gave. */
export function parsePlace(text: string): Place | undefined {
  try {
    const [pit, time, shard_doc] = placeSchema.safeParse(JSON.parse(text)).data ?? [];
    if (pit === undefined || time === undefined || shard_doc === undefined) return undefined;
    return { pit, time, shard_doc };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The place as a text; null where it would be too long, since the list lies in too many shards. */
export function placeText({ pit, time, shard_doc }: Place): string | null {
  const text = JSON.stringify([pit, time, shard_doc]);
  return text.length > MAX_PLACE ? null : text;
}
