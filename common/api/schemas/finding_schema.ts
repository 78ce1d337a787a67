import { z } from 'zod';
import {
  count,
  day,
  flaggedHours,
  hour,
  hours,
  instant,
  knownHours,
  name,
  number,
  runId,
  sentence,
  seriesName,
  sourceId,
  subtype,
} from '../basics/parts';

export const VERDICTS = ['more', 'less', 'new', 'silent', 'moved'] as const;

const range = z.tuple([number, number]);

/** One unusual hour. */
export const flaggedHourSchema = z.strictObject({
  hour,
  count,
  /** Events as they were logged: the count times the hour's length. */
  events: count,
  expected: number.nullable(),
  /** What is usual in this hour. The range includes `expected`. */
  usual: range.nullable(),
  /** Under the talk's method, the hour's contribution. */
  score: number,
  /** The hour's strongest test divided by its own threshold: 1 is the threshold. */
  surprise: number,
});

/** Adjacent flagged hours of one direction: from the first hour to the one after the last. */
export const findingRunSchema = z.strictObject({
  /** Absent in findings of older versions. */
  direction: z.enum(['more', 'less']).optional(),
  from: hour,
  to: z.number().int().min(1).max(24),
  count,
  expected: number.nullable(),
  usual: range.nullable(),
  /** The same as events are logged, where an hour does not last one hour; absent elsewhere. */
  logged: z
    .strictObject({ count, expected: number.nullable(), usual: range.nullable() })
    .optional(),
  surprise: number,
});

/** What a finding has in common with another view of the same incident. */
const sharedSchema = z.strictObject({
  source: sourceId,
  subtype,
  series_name: seriesName,
  /** Wall-clock hours in which either is flagged; null in findings of older versions. */
  hours: flaggedHours.nullable(),
  /** Shared events in these hours, and the events of this finding there. */
  shared: count,
  of: count,
  /**
   * The earlier day that they were counted on, for findings of the kind "less"; null for the day
   * itself.
   */
  on: day.nullable(),
});

/** A value that changed, in the hours of the strongest stretch. */
const valueSchema = z.strictObject({
  field: z.string().max(1000),
  value: z.string().max(8191),
  today: count,
  /** Events a training day, on average; null if there were none on any. */
  usual: count.nullable(),
});

/** One series on one day, unusual. */
export const findingSchema = z.strictObject({
  at: instant,
  run_id: runId,
  day,
  zone: name,
  source: sourceId,
  /** Null if the finding is about the whole source. */
  subtype: subtype.nullable(),
  series_name: seriesName,
  series_code: seriesName,
  tag: z.string().max(64),
  method: z.string().max(40),
  method_version: z.string().max(40),
  settings_hash: z.string().max(64),
  verdict: z.enum(VERDICTS),
  hours: flaggedHours,
  flagged: z.array(flaggedHourSchema).max(24),
  /** The strongest first. */
  runs: z.array(findingRunSchema).max(24),
  count,
  expected: number.nullable(),
  /**
   * Count of the strongest stretch divided by what was expected there; null if that is below 1 or
   * unknown, unless none came.
   */
  ratio: number.nullable(),
  /**
   * How the events moved, later positive, and the hours at which they were expected; null unless
   * moved.
   */
  shift: z
    .strictObject({
      hours: z.number().int().min(-23).max(23),
      is_whole_day: z.boolean(),
      is_about: z.literal(true).optional(),
      is_clock_change: z.boolean(),
      due: flaggedHours,
    })
    .nullable(),
  /** The strongest test divided by its threshold: 1 is the threshold. */
  surprise: number.nullable(),
  difference: number.nullable(),
  /** The rank of the strongest stretch among the training days at the same hours. */
  rank: z
    .strictObject({
      place: z.number().int().min(1).max(1000),
      of: z.number().int().min(0).max(1000),
      from: z.enum(['highest', 'lowest']),
    })
    .nullable(),
  /** The days that decided, in words: "4 Wednesdays". */
  basis: sentence,
  basis_days: z.array(day).max(92),
  /** Findings of one incident share it; null in findings of older versions. */
  incident: z.string().max(64).nullable(),
  /** The other views of its incident. */
  shared: z.array(sharedSchema).max(100),
  /** The values whose change is least likely by chance: who or what caused it. */
  values: z.array(valueSchema).max(3),
  /** The sentence of the table, without its verdict, and the one for a ticket. */
  sentence,
  /**
   * The sentence, followed by who or what caused it and which other series show the same events.
   */
  explained: seriesName,
  ticket: seriesName,
  today: hours,
  usual_day: knownHours.nullable(),
  contribution: knownHours.nullable(),
  surprise_by_hour: hours.nullable(),
});

/**
 * A finding next to the series that it is about, without the fields that the series already has.
 */
export const rowFindingSchema = findingSchema.omit({
  day: true,
  zone: true,
  today: true,
  usual_day: true,
  contribution: true,
  surprise_by_hour: true,
  basis: true,
  basis_days: true,
});

export type RowFinding = z.output<typeof rowFindingSchema>;
export type ApiFinding = z.output<typeof findingSchema>;
export type ApiFlaggedHour = z.output<typeof flaggedHourSchema>;
