export { isSurelyQuiet, type LaidOutCase, weekOf } from './calibrated';
export { assessAtLimits, assessSeries, type AtLimits } from './assess_series';
export { describeSeries } from './describe_series';
export { contextOf, detectCase, detectCaseSchema, seriesCaseOf } from './detect_case';
