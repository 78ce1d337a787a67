import { z } from 'zod';
import { EARLIEST_DAY, isDay } from '../../time';

/** Pieces that several endpoints share. Every number, text and list has its bounds. */

export const MAX_SERIES = 100000;
export const MAX_SENTENCE = 10000;
/** By default, Elasticsearch does not index longer keywords. */
export const MAX_SUBTYPE = 8191;

export const nothing = z.strictObject({});
/** For requests without a body. Kibana and browsers send null or nothing at all. */
export const noBody = z.strictObject({}).nullish();

export const day = z
  .string()
  .max(10)
  .refine(isDay, 'write the day as YYYY-MM-DD')
  .meta({ format: 'date', example: '2015-04-01' });
/** A requested day. */
export const askedDay = day
  .refine((text) => !isDay(text) || text >= EARLIEST_DAY, `name a day from ${EARLIEST_DAY} on`)
  // Adding a rule to a schema drops its description.
  .meta({ format: 'date', pattern: '^(19[7-9]\\d|[2-9]\\d{3})-', example: '2015-04-01' });
export const sourceId = z.string().min(1).max(64);
/**
 * The key of a series: its subtype. If that is longer than 800 characters, the key is its beginning
 * and a digest. The series name has all of it.
 */
export const subtype = z.string().max(MAX_SUBTYPE);
export const runId = z.string().min(1).max(200);
export const hour = z.number().int().min(0).max(23);
export const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
export const count = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
export const number = z.number().min(-Number.MAX_VALUE).max(Number.MAX_VALUE);
export const sentence = z.string().max(MAX_SENTENCE);
export const instant = z.string().max(40).meta({ format: 'date-time' });
export const name = z.string().max(1000);
/** A series in words: up to three values, each up to the 32,766 bytes that Elasticsearch keeps. */
export const seriesName = z.string().max(300000);

/** 24 numbers, one for each wall-clock hour; null if unknown. */
export const knownHours = z.array(number).length(24);
export const hours = z.array(number.nullable()).length(24);
export const flaggedHours = z.array(hour).max(24);

/**
 * Pairs of a field that a source names, and the field that is used instead: the same one or its
 * `.keyword` twin.
 */
export const usedFields = z.array(z.tuple([z.string().max(256), z.string().max(300)])).max(500);

/** A number in a query string. */
export const queryNumber = (least: number, most: number) =>
  z.coerce.number().int().min(least).max(most);
/** A boolean in a query string. */
export const queryFlag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
  .default(false);

export const dayParams = z.strictObject({ day: askedDay });
export const runParams = z.strictObject({
  run_id: runId.meta({ example: 'default:2015-04-01:America/Toronto' }),
});
/**
 * Identifies a series. A subtype is any text that a log may hold, so it is in the query, not in the
 * path.
 */
export const seriesQuery = z.strictObject({
  source: sourceId.meta({ example: 'syslog' }),
  subtype: subtype.meta({ example: '5' }),
});
