import { z } from 'zod';
import { count, day, instant, name, runId, sentence, sourceId, whole } from '../basics/parts';

/** How a run stands; a run without a sign of life for a minute counts as failed. */
export const RUN_STATUSES = [
  'running',
  'canceling',
  'analyzed',
  'partial',
  'failed',
  'canceled',
] as const;

export const progressSchema = z.strictObject({
  phase: z.enum(['counting', 'tagging', 'untagging', 'done']),
  days: whole,
  days_counted: whole,
  series: whole,
  series_compared: whole,
  findings: whole,
  documents_to_tag: whole,
  documents_tagged: whole,
});

export const sourceResultSchema = z.strictObject({
  source: sourceId,
  state: z.enum(['judged', 'unknown']),
  series: whole,
  not_judged: whole,
  below_floor: whole,
  documents: count,
  without_subtype: count,
  training_days: whole,
  /** Training days that closed indices may hold documents of; absent in runs of earlier versions. */
  closed_days: whole.optional(),
  /** It had no document on the day, and no index for any. */
  is_absent: z.literal(true).optional(),
  /** Some counts are unknown for trouble that may pass. */
  is_troubled: z.literal(true).optional(),
  /** An earlier attempt defined the source otherwise: its result was left as it is. */
  is_defined_otherwise: z.literal(true).optional(),
  /** Its settings most likely do not fit its indices: no document of them is in a series. */
  is_misfit: z.literal(true).optional(),
  /** Which days have logs, where the analyzed one has none. */
  log_days: z.strictObject({ first: day, last: day, nearest: day }).optional(),
  searches: whole,
  /** Absent in results of older versions. */
  findings: whole.optional(),
  series_unusual: whole.optional(),
  /** What a reader must know of the source: those of the day stand in `left_out` as well. */
  notes: z.array(sentence).max(10_000).optional(),
});

/** What an analysis asked of Elasticsearch. */
export const runCostSchema = z.strictObject({
  /** Searches that were sent, those that were sent again included. */
  searches: count,
  /** Documents that were written: tagged documents, the journal, counts, series and findings. */
  documents_written: count,
});

/** One analysis of one day. */
export const runSchema = z.strictObject({
  run_id: runId,
  day,
  zone: name,
  status: z.enum(RUN_STATUSES),
  /** Another analysis of the day is another attempt at the same run. */
  attempt: z.string().max(64),
  method: z.string().max(40),
  settings_hash: z.string().max(64),
  /** A name for what judgments did to it; null where it was made with none. */
  judgments_hash: z.string().max(64).nullable(),
  /** Ids of the judgments that it was made with. */
  judgments: z.array(z.string().max(64)).max(10_000),
  /** A name for what calendars did to it; null where it was made with none. */
  calendar_hash: z.string().max(64).nullable(),
  started_at: instant,
  /** The last sign of life. */
  heartbeat_at: instant,
  started_by: name.nullable(),
  origin: z.enum(['user', 'schedule', 'command']),
  /** Whose rights the counts were made with, where they were not enough to see all. */
  seen_by: name.nullable(),
  progress: progressSchema,
  source_results: z.array(sourceResultSchema).max(1000),
  series: whole,
  series_unusual: whole,
  findings: whole,
  /** Documents of the day that were counted, each once, however many sources count it. */
  documents: count,
  /**
   * Documents of the day that carry a tag now, whichever run tagged them, each once, however many
   * sources tagged it; null for none.
   */
  tagged: count.nullable(),
  /** Present where more than 200,000 tags of several sources count as a document each. */
  tagged_at_most: z.literal(true).optional(),
  /** Documents whose tags a canceled run took away again. */
  untagged: count.nullable(),
  duration_ms: count,
  /** Absent while the run goes on, and in runs of earlier versions. */
  cost: runCostSchema.optional(),
  left_out: z.array(sentence).max(10_000),
  error: sentence.nullable(),
});

export type ApiRun = z.output<typeof runSchema>;
export type RunProgressRecord = z.output<typeof progressSchema>;
