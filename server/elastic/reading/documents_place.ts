import { z } from 'zod';

/** The maximum length in the address of a request: proxies accept 8,000 characters and more. */
export const MAX_PLACE = 6_000;

/** A value that a document was sorted by. */
export type SortValue = string | number | null;

/** Where the next page of a list begins. */
export interface Place {
  /** The point in time that the list is read at. */
  readonly pit: string;
  /** The sort values of the last document: its time, and its place among those of the same time. */
  readonly sort: readonly SortValue[];
}

const value = z.union([z.string().max(600), z.number(), z.null()]);
const placeSchema = z.tuple([z.string().min(1).max(MAX_PLACE), value, value], value);

/** The place that a page gave as the next one; undefined for a text that no page gave. */
export function parsePlace(text: string): Place | undefined {
  try {
    const [pit, ...sort] = placeSchema.safeParse(JSON.parse(text)).data ?? [];
    return pit === undefined ? undefined : { pit, sort };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The place as a text; null if it would be too long because the list has too many shards. */
export function placeText({ pit, sort }: Place): string | null {
  const text = JSON.stringify([pit, ...sort]);
  return text.length > MAX_PLACE ? null : text;
}
