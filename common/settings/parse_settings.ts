import type { z } from 'zod';
import { appendAll } from '../lists';
import { indexFault, presetSources, sourceSchema, type Source } from '../sources';
import { faultSentence, faultsOf, type SettingsFault } from './explain_issues';
import { zoneName } from '../time';
import { defaultZone, settingsSchema, type Settings, type SourceSettings } from './settings';

/** Either the settings, or what is wrong with them: one sentence for each fault. */
export type ParsedSettings =
  | { readonly settings: Settings }
  | { readonly errors: readonly string[]; readonly faults: readonly SettingsFault[] };

interface MergedSources {
  readonly sources: Source[];
  readonly faults: SettingsFault[];
}

/** A source that lacks settings is often a preset whose id is misspelled. */
function faultsOfSource(
  { id }: SourceSettings,
  issues: readonly z.core.$ZodIssue[],
  index: number,
): SettingsFault[] {
  const faults = faultsOf(issues, ['sources', index]);
  const presets = presetSources.map((preset) => preset.id);
  const isIncomplete = issues.some(
    (issue) => issue.code === 'invalid_type' && issue.input === undefined,
  );
  if (presets.includes(id) || !isIncomplete) return faults;
  const words = `"${id}" is not a preset (${presets.join(', ')}), and a new source needs all of its settings`;
  return [{ path: `sources[${index}].id`, words }, ...faults];
}

function mergeSources(given: readonly SourceSettings[]): MergedSources {
  const merged = new Map(presetSources.map((source) => [source.id, source]));
  const faults: SettingsFault[] = [];
  given.forEach((source, index) => {
    const parsed = sourceSchema.safeParse(
      { enabled: true, filter: [], time_field: '@timestamp', ...merged.get(source.id), ...source },
      { reportInput: true },
    );
    if (parsed.success) merged.set(source.id, parsed.data);
    else appendAll(faults, faultsOfSource(source, parsed.error.issues, index));
  });
  return { sources: [...merged.values()], faults };
}

/** The parts of index expressions that name nothing, of the sources that are given. */
function indexFaults(given: readonly SourceSettings[]): SettingsFault[] {
  return given.flatMap(({ index }, at) => {
    const words = index === undefined ? undefined : indexFault(index);
    return words === undefined ? [] : [{ path: `sources[${at}].index`, words }];
  });
}

function refused(faults: readonly SettingsFault[]): ParsedSettings {
  return { errors: faults.map(faultSentence), faults };
}

/**
 * Reads settings as a file or a request gives them and fills in the defaults and presets.
 *
 * A source with the id of a preset changes that preset; any other id adds a source, for which
 * `name`, `index`, `subtype_fields`, `tag` and `wording` are needed.
 */
export function parseSettings(input: unknown): ParsedSettings {
  const parsed = parseStoredSettings(input);
  if ('errors' in parsed) return parsed;
  const faults = indexFaults(settingsSchema.parse(input).sources);
  return faults.length > 0 ? refused(faults) : parsed;
}

/**
 * Reads settings that were saved, perhaps by an earlier version: as `parseSettings`, but a part of an index
 * expression that names nothing is left to Elasticsearch, so that the other sources are analyzed.
 */
export function parseStoredSettings(input: unknown): ParsedSettings {
  const parsed = settingsSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) return refused(faultsOf(parsed.error.issues, []));
  const { sources, faults } = mergeSources(parsed.data.sources);
  if (faults.length > 0) return refused(faults);
  const zone = zoneName(parsed.data.zone ?? defaultZone());
  return { settings: { ...parsed.data, zone, sources } };
}
