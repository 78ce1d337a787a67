import type { PartialTheme } from '@elastic/charts';
import { type HourFrame, BAR_SHARE } from '../../../../../common/charts';
const NO_PADDING = { left: 0, right: 0, top: 0, bottom: 0 };

/** The library's theme for a frame of ours: no padding and no background of its own. */
export function chartTheme({ width, height, left, right, top, bottom }: HourFrame): PartialTheme {
  return {
    chartMargins: { left, right: width - right, top, bottom: height - bottom },
    chartPaddings: NO_PADDING,
    background: { color: 'transparent' },
    scales: { barsPadding: 1 - BAR_SHARE },
  };
}
