import { z } from 'zod';
import { count, day, instant, name, runId, sentence, sourceId, whole } from '../basics/parts';

/** The state of a run. A run without a sign of life for a minute counts as failed. */
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
  /** Training days whose documents closed indices may hold; absent in runs of earlier versions. */
  closed_days: whole.optional(),
  /** The source had no document and no index on the day. */
  is_absent: z.literal(true).optional(),
  /** Some counts are unknown for a reason that may pass. */
  is_troubled: z.literal(true).optional(),
  /** An earlier attempt defined the source differently. Its result was left as it is. */
  is_defined_otherwise: z.literal(true).optional(),
  /** Its settings probably do not fit its indices: none of their documents is in a series. */
  is_misfit: z.literal(true).optional(),
  /** Days that have logs, if the analyzed one has none. */
  log_days: z.strictObject({ first: day, last: day, nearest: day }).optional(),
  searches: whole,
  /** Absent in results of older versions. */
  findings: whole.optional(),
  series_unusual: whole.optional(),
  /** What a reader should know about the source. Notes on the day are in `left_out` as well. */
  notes: z.array(sentence).max(10000).optional(),
});

/** What an analysis asked of Elasticsearch. */
export const runCostSchema = z.strictObject({
  /** Searches that were sent, including retries. */
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
  /** Analyzing the day again is another attempt at the same run. */
  attempt: z.string().max(64),
  method: z.string().max(40),
  settings_hash: z.string().max(64),
  /** A digest of what the judgments changed in it; null if it was made without any. */
  judgments_hash: z.string().max(64).nullable(),
  /** Ids of the judgments that it was made with. */
  judgments: z.array(z.string().max(64)).max(10000),
  /** A digest of what the calendars changed in it; null if it was made without any. */
  calendar_hash: z.string().max(64).nullable(),
  started_at: instant,
  /** The last sign of life. */
  heartbeat_at: instant,
  started_by: name.nullable(),
  origin: z.enum(['user', 'schedule', 'command']),
  /** The user whose rights the counts were made with, if they did not allow seeing everything. */
  seen_by: name.nullable(),
  progress: progressSchema,
  source_results: z.array(sourceResultSchema).max(1000),
  series: whole,
  series_unusual: whole,
  findings: whole,
  /** Documents of the day that were counted, each once, even if several sources count it. */
  documents: count,
  /**
   * Documents of the day that have a tag now, by any run, each counted once even if several sources
   * tagged it; null for none.
   */
  tagged: count.nullable(),
  /** Present if more than 200,000 tags of several sources were counted as one document each. */
  tagged_at_most: z.literal(true).optional(),
  /**
   * How many more documents may have a tag or not, because no answer came; absent if there are
   * none. Analyzing the day again with tagging settles it. If the day has more than 200,000 tags,
   * documents may be among these that `tagged` counts as well.
   */
  tagged_unsettled: count.optional(),
  /** Documents whose tags a canceled run removed. */
  untagged: count.nullable(),
  duration_ms: count,
  /** Absent while the run is in progress, and in runs of earlier versions. */
  cost: runCostSchema.optional(),
  left_out: z.array(sentence).max(10000),
  /** Sources and hosts of which it is not known whether they were silent; absent if all are known. */
  silence_not_known: sentence.optional(),
  /** The same by ids: sources of which nothing is known, and those whose hosts are not. */
  silence_not_known_of: z
    .strictObject({
      sources: z.array(sourceId).max(1000),
      hosts_of: z.array(sourceId).max(1000),
    })
    .optional(),
  error: sentence.nullable(),
});

export type ApiRun = z.output<typeof runSchema>;
export type RunProgressRecord = z.output<typeof progressSchema>;
