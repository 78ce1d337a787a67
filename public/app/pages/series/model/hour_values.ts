import { translate } from '../../../../i18n';
import { decimalWords } from '../../../words';
import type { TestKind } from '../../../../../common/charts';
import type { Hours, SeriesAnswer, SeriesView } from './series_view';

/** What the test saw in each hour, if it is worth showing. */
export interface HourValues {
  readonly kind: TestKind;
  /** Undefined if there is nothing to show. */
  readonly values: Hours | undefined;
  /** Why there is nothing. */
  readonly reason: string;
  /** A value beyond it is flagged. */
  readonly limit: number;
}

/** Shares of a tiny difference would look like findings. */
const LEAST_DIFFERENCE = 0.05;

function reasonOf({ difference, byHour }: SeriesView): string {
  if (byHour === null) {
    return translate('logwave.tests.none', {
      defaultMessage: 'No hour was tested, because there is no usual day to compare with.',
    });
  }
  return translate('logwave.tests.alike', {
    defaultMessage:
      'The day differs by {difference} from its usual day. That is too little to tell which hours cause it.',
    values: { difference: decimalWords(difference ?? 0, 2) },
  });
}

/**
 * The values of the lower chart: surprises, or under the talk's method shares of the difference.
 */
export function hourValues({ assessing, head }: SeriesAnswer, view: SeriesView): HourValues {
  const { byHour, difference } = view;
  const isTalk = assessing.method === 'talk';
  const isTooLittle = isTalk && difference !== null && difference < LEAST_DIFFERENCE;
  return {
    kind: isTalk ? 'share' : 'surprise',
    values: byHour === null || isTooLittle ? undefined : byHour,
    reason: reasonOf(view),
    limit: isTalk ? assessing.talk.contribution_limit : head.limits.surprise,
  };
}
