import { FLAGGED_ROW, QUIET_ROW } from '../../../../common/charts';
import type { MonthLayout } from './month_layout';
import type { MonthSeries } from './month_rows';

/** The line with the name, above the days. */
const NAME_LINE = 18;

/** How high a row of the month is, in pixels. */
export function rowHeight(
  { began }: Pick<MonthSeries, 'began'>,
  { isStacked }: Pick<MonthLayout, 'isStacked'>,
): number {
  const { height } = began === null ? QUIET_ROW : FLAGGED_ROW;
  return isStacked ? height + NAME_LINE : height;
}
