export { assessAtLimits, assessSeries } from './assess_series';
export { describeSeries } from './describe_series';
export { detectCase, detectCaseSchema, seriesCaseOf } from './detect_case';
