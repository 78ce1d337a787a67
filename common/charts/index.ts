export { BAR_SHARE, type BarMark, barMarks, toldMarks } from './bar_marks';
export { calendarWeeks } from './calendar_weeks';
export {
  type BandPoint,
  bandSteps,
  dayLine,
  existingHours,
  trainingPoints,
  unknownRuns,
  usualLevels,
} from './day_marks';
export { type DailyBars, dailyBars } from './daily_bars';
export { dayStrip } from './day_strip';
export { dotMark, type DotRow, dotX } from './dot_rows';
export { flagMarks, type FlagMarks, NO_FLAGS } from './flag_marks';
export { hatchPath } from './hatch_path';
export {
  type SilentStretch,
  testBars,
  type TestKind,
  testScale,
  testWords,
  tickWords,
} from './hour_tests';
export { type EndLabel, type EndLabelData, endLabels, namesBands } from './labels/end_labels';
export { flagNotes, quietNote } from './labels/flag_notes';
export { type PlacedNote, placeNotes } from './labels/place_notes';
export { linePath } from './line_path';
export {
  dayBox,
  FLAGGED_ROW,
  knownLine,
  monthBars,
  type MonthInk,
  type MonthRowShape,
  QUIET_ROW,
  unknownDaysHatch,
  weekRules,
} from './month_chart';
export { ledgerLabels, ledgerPaths } from './month_ledger';
export { clockAxis } from './scales/clock_axis';
export { countScale } from './scales/count_scale';
export { hourAxis, type HourAxis } from './scales/hour_axis';
export {
  hasEnd,
  hourFrame,
  type HourFrame,
  valueScale,
  type ValueScale,
} from './scales/hour_frame';
export { hourScale } from './scales/hour_scale';
export { MONTH_DAYS, monthScale, type MonthScale } from './scales/month_scale';
export { niceTicks } from './scales/nice_ticks';
export { px } from './scales/px';
export {
  surpriseEnd,
  surpriseMark,
  surpriseText,
  surpriseTicks,
  surpriseX,
} from './scales/surprise_scale';
export { sparkline, type Sparkline, type SparklineData, type SparklineSize } from './sparkline';
export type { Band } from './step_paths';
export { DARK, LIGHT, tokenProperties, type Tokens } from './tokens';
