export { dayWords } from './day_words';
export { DEFAULT_SCOPE } from './default_scope';
export { type DocumentRef, refKey } from './document_ref';
export { mapAhead } from './map_ahead';
export { readAhead } from './read_ahead';
export { settingsHash, stableJson } from './settings_hash';
export { findSeries, subtypeKey, withWholeSubtypes } from './subtype_key';
export { workThrough } from './work_through';
export { type Wait, waitFor } from './wait_for';
