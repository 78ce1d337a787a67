import type { Assessment } from './assessment';
import type { SeriesContext } from './series_context';

/**
 * "New" says that a series was never seen before. Nobody can say so while some of the days before
 * may lie in closed indices: then it is not assessed.
 */
export function withholdNew(
  assessment: Assessment,
  { closed_days: closedDays = 0 }: Pick<SeriesContext, 'closed_days'>,
): Assessment {
  if (closedDays === 0 || assessment.state !== 'unusual' || assessment.verdict !== 'new') {
    return assessment;
  }
  const { usual_day, ranges, basis, basis_days, difference, contribution } = assessment;
  const untested = { surprise: null, surprise_by_hour: null };
  const shown = { usual_day, ranges, basis, basis_days, difference, contribution, ...untested };
  return { ...shown, state: 'not_judged', reason: 'closed_days' };
}
