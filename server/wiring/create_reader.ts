import { DEFAULT_SCOPE } from '../app/basics';
import type { Reader } from '../answers';
import { fetchIndexGroups } from '../elastic/counting';
import { fetchMissingRights } from '../elastic/asking';
import {
  countFound,
  fetchDrawnSeries,
  fetchFindingsAbout,
  fetchFindingsOfRuns,
  fetchFlaggedDays,
  fetchFlaggedEvents,
  fetchFlaggedHours,
  fetchRuns,
  fetchRunsById,
  fetchOneStoredSeries,
  fetchStoredSeries,
} from '../elastic/results';
import { fetchMarksAndJudgments } from '../elastic/silence';
import { fetchTaggedByDay, fetchTaggedSources, withListedDocuments } from '../elastic/tagging';
import type { Caller } from './caller';
import { createCountingPorts } from './create_counting_ports';
import { silencesUnder } from './silence';

/** Reads with the client of the caller, for the length of one answer. */
export function createReader({ client, name }: Caller): Reader {
  const inScope = <T extends object>(range: T) => ({ ...range, scope: DEFAULT_SCOPE });
  let marks: ReturnType<typeof fetchMarksAndJudgments> | undefined;
  /** One search for one answer. */
  const marksOf = (signal: AbortSignal) =>
    (marks ??= fetchMarksAndJudgments(client, DEFAULT_SCOPE, signal));
  return {
    user: name,
    scope: DEFAULT_SCOPE,
    counting: createCountingPorts(client, DEFAULT_SCOPE),
    fetchRunsById: (ids, signal) => fetchRunsById(client, ids, signal),
    fetchRuns: (range, signal) => fetchRuns(client, inScope(range), signal),
    fetchTaggedByDay: (range, signal) => fetchTaggedByDay(client, inScope(range), signal),
    withStoredNumbers: async (runs, signal, tagged) =>
      withListedDocuments(client, await countFound(client, runs, signal), signal, tagged),
    fetchFindings: (ids, signal) => fetchFindingsOfRuns(client, ids, signal),
    fetchFindingsAbout: (about, signal) => fetchFindingsAbout(client, about, signal),
    fetchFlaggedEvents: (id, signal) => fetchFlaggedEvents(client, id, signal),
    fetchOneStoredSeries: (of, asked, signal) => fetchOneStoredSeries(client, of, asked, signal),
    fetchFlaggedDays: (range, signal) => fetchFlaggedDays(client, inScope(range), signal),
    fetchFlaggedHours: (range, signal) => fetchFlaggedHours(client, inScope(range), signal),
    fetchDrawnSeries: (wanted, signal) => fetchDrawnSeries(client, wanted, signal),
    fetchStoredSeries: (wanted, fields, signal) =>
      fetchStoredSeries(client, wanted, fields, signal),
    fetchJudgments: async (signal) => (await marksOf(signal)).judgments,
    fetchStreamMarks: async (signal) => (await marksOf(signal)).streams,
    fetchSilences: ({ settings, day, now }, signal) => {
      const marks = marksOf(signal).then(({ streams }) => streams);
      return silencesUnder(client, settings, { day, now, marks }, signal);
    },
    fetchIndexGroups: (source, signal) => fetchIndexGroups(client, source, signal),
    fetchMissingRights: (expression, privileges, signal) =>
      fetchMissingRights(client, expression, privileges, signal),
    fetchTaggedSources: (signal) => fetchTaggedSources(client, DEFAULT_SCOPE, signal),
  };
}
