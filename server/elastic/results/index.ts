export { ensureIndices, ensureOwnIndices } from './ensure_indices';
export { fetchDiskShortage } from './fetch_disk_shortage';
export { fetchFlaggedDays, fetchFlaggedHours } from './fetch_flagged_days';
export { FINDINGS_INDEX } from './findings_mapping';
export {
  fetchFindingsAbout,
  fetchFindings,
  fetchFindingsOfRuns,
  fetchFlaggedEvents,
  fetchIncidents,
  saveFindings,
} from './findings_store';
export { ForeignMapping, IndexNotMade, RepairCutOff } from './foreign_mapping';
export { logwaveIndices } from './index_templates';
export { JOURNAL_INDEX } from './journal_mapping';
export { MARKS_INDEX } from './marks_mapping';
export type { OwnIndex } from './own_index';
export { fetchExistingIndices } from './read_own_indices';
export { NotRepairable, type RepairedIndex, repairIndices } from './repair_indices';
export { createRunLedger, fetchLatestRun, fetchRun, fetchRuns, fetchRunsById } from './run_store';
export { RUNS_INDEX } from './runs_mapping';
export { SERIES_INDEX } from './series/series_mapping';
export { fetchDrawnSeries } from './series/fetch_drawn_series';
export { fetchOneStoredSeries } from './series/fetch_one_series';
export { fetchStoredSeries } from './series/series_store';
export { createSeriesWriter } from './series/series_writer';
export { readVersioned, type Versioned, writeVersioned } from './versioned_document';
export { ShardsNotStarted } from './wait_for_shards';
export { countFound } from './count_found';
export { floodedWords, FREE_SPACE } from './disk_shortage';
