import React, { memo } from 'react';
import { dailyBars } from '../../../common/charts';

interface DailyBarsSvgProps {
  readonly daily: readonly (number | null)[];
  /** What is drawn, in words. */
  readonly label: string;
}

/** The last 31 days of a stream: one bar a day, and a line along zero since it became silent. */
export const DailyBarsSvg = memo(function DailyBarsSvg({ daily, label }: DailyBarsSvgProps) {
  const { width, height, base, bars, silent, unknown } = dailyBars(daily);
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <path className="lwSilence-axis" d={base} />
      <path className="lwSilence-bars" d={bars} />
      {unknown !== '' && <path className="lwSilence-unknown" d={unknown} />}
      {silent !== '' && <path className="lwFlagRule" d={silent} />}
    </svg>
  );
});
