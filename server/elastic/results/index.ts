export { ensureIndices, ensureOwnIndices } from './ensure_indices';
export { fetchDiskShortage } from './fetch_disk_shortage';
export {
  fetchFlaggedDays,
  fetchFlaggedHours,
  type FlaggedDay,
  type FlaggedHours,
  type FlaggedRange,
} from './fetch_flagged_days';
export { FINDINGS_INDEX } from './findings_mapping';
export { fetchFindings, saveFindings } from './findings_store';
export { ForeignMapping, IndexNotMade, RepairCutOff } from './foreign_mapping';
export { logwaveIndices } from './index_templates';
export { JOURNAL_INDEX } from './journal_mapping';
export type { OwnIndex } from './own_index';
export { fetchExistingIndices } from './read_own_indices';
export { NotRepairable, type RepairedIndex, repairIndices } from './repair_indices';
export { createRunLedger, fetchLatestRun, fetchRun, fetchRuns } from './run_store';
export { RUNS_INDEX } from './runs_mapping';
export { SERIES_INDEX } from './series_mapping';
export { createSeriesWriter, fetchStoredSeries } from './series_store';
export { ShardsNotStarted } from './wait_for_shards';
export { countFound } from './count_found';
export { floodedWords, FREE_SPACE } from './disk_shortage';
