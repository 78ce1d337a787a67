import { appendAll } from '../../../common/lists';
import type { Client } from '@elastic/elasticsearch';
import type { Day } from '../../../common/time';
import type { FlaggedHour, Verdict } from '../../../common/waveform/hours';
import { refusalType, searchPages } from '../asking';
import { FINDINGS_INDEX } from './findings_mapping';
const FLAGS_PER_REQUEST = 5_000;

/** That a series was unusual on a day. */
export interface FlaggedDay {
  readonly run_id: string;
  readonly source: string;
  /** Null where it is about the whole source. */
  readonly subtype: string | null;
  readonly day: Day;
  readonly verdict: Verdict;
  readonly hours: readonly number[];
}

/** Which days: from `from` to `to`, both included. */
export interface FlaggedRange {
  readonly scope: string;
  readonly from: Day;
  readonly to: Day;
}

/** That a series was unusual on a day, with what its flagged hours held. */
export interface FlaggedHours extends FlaggedDay {
  readonly series_name: string;
  readonly series_code: string;
  readonly flagged: readonly Pick<FlaggedHour, 'hour' | 'events' | 'expected'>[];
}

const DAY_FIELDS: readonly (keyof FlaggedDay)[] = [
  'run_id',
  'source',
  'subtype',
  'day',
  'verdict',
  'hours',
];
const HOUR_FIELDS: readonly (keyof FlaggedHours)[] = [
  ...DAY_FIELDS,
  'series_name',
  'series_code',
  'flagged',
];

async function fetchFlagged<T>(
  client: Client,
  { scope, from, to }: FlaggedRange,
  fields: readonly string[],
  signal: AbortSignal,
): Promise<T[]> {
  const request = {
    index: FINDINGS_INDEX,
    query: { bool: { filter: [{ term: { scope } }, { range: { day: { gte: from, lte: to } } }] } },
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
 * What was unusual in a range of days, without its details.
 *
 * @returns none where nothing was analysed yet
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
 * What was unusual in a range of days, with names and flagged hours: enough to draw it without what
 * was kept of the series themselves.
 *
 * @returns none where nothing was analysed yet
 * @throws the client's errors, and IncompleteAnswer
 */
export function fetchFlaggedHours(
  client: Client,
  range: FlaggedRange,
  signal: AbortSignal,
): Promise<FlaggedHours[]> {
  return fetchFlagged(client, range, HOUR_FIELDS, signal);
}
