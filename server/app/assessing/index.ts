export {
  isOneOfMany,
  isUnknown,
  type AssessedSeries,
  assessSource,
  omittedDaysOf,
  type PreparedSource,
  prepareSource,
} from './assess_source';
export { keptCase } from './kept_case';
export { type SeriesRecord, toSeriesRecord } from './series_record';
export type { RunIdentity, SourceToAssess } from './source_to_assess';
export { sourceOfDay } from './source_to_assess';
export {
  DRAWN_FIELDS,
  type DrawnSeries,
  type DrawnSource,
  type StoredSeries,
} from './stored_series';
