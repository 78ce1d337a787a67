import type { UsedSource } from '../../common/api';
import type { Settings } from '../../common/settings';
import type { Source } from '../../common/sources';
import { runOfSource, type DayView } from '../app/runs';
import { countsOwner, usedFields } from '../app/counting';
import type { Reader } from './reader';
import { settingsOfRun } from './settings_of_run';
import { sourceOf } from './source_of';

function keptSource(view: DayView, present: Settings, id: string): Source | undefined {
  return settingsOfRun(runOfSource(view, id), present).sources.find((source) => source.id === id);
}

/**
 * The definition of a source for reading a stored day: that of the run of its result, or the
 * current one if no run has it.
 *
 * @param view undefined if the day was not analyzed
 * @throws ApiError `source_not_found`
 */
export function sourceOfDay(view: DayView | undefined, present: Settings, id: string): Source {
  return (view && keptSource(view, present, id)) ?? sourceOf(present, id);
}

/**
 * The sources of a day as its runs had them: all of their settings, because the results of a run that
 * was cut off may be missing while its findings are there.
 */
export function sourcesOfRuns({ run, results }: DayView, present: Settings): Source[] {
  const runs = new Set([run, ...results.map((one) => one.run)]);
  return [...runs].flatMap((one) => settingsOfRun(one, present).sources);
}

function isChanged(source: Source, { sources, zone }: Settings, scope: string): boolean {
  const now = sources.find(({ id }) => id === source.id);
  if (now?.enabled !== true) return true;
  const definitionOf = (one: Source): string => countsOwner(one, zone, scope).definition;
  return definitionOf(now) !== definitionOf(source);
}

/**
 * The sources of a day that the current settings define differently, switch off or do not have: as
 * the runs had them, with the fields that are used for them now.
 *
 * @throws the client's errors
 */
export async function changedSources(
  reader: Reader,
  view: DayView,
  present: Settings,
  signal: AbortSignal,
): Promise<UsedSource[]> {
  const kept = view.results.flatMap(({ result }) => keptSource(view, present, result.source) ?? []);
  const changed = kept.filter((source) => isChanged(source, present, reader.scope));
  const used: UsedSource[] = [];
  for (const source of changed) {
    const groups = await reader.fetchIndexGroups(source, signal);
    used.push({ source, fields: groups.state === 'known' ? usedFields(groups.value) : [] });
  }
  return used;
}
