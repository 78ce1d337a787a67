import { settingOf, type IndexShape } from './index_shape';

/** They keep values out of a synthetic `_source`, so that an update never sees them. */
const LEAVING_OUT = [
  'index.mapping.synthetic_source.skip_ignored_source_read',
  'index.mapping.synthetic_source.skip_ignored_source_write',
];

function pruning({ mappings: { _source: source } }: IndexShape): string | undefined {
  const { excludes = [], includes = [] } = source ?? {};
  if (excludes.length > 0) return '_source.excludes';
  return includes.length > 0 && !includes.includes('*') ? '_source.includes' : undefined;
}

/**
 * Why an update of one of its documents would lose data, or is not possible at all, in a phrase. An
 * update indexes the whole document again from its `_source`: values that were indexed and are not
 * in there can never be found again. A synthetic `_source` returns all that can be found.
 *
 * `_source` of an index never changes. Measured on Elasticsearch 8.19.
 *
 * @returns undefined if nothing is lost
 */
export function sourceLoss(shape: IndexShape): string | undefined {
  if (settingOf(shape, 'index.mode') === 'time_series') {
    return 'it is a time series index, which takes no updates';
  }
  const { _source: source } = shape.mappings;
  const mode = source?.mode ?? settingOf(shape, 'index.mapping.source.mode');
  if (source?.enabled === false || mode === 'disabled') {
    return 'its mapping does not keep the documents (_source is disabled), so they cannot be updated';
  }
  const pruned = pruning(shape);
  if (pruned !== undefined) {
    return `its mapping keeps only a part of each document (${pruned}), and searches would lose the rest by an update`;
  }
  const leavingOut = LEAVING_OUT.find((name) => settingOf(shape, name) === 'true');
  return leavingOut === undefined
    ? undefined
    : `its documents are read without some of their values (${leavingOut}), which an update would lose`;
}
