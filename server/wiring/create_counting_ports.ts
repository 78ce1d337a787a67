import type { Client } from '../elastic/client';
import type { Source } from '../../common/sources';
import {
  closedIndices,
  countsOwner,
  unknownFor,
  type Answer,
  type CountingPorts,
} from '../app/counting';
import {
  createSurvey,
  keepClosedSince,
  readClosedSince,
  countsKeeper,
  readKeptCounts,
  fetchCounts,
  daysInOneSearch,
  fetchDayDocuments,
  fetchDays,
  fetchIndexGroups,
  fetchLogDays,
  isJustCounted,
  noteCounted,
  notingShards,
  SourceSizes,
  type Survey,
} from '../elastic/counting';
import { fetchClosedIndices, type ReachedIndices } from '../elastic/indices';
import { allOver, AskedTogether, missingRightsInWords } from '../app/basics';
import { fetchMissingRights, isPassingTrouble, refusalReason } from '../elastic/asking';

/** Field capabilities and searches need no more. */
const NEEDED_PRIVILEGES = ['read'];

/** Asks once for each index expression, since most sources share theirs. */
async function missingRights(
  client: Client,
  { index }: Source,
  { rights }: Survey,
  signal: AbortSignal,
): Promise<string[]> {
  const ask = () => fetchMissingRights(client, index, NEEDED_PRIVILEGES, signal);
  return (await rights.ask(index, ask)).map(missingRightsInWords);
}

/** Since when indices are closed, as stored by runs; unknown for trouble that may pass. */
async function notedSince(
  client: Client,
  owner: { readonly scope: string; readonly source: string },
  signal: AbortSignal,
): Promise<Answer<ReadonlyMap<string, Date>>> {
  try {
    return { state: 'known', value: await readClosedSince(client, owner, signal) };
  } catch (error) {
    const reason = refusalReason(error);
    if (reason === undefined) throw error;
    return unknownFor(reason, isPassingTrouble(error));
  }
}

/** The closed indices of a source, each with when a run first found it closed. */
function closedIndicesOf(client: Client, scope: string): CountingPorts['closedIndices'] {
  const listed = new AskedTogether<null, Answer<ReachedIndices>>((_sources, index, signal) =>
    fetchClosedIndices(client, index, signal),
  );
  return async (source, now, signal) => {
    const [reached, noted] = await allOver([
      listed.ask(source.index, null, signal),
      notedSince(client, { scope, source: source.id }, signal),
    ]);
    if (reached.state === 'unknown') return reached;
    if (noted.state === 'unknown') return noted;
    const { all, closed } = reached.value;
    const since = noted.value;
    const isKnown = closed.length === since.size && closed.every((name) => since.has(name));
    const indices = closedIndices(closed, all, since, now);
    return { state: 'known', value: { indices, all, is_changed: !isKnown } };
  };
}

/** Asks once for each index expression after days were looked up in it. */
function closedNamesOf(client: Client, { closed }: Survey): CountingPorts['closedNames'] {
  return async ({ index }, signal) => {
    const reached = await closed.ask(index, () => fetchClosedIndices(client, index, signal));
    return reached.state === 'known' ? { state: 'known', value: reached.value.closed } : reached;
  };
}

/**
 * Counting with one Elasticsearch client, with counts stored for a scope in `logwave-counts`, for
 * the length of one analysis.
 *
 * The index is expected to have its mapping from the template already.
 *
 * @param survey what is known of the indices, of a caller who counts more than once
 */
export function createCountingPorts(
  client: Client,
  scope: string,
  survey: Survey = createSurvey(),
): CountingPorts {
  const sizes = new SourceSizes();
  const keepCounts = countsKeeper(client, () => new Date());
  return {
    missingRights: (source, signal) => missingRights(client, source, survey, signal),
    indexGroups: (source, signal) => fetchIndexGroups(client, source, signal),
    closedIndices: closedIndicesOf(client, scope),
    closedNames: closedNamesOf(client, survey),
    keepClosed: (source, closed, signal) => {
      const since = new Map(closed.map((index) => [index.name, index.since]));
      return keepClosedSince(client, { scope, source: source.id }, since, signal);
    },
    dayDocuments: (source, group, days, toCheck, signal) => {
      const checked = toCheck.filter(
        ({ day, zone }) => !isJustCounted(survey, countsOwner(source, zone, scope), day),
      );
      return fetchDayDocuments(client, source, group, { days, checked }, survey, signal);
    },
    logDays: (source, groups, tested, signal) =>
      fetchLogDays(client, source, groups, tested, signal),
    countDay: (source, group, day, signal) =>
      notingShards(survey, group, fetchCounts(client, source, group, day, sizes, signal)),
    countDays: (source, group, days, signal) =>
      notingShards(survey, group, fetchDays(client, source, group, days, signal)),
    daysInOneSearch: (source, group, day, series) =>
      daysInOneSearch(source, group, day, series, sizes),
    readKept: async (source, zone, days, signal) => {
      const kept = await readKeptCounts(client, countsOwner(source, zone, scope), days, signal);
      for (const { series } of kept.days.values()) sizes.note(source, series.size);
      return kept;
    },
    keep: async (source, counts, signal) => {
      const owner = countsOwner(source, counts.zone, scope);
      const problem = await keepCounts(owner, counts, signal);
      if (problem === null) noteCounted(survey, owner, counts.day);
      return problem;
    },
  };
}
