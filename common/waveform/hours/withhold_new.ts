import type { Assessment } from './assessment';
import { notAssessed } from './not_assessed';
import type { SeriesContext } from './series_context';

/**
 * "New" means that a series was never seen before. That is unknown while some earlier days may be
 * in closed indices, so then the series is not assessed.
 */
export function withholdNew(
  assessment: Assessment,
  { closed_days: closedDays = 0 }: Pick<SeriesContext, 'closed_days'>,
): Assessment {
  if (closedDays === 0 || assessment.state !== 'unusual' || assessment.verdict !== 'new') {
    return assessment;
  }
  return notAssessed(assessment, 'closed_days');
}
