import type { Source } from '../../../common/sources';
import { type Day, localDay, type LocalDay } from '../../../common/time';
import { type CountingPorts, surveyDays, type SurveyedDay } from '../counting';
import type { Run } from './run';
type LatePorts = Pick<CountingPorts, 'indexGroups' | 'dayDocuments'>;

async function surveyOf(
  source: Source,
  days: readonly LocalDay[],
  ports: LatePorts,
  signal: AbortSignal,
): Promise<ReadonlyMap<Day, SurveyedDay>> {
  const groups = await ports.indexGroups(source, signal);
  if (groups.state === 'unknown') return new Map();
  const survey = await surveyDays(source, groups.value, days, days, ports, signal);
  return survey.state === 'known' ? survey.value : new Map();
}

/**
 * How many documents have been added to days since they were analyzed: one search for each source.
 * A day that shrank has no late documents: its logs are expiring.
 *
 * @param runs of the days to check, in one zone
 * @returns only days with added documents
 * @throws errors of the connection, and the abort
 */
export async function countLateDocuments(
  sources: readonly Source[],
  runs: readonly Run[],
  ports: LatePorts,
  signal: AbortSignal,
): Promise<Map<Day, number>> {
  const late = new Map<Day, number>();
  const finished = runs.filter(({ status }) => status === 'analyzed' || status === 'partial');
  if (finished.length === 0) return late;
  const days = finished.map(({ day, zone }) => localDay(day, zone));
  for (const source of sources.filter(({ enabled }) => enabled)) {
    const found = await surveyOf(source, days, ports, signal);
    for (const { day, source_results: results } of finished) {
      const before = results.find((result) => result.source === source.id);
      if (before?.state !== 'judged') continue;
      const grown = (found.get(day)?.of_source ?? 0) - before.documents;
      if (grown > 0) late.set(day, (late.get(day) ?? 0) + grown);
    }
  }
  return late;
}
