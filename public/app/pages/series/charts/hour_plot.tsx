import {
  AnnotationDomainType,
  Axis,
  Chart,
  DARK_THEME,
  LIGHT_THEME,
  LineAnnotation,
  Position,
  Settings,
  Tooltip,
  TooltipType,
} from '@elastic/charts';
import React, { useMemo, type ReactNode } from 'react';
import { HOURS_PER_DAY } from '../../../../../common/time';
import type { HourFrame, ValueScale } from '../../../../../common/charts';
import { DARK, type Tokens } from '../../../theme';
import { chartTheme } from './chart_theme';

interface HourPlotProps {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  /** Values with a line across. */
  readonly ticks: readonly number[];
  readonly tokens: Tokens;
  /** What is drawn, for readers who do not see it. */
  readonly label: string;
  /** Bars begin with their hour. A line has its points in the middle of each. */
  readonly hasBars: boolean;
  /** Series of the library. */
  readonly children: ReactNode;
}

const WHOLE_DAY = { min: 0, max: HOURS_PER_DAY };
const BAR_DAY = { min: 0, max: HOURS_PER_DAY - 1, minInterval: 1 };

function lineStyle(stroke: string) {
  return { line: { stroke, strokeWidth: 1, opacity: 1 } };
}

/** A large chart of a day: hours across, values up, lines at round values. */
export function HourPlot(props: HourPlotProps) {
  const { frame, scale, ticks, tokens, label, hasBars, children } = props;
  const theme = useMemo(() => chartTheme(frame), [frame]);
  const lines = useMemo(() => ticks.map((dataValue) => ({ dataValue })), [ticks]);
  return (
    // It has a name of its own, because newer versions of the library leave theirs out.
    <div role="img" aria-label={label}>
      <Chart size={[frame.width, frame.height]}>
        <Settings
          theme={theme}
          baseTheme={tokens === DARK ? DARK_THEME : LIGHT_THEME}
          xDomain={hasBars ? BAR_DAY : WHOLE_DAY}
          ariaUseDefaultSummary={false}
        />
        <Tooltip type={TooltipType.None} />
        <Axis
          id="values"
          hide
          position={Position.Left}
          domain={{ min: scale.low, max: scale.high }}
        />
        <LineAnnotation
          id="grid"
          domainType={AnnotationDomainType.YDomain}
          dataValues={lines}
          style={lineStyle(tokens.rule)}
          zIndex={-2}
        />
        {children}
      </Chart>
    </div>
  );
}
