import { BarSeries, ScaleType } from '@elastic/charts';
import React, { memo } from 'react';
import type { HourFrame, ValueScale } from '../../../../../common/charts';
import type { Tokens } from '../../../theme';
import type { Hours } from '../model/series_view';
import { HourPlot } from './hour_plot';

interface BarPlotProps {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  readonly tokens: Tokens;
  readonly label: string;
  /** One value an hour. Those of flagged hours are drawn on top, with the other flags. */
  readonly values: Hours;
}

const NO_TICKS: readonly number[] = [];

/** A value for each hour as a bar. Values beyond the scale are cut at its end. */
export const BarPlot = memo(function BarPlot(props: BarPlotProps) {
  const { frame, scale, tokens, label, values } = props;
  const data = values.flatMap((value, x) =>
    value === null ? [] : [{ x, y: Math.min(scale.high, Math.max(scale.low, value)) }],
  );
  return (
    <HourPlot frame={frame} scale={scale} ticks={NO_TICKS} tokens={tokens} label={label} hasBars>
      <BarSeries
        id="hours"
        xScaleType={ScaleType.Linear}
        yScaleType={ScaleType.Linear}
        xAccessor="x"
        yAccessors={['y']}
        data={data}
        barSeriesStyle={{ rect: { fill: tokens.bar, opacity: 1 }, rectBorder: { visible: false } }}
      />
    </HourPlot>
  );
});
