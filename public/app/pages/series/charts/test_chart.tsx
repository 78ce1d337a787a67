import React, { useMemo } from 'react';
import {
  barMarks,
  type BarMark,
  clockAxis,
  hourFrame,
  valueScale,
  type HourFrame,
  type ValueScale,
  testScale,
  testWords,
  tickWords,
  toldHours,
  type TestKind,
  px,
} from '../../../charts';
import type { Tokens } from '../../../theme';
import type { HourCursor } from '../../../rows';
import type { Hours } from '../model/series_view';
import { BarPlot } from './bar_plot';
import { HourOverlay } from './hour_overlay';
import { ValueAxis } from './value_axis';

interface TestChartProps {
  readonly width: number;
  readonly tokens: Tokens;
  readonly cursor: HourCursor;
  readonly kind: TestKind;
  readonly values: Hours;
  readonly limit: number;
  /** The limit in words, a line each. */
  readonly limitWords: readonly string[];
  readonly flagged: readonly number[];
  readonly lengths: readonly number[];
  readonly label: string;
}

const ABOVE = 16;
const PLOT = 132;
const BELOW = 26;
const AXIS_BELOW = 4;
const BESIDE = 8;
const LINE_HEIGHT = 13;
const CUT = 3;

/** The limit as a rule across, with its words. */
function Limit({
  frame,
  scale,
  limit,
  words,
}: {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  readonly limit: number;
  readonly words: readonly string[];
}) {
  const y = px(scale.y(limit));
  const x = frame.right + BESIDE;
  return (
    <>
      <path className="lwLimit" d={`M${frame.left} ${y}H${frame.right}`} />
      <text className="lwEnd lwEnd-limit" x={x} y={y}>
        {words.map((line, index) => (
          <tspan key={line} x={x} y={px(y - 1 + index * LINE_HEIGHT)}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** A gap in a bar whose value lies beyond the scale. */
function Cut({ bar }: { readonly bar: BarMark }) {
  if (!bar.isCut) return null;
  const y = bar.y + 4 * CUT;
  return <path className="lwCut" d={`M${bar.x - 2} ${y + CUT}l${bar.width + 4} ${-2 * CUT}`} />;
}

function useDrawing({ width, kind, values, limit, flagged, lengths }: TestChartProps) {
  return useMemo(() => {
    const frame = hourFrame(width, ABOVE, PLOT, BELOW);
    const { low, high, ticks } = testScale(kind, values);
    const scale = valueScale(frame, low, high);
    const hours = values.map((_, hour) => hour);
    return {
      frame,
      scale,
      ticks,
      axis: clockAxis(frame.x, frame.bottom + AXIS_BELOW, lengths),
      bars: barMarks(values, hours, frame, scale, limit),
      told: toldHours(kind, values, flagged),
    };
  }, [width, kind, values, limit, flagged, lengths]);
}

/** Below the large chart, on the same x: what the test saw in each hour, and its limit. */
export function TestChart(props: TestChartProps) {
  const { tokens, cursor, kind, values, limit, limitWords, flagged, label } = props;
  const { frame, scale, ticks, axis, bars, told } = useDrawing(props);
  const isFlagged = (hour: number): boolean => flagged.includes(hour);
  return (
    <div className="lwChart">
      <BarPlot frame={frame} scale={scale} tokens={tokens} label={label} values={values} />
      <HourOverlay frame={frame} cursor={cursor}>
        <ValueAxis
          frame={frame}
          scale={scale}
          ticks={ticks}
          words={(tick) => tickWords(kind, tick)}
        />
        <path className="lwAxisLine" d={`M${frame.left} ${px(scale.y(0))}H${frame.right}`} />
        <path className="lwAxisLine" d={axis.path} />
        {axis.texts.map(({ x, y, anchor, text }) => (
          <text key={`${x} ${text}`} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
        <Limit frame={frame} scale={scale} limit={limit} words={limitWords} />
        {bars.map((bar) => (
          <g key={bar.hour}>
            {isFlagged(bar.hour) && (
              <rect
                className="lwFlagBar"
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
              />
            )}
            <Cut bar={bar} />
          </g>
        ))}
        {bars
          .filter(({ hour }) => told.includes(hour))
          .map(({ hour, textX, textY }) => (
            <text
              key={hour}
              className={isFlagged(hour) ? 'lwFlagText' : 'lwBarText'}
              x={textX}
              y={textY}
              textAnchor="middle"
            >
              {testWords(kind, values[hour] ?? 0, limit)}
            </text>
          ))}
      </HourOverlay>
    </div>
  );
}
