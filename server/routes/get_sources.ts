import { getSources, LOG_DAYS_CHECKED, type SourceState } from '../../common/api';
import { presetSources, type Source } from '../../common/sources';
import { daysBefore, type Day, dayAt, localDay, type LocalDay } from '../../common/time';
import {
  closedWords,
  type Answer,
  type IndexGroup,
  surveyDays,
  unmappedFields,
  usedFields,
} from '../app/counting';
import { createCountingPorts, type Caller } from '../wiring';
import { fetchIndexGroups } from '../elastic/counting';
import { fetchClosedIndices } from '../elastic/indices';
import { missingRightsInWords, DEFAULT_SCOPE } from '../app/basics';
import { fetchMissingRights } from '../elastic/asking';
import { defineRoute } from './route';

type State = SourceState['state'];
/** The facts about a source. */
type Checked = Pick<SourceState, 'state' | 'words' | 'fields'>;

/** Names closed indices if the source has no other; none if it can be counted, or if unknown. */
export async function closedInstead(
  { client }: Caller,
  source: Source,
  groups: Answer<readonly IndexGroup[]>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (groups.state === 'unknown' || groups.value.length > 0) return [];
  const reached = await fetchClosedIndices(client, source.index, signal);
  return reached.state === 'known' ? reached.value.closed : [];
}

/** What is missing if no index has a field of the source; null if all exist. */
function unmappedWords(source: Source, groups: readonly IndexGroup[]): string | null {
  const fields = unmappedFields(source, groups).map((field) => `"${field}"`);
  if (fields.length === 0) return null;
  const named = fields.length === 1 ? 'the field' : 'the fields';
  return `no index of "${source.index}" has ${named} ${fields.join(', ')}`;
}

/** Whether a source can be counted, in a word and in a sentence. */
export function stateOf(
  source: Source,
  groups: Answer<readonly IndexGroup[]>,
  closed: readonly string[],
): { readonly state: Exclude<State, 'off' | 'forbidden'>; readonly words: string | null } {
  if (groups.state === 'unknown') return { state: 'unknown', words: groups.reason };
  if (closed.length > 0) return { state: 'unknown', words: closedWords(closed) };
  if (groups.value.length === 0) {
    return { state: 'no_index', words: `no index matches "${source.index}"` };
  }
  const unusable = groups.value.find((group) => group.unusable !== null);
  if (unusable?.unusable === undefined || unusable.unusable === null) {
    return { state: 'usable', words: unmappedWords(source, groups.value) };
  }
  const isAll = groups.value.every((group) => group.unusable !== null);
  return { state: isAll ? 'unusable' : 'usable', words: unusable.unusable };
}

async function checkedState(caller: Caller, source: Source, signal: AbortSignal): Promise<Checked> {
  const { client } = caller;
  if (!source.enabled) return { state: 'off', words: null, fields: [] };
  const missing = await fetchMissingRights(client, source.index, ['read'], signal);
  if (missing.length > 0) {
    return { state: 'forbidden', words: missing.map(missingRightsInWords).join('; '), fields: [] };
  }
  const groups = await fetchIndexGroups(client, source, signal);
  const fields = groups.state === 'known' ? usedFields(groups.value) : [];
  const closed = await closedInstead(caller, source, groups, signal);
  return { ...stateOf(source, groups, closed), fields };
}

/** Documents of the days, over all different index expressions of the enabled sources. */
async function daysWithLogs(
  { client }: Caller,
  sources: readonly Source[],
  days: readonly LocalDay[],
  signal: AbortSignal,
): Promise<Map<Day, number>> {
  const ports = createCountingPorts(client, DEFAULT_SCOPE);
  const first = new Map(sources.map((source) => [source.index, source]));
  const documents = new Map<Day, number>();
  for (const source of first.values()) {
    const groups = await ports.indexGroups(source, signal);
    if (groups.state === 'unknown') continue;
    const survey = await surveyDays(source, groups.value, days, [], ports, signal);
    if (survey.state === 'unknown') continue;
    for (const [day, { all }] of survey.value) {
      if (all > 0) documents.set(day, (documents.get(day) ?? 0) + all);
    }
  }
  return documents;
}

export const getSourcesRoute = defineRoute(getSources, async ({ signal }, caller, services) => {
  const { settings } = await services.settings.load(signal);
  const presets = new Set(presetSources.map(({ id }) => id));
  const sources = [];
  for (const source of settings.sources) {
    const checked = await checkedState(caller, source, signal);
    sources.push({ source, preset: presets.has(source.id), ...checked });
  }
  const today = dayAt(services.now().getTime(), settings.zone);
  const days = [today, ...daysBefore(today, LOG_DAYS_CHECKED)].map((day) =>
    localDay(day, settings.zone),
  );
  const enabled = settings.sources.filter((source) => source.enabled);
  const found = await daysWithLogs(caller, enabled, days, signal);
  const days_with_logs = [...found]
    .map(([day, documents]) => ({ day, documents }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return { sources, days_with_logs };
});
