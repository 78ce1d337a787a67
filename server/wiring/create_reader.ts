import { DEFAULT_SCOPE } from '../app/basics';
import type { Reader } from '../answers';
import { fetchIndexGroups } from '../elastic/counting';
import { fetchMissingRights } from '../elastic/asking';
import {
  countFound,
  fetchDrawnSeries,
  fetchFindingsAbout,
  fetchFindings,
  fetchFlaggedDays,
  fetchFlaggedEvents,
  fetchFlaggedHours,
  fetchRun,
  fetchRuns,
  fetchOneStoredSeries,
  fetchStoredSeries,
} from '../elastic/results';
import { fetchJudgments, fetchMarks } from '../elastic/silence';
import { fetchTaggedSources, withListedDocuments } from '../elastic/tagging';
import type { Caller } from './caller';
import { createCountingPorts } from './create_counting_ports';
import { silencesOf } from './silence';

/** Reads with the client of the caller, for the length of one answer. */
export function createReader({ client, name }: Caller): Reader {
  const inScope = <T extends object>(range: T) => ({ ...range, scope: DEFAULT_SCOPE });
  return {
    user: name,
    scope: DEFAULT_SCOPE,
    counting: createCountingPorts(client, DEFAULT_SCOPE),
    fetchRun: async (id, signal) => (await fetchRun(client, id, signal))?.run,
    fetchRuns: (range, signal) => fetchRuns(client, inScope(range), signal),
    withStoredNumbers: async (runs, signal) =>
      withListedDocuments(client, await countFound(client, runs, signal), signal),
    fetchFindings: (id, signal) => fetchFindings(client, id, signal),
    fetchFindingsAbout: (about, signal) => fetchFindingsAbout(client, about, signal),
    fetchFlaggedEvents: (id, signal) => fetchFlaggedEvents(client, id, signal),
    fetchOneStoredSeries: (of, asked, signal) => fetchOneStoredSeries(client, of, asked, signal),
    fetchFlaggedDays: (range, signal) => fetchFlaggedDays(client, inScope(range), signal),
    fetchFlaggedHours: (range, signal) => fetchFlaggedHours(client, inScope(range), signal),
    fetchDrawnSeries: (wanted, signal) => fetchDrawnSeries(client, wanted, signal),
    fetchStoredSeries: (wanted, fields, signal) =>
      fetchStoredSeries(client, wanted, fields, signal),
    fetchJudgments: (signal) => fetchJudgments(client, DEFAULT_SCOPE, signal),
    fetchStreamMarks: (signal) => fetchMarks(client, DEFAULT_SCOPE, signal),
    fetchSilences: ({ settings, day, now }, signal) =>
      silencesOf(client, settings, day, now, signal),
    fetchIndexGroups: (source, signal) => fetchIndexGroups(client, source, signal),
    fetchMissingRights: (expression, privileges, signal) =>
      fetchMissingRights(client, expression, privileges, signal),
    fetchTaggedSources: (signal) => fetchTaggedSources(client, DEFAULT_SCOPE, signal),
  };
}
