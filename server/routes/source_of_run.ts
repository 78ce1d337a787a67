import type { UsedSource } from '../../common/api/get_sources';
import type { Settings } from '../../common/settings/settings';
import type { Source } from '../../common/sources/source';
import type { Run } from '../app/run';
import { usedFields } from '../app/used_fields';
import { countsOwner } from '../elastic/counts_block';
import { fetchIndexGroups } from '../elastic/fetch_index_groups';
import type { Caller } from './caller';
import { SCOPE } from './services';
import { settingsOfRun } from './settings_of_run';
import { sourceOf } from './source_of';

/**
 * A source as a stored day is to be read: as the run of the day had it, and as it is today where the
 * run did not know it.
 *
 * @param run undefined where the day was not analysed
 * @throws ApiError `source_not_found`
 */
export function sourceOfRun(run: Run | undefined, present: Settings, id: string): Source {
  const kept = run && settingsOfRun(run, present).sources.find((source) => source.id === id);
  return kept ?? sourceOf(present, id);
}

function isChanged(source: Source, { sources, zone }: Settings): boolean {
  const now = sources.find(({ id }) => id === source.id);
  if (now?.enabled !== true) return true;
  const definitionOf = (one: Source): string => countsOwner(one, zone, SCOPE).definition;
  return definitionOf(now) !== definitionOf(source);
}

/**
 * The sources of a run that the settings of today define otherwise, switch off or do not have: as the
 * run had them, with the fields that are used for them now.
 *
 * @throws the client's errors
 */
export async function changedSources(
  { client }: Caller,
  run: Run,
  present: Settings,
  signal: AbortSignal,
): Promise<UsedSource[]> {
  const judged = new Set(run.source_results.map(({ source }) => source));
  const changed = settingsOfRun(run, present).sources.filter(
    (source) => judged.has(source.id) && isChanged(source, present),
  );
  const used: UsedSource[] = [];
  for (const source of changed) {
    const groups = await fetchIndexGroups(client, source, signal);
    used.push({ source, fields: groups.state === 'known' ? usedFields(groups.value) : [] });
  }
  return used;
}
