export { keepClosedSince, readClosedSince } from './closed_store';
export { COUNTS_INDEX, countsMapping } from './counts_mapping';
export { keepCounts, readKeptCounts } from './counts_store';
export { fetchClosedIndices } from './fetch_closed_indices';
export { fetchCounts } from './fetch_counts';
export { fetchDayDocuments } from './fetch_day_documents';
export { fetchIndexGroups } from './fetch_index_groups';
export { type Capability, capabilityIn, fieldUse, twinOf } from './field_use';
