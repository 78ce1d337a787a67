export { keepClosedSince, readClosedSince } from './closed_store';
export { COUNTS_INDEX, countsMapping } from './counts_mapping';
export { countsKeeper } from './counts_keeper';
export { keepCounts, readKeptCounts, readKeptSeries } from './counts_store';
export { fetchCounts } from './fetch_counts';
export {
  createSurvey,
  fetchDayDocuments,
  isJustCounted,
  noteCounted,
  notingShards,
  type Survey,
} from './fetch_day_documents';
export { daysInOneSearch, fetchDays } from './fetch_days';
export { fetchDocumentsOnce } from './fetch_documents_once';
export {
  fetchEvidence,
  fetchFittingSources,
  fetchStoredFields,
  isMapping,
  type Evidence,
} from './fetch_fitting_sources';
export {
  fetchGroupsByField,
  fetchIndexGroups,
  fetchIndexShape,
  type IndexShape,
} from './fetch_index_groups';
export { fieldsToAsk } from './group_indices';
export { fetchHoursWithout } from './fetch_hours_without';
export { fetchLogDays } from './fetch_log_days';
export { type Capability, capabilityIn, fieldUse, twinOf } from './field_use';
export { SourceSizes } from './source_sizes';
