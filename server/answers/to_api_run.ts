import type { ApiRun } from '../../common/api';
import { type Run, type SourceResult, shownRun } from '../app/runs';

/** The head of the day says what series were compared with, but each series says why it was not. */
function toApiResult({ notes, ...kept }: SourceResult): ApiRun['source_results'][number] {
  const result: Omit<SourceResult, 'notes' | 'bases' | 'not_assessed'> & {
    bases?: unknown;
    not_assessed?: unknown;
  } = { ...kept };
  delete result.bases;
  delete result.not_assessed;
  return { ...result, ...(notes === undefined ? {} : { notes: [...notes] }) };
}

/** The answer has at most this many ids. The hash is of all. */
const MOST_JUDGMENTS = 10_000;

/** A run as the API shows it. */
export function toApiRun(kept: Run, now: Date): ApiRun {
  const run = shownRun(kept, now);
  return {
    run_id: run.run_id,
    day: run.day,
    zone: run.zone,
    status: run.status,
    attempt: run.attempt,
    method: run.method,
    settings_hash: run.settings_hash,
    judgments_hash: run.judgments_hash ?? null,
    judgments: (run.judgments ?? []).slice(0, MOST_JUDGMENTS),
    calendar_hash: run.calendar_hash ?? null,
    started_at: run['@timestamp'],
    heartbeat_at: run.heartbeat_at,
    started_by: run.started_by,
    origin: run.origin,
    seen_by: run.seen_by,
    progress: { ...run.progress },
    source_results: run.source_results.map(toApiResult),
    series: run.series,
    series_unusual: run.series_unusual,
    findings: run.findings,
    documents: run.documents,
    tagged: run.tagged,
    ...(run.tagged_at_most && { tagged_at_most: true }),
    ...(run.tagged_unsettled && { tagged_unsettled: run.tagged_unsettled }),
    untagged: run.untagged,
    duration_ms: run.duration_ms,
    ...(run.cost && { cost: run.cost }),
    left_out: [...run.left_out],
    ...(run.silence_not_known && { silence_not_known: run.silence_not_known }),
    ...(run.silence_not_known_of && {
      silence_not_known_of: {
        sources: [...run.silence_not_known_of.sources],
        hosts_of: [...run.silence_not_known_of.hosts_of],
      },
    }),
    error: run.error,
  };
}
