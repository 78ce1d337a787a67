import type { Assessment, NotAssessedReason } from './assessment';

/** The assessment of a series that is not assessed after all: what was compared stays, no test is. */
export function notAssessed(assessment: Assessment, reason: NotAssessedReason): Assessment {
  const { usual_day, ranges, basis, basis_days, difference, contribution } = assessment;
  const untested = { surprise: null, surprise_by_hour: null };
  const shown = { usual_day, ranges, basis, basis_days, difference, contribution, ...untested };
  return { ...shown, state: 'not_judged', reason };
}
