import type { estypes } from '@elastic/elasticsearch';

/** An index of Logwave, and how its documents are mapped. */
export interface OwnIndex {
  readonly name: string;
  readonly mappings: estypes.MappingTypeMapping;
}

/** Where the documents of an index are while it is rebuilt. */
export function repairCopyOf({ name, mappings }: OwnIndex): OwnIndex {
  return { name: `${name}-repair`, mappings };
}

/** One shard, which the journal relies on: one document is enough to refresh it. */
export const ownSettings: estypes.IndicesIndexSettings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
};

/**
 * All settings by which somebody else's index template could harm us, set explicitly: a request
 * takes precedence over every template. Null removes what a template sets.
 */
const guardedSettings: Readonly<Record<string, string | number | boolean | null>> = {
  'index.mode': 'standard',
  'index.mapping.source.mode': 'stored',
  'index.mapping.total_fields.limit': 1_000,
  'index.default_pipeline': '_none',
  'index.final_pipeline': '_none',
  'index.hidden': false,
  'index.codec': 'default',
  'index.routing_partition_size': 1,
  'index.max_result_window': 10_000,
  'index.refresh_interval': null,
  'index.translog.durability': 'request',
  'index.write.wait_for_active_shards': '1',
  'index.blocks.write': false,
  'index.blocks.read_only': false,
  'index.lifecycle.name': null,
  'index.sort.field': null,
  'index.sort.order': null,
  'index.sort.mode': null,
  'index.sort.missing': null,
};

/** As in `unknown setting [index.lifecycle.name] please check that …`. */
const UNKNOWN_SETTING = /unknown setting \[([^\]]+)\]/;

/**
 * The name of a guarded setting that a cluster does not know, such as that of a life cycle on a
 * cluster without them, from its refusal to make an index; undefined if it refused for another
 * reason.
 */
export function unknownSettingIn(reason: string): string | undefined {
  const name = UNKNOWN_SETTING.exec(reason)?.[1];
  return name !== undefined && name in guardedSettings ? name : undefined;
}

/**
 * The request that makes an index of ours, whatever templates there are.
 *
 * @param unknown settings that this cluster does not know
 */
export function getCreateRequest(
  { name, mappings }: OwnIndex,
  unknown: ReadonlySet<string> = new Set(),
): estypes.IndicesCreateRequest {
  const guarded = Object.entries(guardedSettings).filter(([setting]) => !unknown.has(setting));
  return {
    index: name,
    // Lists that leave fields out of _source are merged with a template's, never emptied. Whether
    // there are any is checked once the index exists.
    mappings: { ...mappings, _source: { enabled: true }, _routing: { required: false } },
    settings: { ...ownSettings, ...Object.fromEntries(guarded) },
  };
}
