export { type Began, beganOf } from './began';
export { daysOfZone, type MonthStretch, monthStretches, stretchesOfDay } from './month_stretches';
export {
  flaggedMarks,
  type Mark,
  marksOf,
  MONTH_FIELDS,
  type MonthRecord,
  silentHours,
  unitOf,
} from './month';
export { monthSummary } from './month_summary';
export { messagePatterns, type MessagePatterns, type SampledLines } from './message_pattern';
export {
  type DifferentValues,
  type FieldCounts,
  mergeTopFields,
  type TopField,
} from './top_fields';
export type { FlaggedDay, FlaggedEvents, FlaggedHours, FlaggedRange } from './flagged_days';
