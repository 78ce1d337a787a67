import { z } from 'zod';
import { fieldSchema, filterSchema } from './condition';

/** How many characters the index expression of a source may have. */
export const LONGEST_INDEX = 1000;

/** How a subtype is put in words: a code around its value, and names for known values. */
export const wordingSchema = z.strictObject({
  /** The series' code; `{subtype}` stands for the value, as in `syslog severity {subtype}`. */
  code: z.string().min(1).max(100),
  /** Pairs of a subtype and its name. */
  names: z.array(z.tuple([z.string().max(256), z.string().min(1).max(100)])).max(1000),
});

/**
 * A log type: which documents belong to it, which field distinguishes its series, and with which
 * tag the documents of a flagged hour are tagged.
 */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'use a-z, 0-9, - and _, at most 64'),
  name: z.string().min(1).max(100),
  /** Index names or patterns, separated by commas. */
  index: z.string().min(1).max(LONGEST_INDEX),
  /** Which documents of the indices belong to it; all if the list is empty. */
  filter: filterSchema,
  time_field: fieldSchema,
  /** The field, or fields together, whose values are the subtypes. */
  subtype_fields: z.array(fieldSchema).min(1).max(3),
  tag: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'use letters, digits, _ . and -, at most 64'),
  wording: wordingSchema,
  enabled: z.boolean(),
});

export type Source = z.infer<typeof sourceSchema>;
