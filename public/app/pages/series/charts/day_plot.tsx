import { AreaSeries, CurveType, LineSeries, ScaleType } from '@elastic/charts';
import React, { memo } from 'react';
import {
  type HourFrame,
  type ValueScale,
  bandSteps,
  dayLine,
  trainingPoints,
  usualLevels,
  type BandPoint,
} from '../../../../../common/charts';
import type { Tokens } from '../../../theme';
import type { Hours, SeriesView } from '../model/series_view';
import { HourPlot } from './hour_plot';
import { NO_POINT, POINT_SHOWN } from './point_shown';

interface DayPlotProps {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  readonly ticks: readonly number[];
  readonly tokens: Tokens;
  readonly label: string;
  readonly today: Hours;
  readonly view: SeriesView;
  /** Counts of the training days that decided. */
  readonly basis: readonly Hours[];
  readonly lengths: readonly number[];
}

const LINEAR = { xScaleType: ScaleType.Linear, yScaleType: ScaleType.Linear } as const;
const POINT = { xAccessor: 'x', yAccessors: ['y'] };
const BAND = { xAccessor: 'x', yAccessors: ['high'], y0Accessors: ['low'] };
const NO_LINE = { visible: false };
/** Minimum thickness of a band, in pixels. */
const LEAST_HEIGHT = 0.8;
const USUAL_WIDTH = 1.4;
const TODAY_WIDTH = 1.8;
const TODAY_RADIUS = 1.8;
const DAY_RADIUS = 1.5;
/** With more days than these, they are drawn finer. */
const MANY_DAYS = 8;
const FINE_RADIUS = 1;
const DAY_WIDTH = 0.9;

function steps(name: string, parts: readonly (readonly BandPoint[])[], fill: string) {
  return parts.map((data, index) => (
    <AreaSeries
      key={`${name} ${index}`}
      id={`${name} ${index}`}
      {...LINEAR}
      {...BAND}
      data={[...data]}
      curve={CurveType.CURVE_STEP_AFTER}
      areaSeriesStyle={{ area: { fill, opacity: 1 }, line: NO_LINE, point: NO_POINT }}
    />
  ));
}

/** The expected counts: one level an hour, since an hour is a bin. */
function levels(usual: Hours, lengths: readonly number[], stroke: string) {
  return usualLevels(usual, lengths).map(({ from, to, y }) => (
    <LineSeries
      key={`usual ${from}`}
      id={`usual ${from}`}
      {...LINEAR}
      {...POINT}
      data={[
        { x: from, y },
        { x: to, y },
      ]}
      lineSeriesStyle={{ line: { stroke, strokeWidth: USUAL_WIDTH }, point: NO_POINT }}
    />
  ));
}

/** With one or two days a band would look like knowledge, so the days themselves are drawn. */
function thinDays(basis: readonly Hours[], lengths: readonly number[], stroke: string) {
  return basis.map((counts, index) => (
    <LineSeries
      key={`day ${index}`}
      id={`day ${index}`}
      {...LINEAR}
      {...POINT}
      data={dayLine(counts, lengths)}
      lineSeriesStyle={{ line: { stroke, strokeWidth: DAY_WIDTH }, point: NO_POINT }}
    />
  ));
}

function Bands({ view, basis, lengths, scale, frame, tokens }: DayPlotProps) {
  const { inner, outer, usual } = view;
  if (inner === null || outer === null) return <>{thinDays(basis, lengths, tokens.usual)}</>;
  const least = (LEAST_HEIGHT * (scale.high - scale.low)) / (frame.bottom - frame.top);
  return (
    <>
      {steps('outer', bandSteps(outer, lengths, least), tokens.pale)}
      {steps('inner', bandSteps(inner, lengths, least), tokens.mid)}
      {usual !== null && levels(usual, lengths, tokens.usual)}
    </>
  );
}

function Points({ basis, lengths, tokens }: DayPlotProps) {
  const data = trainingPoints(basis, lengths);
  const radius = basis.length > MANY_DAYS ? FINE_RADIUS : DAY_RADIUS;
  const point = { fill: tokens.usual, strokeWidth: 0, radius, opacity: 1 };
  if (data.length === 0) return null;
  return (
    <LineSeries
      id="training days"
      {...LINEAR}
      {...POINT}
      data={data}
      lineSeriesStyle={{ line: NO_LINE, point: { ...point, ...POINT_SHOWN }, isolatedPoint: point }}
    />
  );
}

function Today({ today, lengths, tokens }: DayPlotProps) {
  const { ink } = tokens;
  const point = { ...POINT_SHOWN, fill: ink, strokeWidth: 0, radius: TODAY_RADIUS, opacity: 1 };
  return (
    <LineSeries
      id="today"
      {...LINEAR}
      {...POINT}
      data={dayLine(today, lengths)}
      lineSeriesStyle={{
        line: { stroke: ink, strokeWidth: TODAY_WIDTH },
        point,
        isolatedPoint: point,
      }}
    />
  );
}

/**
 * The tested day against the training days: bands, the usual level of each hour, the days as
 * points.
 */
export const DayPlot = memo(function DayPlot(props: DayPlotProps) {
  const { frame, scale, ticks, tokens, label, view } = props;
  return (
    <HourPlot
      frame={frame}
      scale={scale}
      ticks={ticks}
      tokens={tokens}
      label={label}
      hasBars={false}
    >
      <Bands {...props} />
      {view.outer !== null && <Points {...props} />}
      <Today {...props} />
    </HourPlot>
  );
});
