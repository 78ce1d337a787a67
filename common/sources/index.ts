export { isDigestKey, LONGEST_KEY } from './long_subtype';
export { matchesPattern } from './matches_pattern';
export { presetSources } from './presets';
export { TAGS_FIELD } from './tags_field';
export { seriesKey } from './series_key';
export { seriesName } from './series_name';
export { type Filter, type Source, sourceSchema } from './source';
export { decodeSubtype, encodeSubtype, valuesOfSubtype } from './subtype';
