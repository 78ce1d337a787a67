import { appendAll } from '../../../common/lists';
import type { Client } from '../client';
import type { FlaggedDay, FlaggedHours, FlaggedRange } from '../../app/showing';
import { refusalType, searchPages } from '../asking';
import { FINDINGS_INDEX } from './findings_mapping';
const FLAGS_PER_REQUEST = 5_000;

const DAY_FIELDS: readonly string[] = [
  'run_id',
  'source',
  'subtype',
  'day',
  'verdict',
  'hours',
  'runs.from',
  'runs.to',
  'runs.direction',
];
const HOUR_FIELDS: readonly string[] = [...DAY_FIELDS, 'series_name', 'series_code', 'flagged'];

async function fetchFlagged<T>(
  client: Client,
  { scope, from, to, source }: FlaggedRange,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<T[]> {
  const request = {
    index: FINDINGS_INDEX,
    query: {
      bool: {
        filter: [
          { term: { scope } },
          { range: { day: { gte: from, lte: to } } },
          ...(source === undefined ? [] : [{ term: { source } }]),
        ],
        // A silence is not a finding of a run.
        must_not: [{ term: { method: 'silence' } }],
      },
    },
    size: FLAGS_PER_REQUEST,
    source: [...fields],
    ignore_unavailable: false,
  };
  const flagged: T[] = [];
  try {
    for await (const hits of searchPages<T>(client, request, signal)) {
      appendAll(
        flagged,
        hits.flatMap(({ _source: found }) => found ?? []),
      );
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return flagged;
}

/**
 * Findings in a range of days, without their details.
 *
 * @returns none if nothing was analyzed yet
 * @throws the client's errors, and IncompleteAnswer
 */
export function fetchFlaggedDays(
  client: Client,
  range: FlaggedRange,
  signal: AbortSignal,
): Promise<FlaggedDay[]> {
  return fetchFlagged(client, range, DAY_FIELDS, signal);
}

/**
 * Findings in a range of days, with names and flagged hours: enough to draw them without the stored
 * series.
 *
 * @returns none if nothing was analyzed yet
 * @throws the client's errors, and IncompleteAnswer
 */
export function fetchFlaggedHours(
  client: Client,
  range: FlaggedRange,
  signal: AbortSignal,
): Promise<FlaggedHours[]> {
  return fetchFlagged(client, range, HOUR_FIELDS, signal);
}
