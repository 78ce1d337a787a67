import { z } from 'zod';
import { CALENDAR_MEANINGS } from '../../../common/calendar';
import { LONGEST_NOTE, REPEATS, VERDICTS_OF_PEOPLE } from '../../../common/marks';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = z.string().regex(DAY, 'write a day such as 2026-11-25');
const text = z.string().max(10_000);
const about = {
  version: z.literal(1),
  scope: z.string().max(100),
  author: text.nullable(),
  at: z.iso.datetime(),
};

const judgmentSchema = z.strictObject({
  ...about,
  kind: z.literal('judgment'),
  source: text,
  subtype: text.nullable(),
  judgment: z.enum(VERDICTS_OF_PEOPLE),
  day,
  hours: z.array(z.number().int().min(0).max(23)).max(24),
  repeats: z.enum(REPEATS),
  until: day.nullable(),
  reason: z.string().max(LONGEST_NOTE).nullable(),
});

const streamSchema = z.strictObject({
  ...about,
  kind: z.enum(['gone', 'mute', 'back']),
  source: text.nullable(),
  host: text.nullable(),
  subtype: text.nullable(),
  owner: text.nullable().optional(),
  from: day.nullable().optional(),
  until: z.iso.datetime().nullable(),
  reason: text.nullable(),
});

/** Judgments, mutes and other marks of streams. */
export const marksSchema = z.array(z.discriminatedUnion('kind', [judgmentSchema, streamSchema]));

/** Calendars; `ics` names the file. */
export const calendarsSchema = z.array(
  z.strictObject({
    ...about,
    kind: z.literal('calendar'),
    name: z.string().min(1).max(100),
    means: z.array(z.enum(CALENDAR_MEANINGS)).min(1),
    sources: z.array(text).nullable(),
    ics: text,
  }),
);

/** Minimums of sources, and settings of series. The settings check whether they are valid. */
export const floorsSchema = z.strictObject({
  sources: z.array(z.unknown()),
  series: z.array(z.unknown()),
});
