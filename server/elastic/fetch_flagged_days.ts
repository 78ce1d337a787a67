import type { Client } from '@elastic/elasticsearch';
import type { Day } from '../../common/time/day';
import type { Verdict } from '../../common/waveform/finding';
import { refusalType } from './error_reason';
import { FINDINGS_INDEX } from './findings_mapping';
import { searchPages } from './search_pages';

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

/**
 * What was unusual in a range of days, without its details.
 *
 * @returns none where nothing was analysed yet
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchFlaggedDays(
  client: Client,
  { scope, from, to }: FlaggedRange,
  signal: AbortSignal,
): Promise<FlaggedDay[]> {
  const request = {
    index: FINDINGS_INDEX,
    query: { bool: { filter: [{ term: { scope } }, { range: { day: { gte: from, lte: to } } }] } },
    size: FLAGS_PER_REQUEST,
    source: ['run_id', 'source', 'subtype', 'day', 'verdict', 'hours'],
    ignore_unavailable: false,
  };
  const flagged: FlaggedDay[] = [];
  try {
    for await (const hits of searchPages<FlaggedDay>(client, request, signal)) {
      flagged.push(...hits.flatMap(({ _source: found }) => found ?? []));
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return flagged;
}
