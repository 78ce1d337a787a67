export {
  isOneOfMany,
  isUnknown,
  type JudgedSeries,
  judgeSource,
  omittedDaysOf,
  type PreparedSource,
  prepareSource,
} from './judge_source';
export { keptCase } from './kept_case';
export { type SeriesRecord, toSeriesRecord } from './series_record';
export type { RunIdentity, SourceToJudge } from './source_to_judge';
export { sourceOfDay } from './source_to_judge';
export type { StoredSeries } from './stored_series';
