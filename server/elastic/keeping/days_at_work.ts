import type { Client } from '../client';
import { appendAll } from '../../../common/lists';
import type { Day } from '../../../common/time';
import { refusalType, searchPages } from '../asking';
import { RUNS_INDEX } from '../results';

const RUNS_PER_PAGE = 1_000;

/**
 * The days of the runs whose status is active.
 *
 * @throws the client's errors, and IncompleteAnswer
 */
export async function fetchDaysAtWork(
  client: Client,
  scope: string,
  signal: AbortSignal,
): Promise<Day[]> {
  const unfinished = { terms: { status: ['running', 'canceling', 'cancelling'] } };
  const request = {
    index: RUNS_INDEX,
    query: { bool: { filter: [{ term: { scope } }, unfinished] } },
    size: RUNS_PER_PAGE,
    source: ['day'],
    ignore_unavailable: false,
  };
  const days: Day[] = [];
  try {
    for await (const hits of searchPages<{ readonly day: Day }>(client, request, signal)) {
      appendAll(
        days,
        hits.flatMap(({ _source: run }) => run?.day ?? []),
      );
    }
  } catch (error) {
    if (refusalType(error) !== 'index_not_found_exception') throw error;
  }
  return days;
}
