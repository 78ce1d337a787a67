import type { estypes } from '@elastic/elasticsearch';
import { capabilityIn, type Capability } from '../counting';
import type { OwnIndex } from './own_index';

/** The field capabilities, by field and type. */
export type FieldTypes = Readonly<Record<string, Record<string, estypes.FieldCapsFieldCapability>>>;

/** The field that everything is looked up by, in each of the indices. */
export const KEY_FIELD = 'scope';
/** A fault in words: something with one of our names is not an index. */
export const IS_DATA_STREAM = 'it is a data stream';

/** Fields that are searched, with their types, such as `usual.low` → `double`. */
function searchedFields(
  properties: estypes.MappingTypeMapping['properties'],
  prefix = '',
): [field: string, type: string][] {
  return Object.entries(properties ?? {}).flatMap(([name, property]) => {
    const field = `${prefix}${name}`;
    if (property.type === undefined || property.type === 'object') {
      return searchedFields(property.properties, `${field}.`);
    }
    return [[field, property.type]];
  });
}

/** Every searched field of these indices; at least the one that all are looked up by. */
export function allSearchedFields(indices: readonly OwnIndex[]): string[] {
  const fields = indices.flatMap(({ mappings: { properties } }) => searchedFields(properties));
  return [...new Set([KEY_FIELD, ...fields.map(([field]) => field)])];
}

function fieldFault(field: string, type: string, found: Capability | undefined): string[] {
  // A field that came with a later version is only stored, not mapped, in an index of an earlier
  // one.
  if (found === undefined) return field === KEY_FIELD ? [`"${field}" is not mapped`] : [];
  if (found.type !== type) return [`"${field}" is ${found.type}, not ${type}`];
  return found.searchable ? [] : [`"${field}" cannot be searched`];
}

/**
 * What is wrong with how an index maps the searched fields, a phrase each.
 *
 * @param index the requested name: that of one of ours, or of what an alias points to
 */
export function fieldFaults({ mappings }: OwnIndex, index: string, types: FieldTypes): string[] {
  return searchedFields(mappings.properties).flatMap(([field, type]) =>
    fieldFault(field, type, capabilityIn(index, types[field])),
  );
}

/** `mode` is older than the setting, and not among the types of the client. */
type SourceMapping = estypes.MappingSourceField & { readonly mode?: string };

function sourceFaults({ enabled, excludes = [], includes = [], mode }: SourceMapping): string[] {
  const isSynthetic = mode !== undefined && mode !== 'stored';
  return [
    ...(enabled === false || mode === 'disabled' ? ['"_source" is switched off'] : []),
    ...(excludes.length > 0 ? [`"_source" leaves out ${excludes.join(', ')}`] : []),
    ...(includes.length > 0 ? [`"_source" holds no more than ${includes.join(', ')}`] : []),
    ...(isSynthetic && mode !== 'disabled' ? [`"_source" is ${mode}`] : []),
  ];
}

/** Whether an index keeps its documents as they were written. */
export function hasWholeSource({
  mappings = {},
  settings = {},
}: estypes.IndicesIndexState): boolean {
  const mode = settingOf(settings, 'mapping.source.mode') ?? 'stored';
  return mode === 'stored' && sourceFaults(mappings._source ?? {}).length === 0;
}

/**
 * Objects that are stored as they are. If they were mapped, they would add a field for each series.
 */
function objectFaults(
  wanted: estypes.MappingTypeMapping,
  { dynamic, properties = {} }: estypes.MappingTypeMapping,
): string[] {
  const takesNew = String(dynamic ?? true) !== 'false';
  return Object.entries(wanted.properties ?? {}).flatMap(([name, property]) => {
    if (!('enabled' in property) || property.enabled !== false) return [];
    const found = properties[name];
    const isStoredOnly =
      found === undefined ? !takesNew : 'enabled' in found && String(found.enabled) === 'false';
    return isStoredOnly ? [] : [`"${name}" is indexed, not only stored`];
  });
}

/** A setting by its dotted name, however it was nested. */
function settingOf(settings: estypes.IndicesIndexSettings, name: string): string | undefined {
  let found: unknown = settings;
  for (const part of ['index', ...name.split('.')]) {
    found = (found as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  }
  return typeof found === 'string' ? found : undefined;
}

const PIPELINES = ['default_pipeline', 'final_pipeline'] as const;

function settingFaults(settings: estypes.IndicesIndexSettings): string[] {
  const mode = settingOf(settings, 'mode') ?? 'standard';
  const source = settingOf(settings, 'mapping.source.mode') ?? 'stored';
  const shards = settingOf(settings, 'number_of_shards') ?? '1';
  const pipelines = PIPELINES.flatMap((name) => {
    const pipeline = settingOf(settings, name) ?? '_none';
    return pipeline === '_none' ? [] : [`documents pass the pipeline "${pipeline}"`];
  });
  return [
    ...(mode === 'standard' ? [] : [`its mode is ${mode}`]),
    ...(source === 'stored' ? [] : [`"_source" is ${source}`]),
    ...(shards === '1' ? [] : [`it has ${shards} shards, not one`]),
    ...pipelines,
  ];
}

/**
 * What is wrong with an index as Elasticsearch describes it, a phrase each: what documents would
 * lose there, and what would keep them from being written or found. Fields and aliases that a
 * template adds do no harm.
 */
export function stateFaults(
  { mappings: wanted }: OwnIndex,
  { mappings = {}, settings = {} }: estypes.IndicesIndexState,
): string[] {
  const isStrict = String(mappings.dynamic) === 'strict';
  return [
    ...sourceFaults(mappings._source ?? {}),
    ...(mappings._routing?.required === true ? ['each document needs a routing'] : []),
    ...(isStrict ? ['it refuses fields that it does not know'] : []),
    ...objectFaults(wanted, mappings),
    ...settingFaults(settings),
  ];
}
