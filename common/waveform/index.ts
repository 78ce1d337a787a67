export {
  type CalibratedScore,
  isSurelyQuiet,
  type LaidOutCase,
  scoreLaidOut,
  weekOf,
} from './calibrated';
export {
  assessAtLimits,
  assessSeries,
  type AtLimits,
  type IsUnusual,
  unusualByScore,
} from './assess_series';
export { describeSeries } from './describe_series';
export { contextOf, detectCase, detectCaseSchema, seriesCaseOf } from './detect_case';
