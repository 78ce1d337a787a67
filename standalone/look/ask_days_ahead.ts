import type { Client } from '../../server/elastic/client';
import type { Source } from '../../common/sources';
import type { LocalDay } from '../../common/time';
import { mapAhead } from '../../server/app/basics';
import {
  fetchDayDocuments,
  fetchIndexGroups,
  isMapping,
  type Survey,
} from '../../server/elastic/counting';

const SOURCES_AT_A_TIME = 4;

async function askDaysOf(
  client: Client,
  source: Source,
  days: readonly LocalDay[],
  survey: Survey,
  signal: AbortSignal,
): Promise<void> {
  const groups = await fetchIndexGroups(client, source, signal);
  if (groups.state === 'unknown') return;
  for (const group of groups.value) {
    if (group.unusable !== null || !isMapping(group, source)) continue;
    await fetchDayDocuments(client, source, group, { days, checked: [] }, survey, signal);
  }
}

/**
 * Asks which days the indices of some sources have documents of: one search for indices that are
 * alike. Counting needs the answers first, and they can come while the sources are still guessed.
 *
 * @param days as they are going to be counted
 * @param survey receives the answers
 * @throws errors of the connection, and the abort; what has failed is asked for again when it is
 * needed
 */
export async function askDaysAhead(
  client: Client,
  sources: readonly Source[],
  days: readonly LocalDay[],
  survey: Survey,
  signal: AbortSignal,
): Promise<void> {
  const asked = mapAhead(sources, SOURCES_AT_A_TIME, (source) =>
    askDaysOf(client, source, days, survey, signal),
  );
  for await (const answered of asked) void answered;
}
