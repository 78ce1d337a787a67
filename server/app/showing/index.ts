export {
  beganOf,
  flaggedMarks,
  type Mark,
  marksOf,
  MONTH_FIELDS,
  type MonthRecord,
  silentHours,
  unitOf,
} from './month';
export { monthSummary } from './month_summary';
export { type FieldCounts, mergeTopFields, type TopField } from './top_fields';
export type { FlaggedDay, FlaggedEvents, FlaggedHours, FlaggedRange } from './flagged_days';
