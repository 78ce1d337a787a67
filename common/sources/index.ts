export {
  conditionSchema,
  conditionSchemas,
  conditionsOf,
  filterSchema,
  type Condition,
  type Filter,
} from './condition';
export { fixedFields, missingFields, namedFields, type NamedField } from './condition_fields';
export { commonPatterns } from './common_patterns';
export { conditionWords } from './condition_words';
export {
  runtimeFieldWords,
  sourceOfDataView,
  type DataView,
  type SourceOfDataView,
} from './data_view';
export {
  excludedPattern,
  expressionParts,
  isExclusion,
  joinedExpression,
} from './index_expression';
export { indexFault, isNameless } from './index_fault';
export { innerSource, isInner, settingsId } from './inner_source';
export { isDigestKey, LONGEST_KEY } from './long_subtype';
export { matchesPattern } from './matches_pattern';
export { meetsFilter } from './meets_filter';
export { presetSources } from './presets';
export { TAGS_FIELD } from './tags_field';
export { seriesKey, streamKey } from './series_key';
export { seriesName } from './series_name';
export { shareNames } from './share_names';
export { freeId } from './slug';
export { LONGEST_INDEX, type Source, sourceSchema } from './source';
export { decodeSubtype, encodeSubtype, valuesOfSubtype } from './subtype';
