export { closedDaysIn, closedIndices, closedOn, closedWords } from './closed_indices';
export { CHECKED_DAYS, countHours, type CountHoursRequest, daysToCount } from './count_hours';
export type { CountedSource } from './counted_source';
export {
  type Answer,
  type CountingPorts,
  type DayDocuments,
  type IndexGroup,
  type KeptDays,
  type Searched,
  type Unknown,
  unknownFor,
} from './counting_ports';
export {
  type KeptPorts,
  type KeptSeriesPorts,
  type KeptSource,
  readKeptSource,
} from './kept_source';
export { KeptWindow } from './kept_window';
export { mergeSourceDays } from './merge_source_days';
export { collectOneSeries, type SeriesCollector } from './one_series';
export { surveyDays, type SurveyedDay } from './survey_days';
export { usedFields } from './used_fields';
export { closedNames } from './closed_indices';
export {
  type ClosedOfSource,
  type ClosedPorts,
  hiddenDays,
  type HiddenDays,
  hidingIndices,
  readClosed,
} from './hidden_days';
export type { KeptAround } from './kept_window';
export { COUNTING_VERSION, type CountsOwner, countsOwner } from './counts_owner';
export { type LogDays, logDaysAround, logDaysWords } from './log_days';
export { findUnmatched, idleFields, type Unmatched, unmappedFields } from './unmatched';
