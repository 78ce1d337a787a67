import { z } from 'zod';
import { LONGEST_NOTE, REPEATS, VERDICTS_OF_PEOPLE } from '../../marks';
import { askedDay, day, hour, instant, name, sourceId, subtype } from '../basics/parts';

const note = z
  .string()
  .max(LONGEST_NOTE, `shorten the note to ${LONGEST_NOTE.toLocaleString('en-US')} characters`);

/** A user's judgment of a series on a day. */
export const newJudgmentSchema = z.strictObject({
  source: sourceId,
  /** Null for a finding about the whole source. */
  subtype: subtype.nullable(),
  day: askedDay,
  /** "none" takes back the judgment of the series on this day. */
  judgment: z.enum(VERDICTS_OF_PEOPLE),
  /** Which hours; those of the finding if absent. */
  hours: z.array(hour).min(1).max(24).optional(),
  /** These hours of this day, on this weekday, or every day. */
  repeats: z.enum(REPEATS).optional(),
  /** For "expected": the first day on which it no longer holds; after 92 days if absent. */
  until: askedDay.optional(),
  note: note.nullish(),
});
export type NewJudgment = z.output<typeof newJudgmentSchema>;

/** A judgment as it is stored. */
export const judgmentSchema = z.strictObject({
  id: z.string().max(64),
  source: sourceId,
  subtype: subtype.nullable(),
  judgment: z.enum(VERDICTS_OF_PEOPLE),
  day,
  hours: z.array(hour).max(24),
  repeats: z.enum(REPEATS),
  until: day.nullable(),
  note: z.string().max(LONGEST_NOTE).nullable(),
  author: name.nullable(),
  at: instant,
});
export type ApiJudgment = z.output<typeof judgmentSchema>;
