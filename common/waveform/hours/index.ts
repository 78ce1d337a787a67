export type {
  Assessment,
  Comparison,
  NotAssessedReason,
  SeriesDescription,
  Unusual,
} from './assessment';
export { chartTop } from './chart_top';
export { closedHours, GRACE_MS } from './closed_hours';
export type {
  Direction,
  Finding,
  FindingStretch,
  FlaggedHour,
  LoggedStretch,
  Range,
  Rank,
  SharedEvents,
  Shift,
  TellingValue,
  Verdict,
} from './finding';
export {
  basisOf,
  findingStretches,
  type Flag,
  type FlagContext,
  flaggedHours,
  hasRatio,
  rankOf,
  type SurprisingFlag,
  holding,
  rangeOver,
  ratioIn,
  ratioOf,
  usualRange,
} from './flagged_hours';
export { applyFloors } from './floors';
export {
  hoursIn,
  type HourStretch,
  hourStretches,
  type Lengths,
  withoutSkipped,
} from './hour_stretches';
export { HourTable, type SharedHours } from './hour_table';
export { SeriesNames } from './series_names';
export { hourlyCounts } from './hourly_counts';
export {
  asLogged,
  knownEvents,
  lengthOf,
  loggedOver,
  loggedPerCount,
  timesRange,
} from './logged_events';
export { LEAST_DAYS } from './least_days';
export { METHOD_VERSION } from './method_version';
export { ascending, percentileOfSorted } from './percentile';
export {
  checkCase,
  type HourCount,
  type SeriesCase,
  type TrainingDay,
  weekdayIn,
  wholeDay,
  withoutDays,
} from './series_case';
export { type SeriesContext, seriesContexts } from './series_context';
export { silentHours } from './silent_hours';
export type { CountedDay, CountOrigin, SourceDay } from './source_day';
export { amplitudes, type Spectrum, spectrumOf } from './spectrum';
export { sumByHour } from './sum_by_hour';
export { EXPECTED, roundTo, usualTotal } from './usual_total';
export { withholdNew } from './withhold_new';
export type { SourceOfDay } from './series_context';
