import React, { useMemo } from 'react';
import {
  barMarks,
  clockAxis,
  hasEnd,
  hourFrame,
  valueScale,
  type HourFrame,
  type ValueScale,
  toldMarks,
  type SilentStretch,
  testBars,
  testScale,
  testWords,
  tickWords,
  type TestKind,
  px,
} from '../../../../../common/charts';
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
  /** The threshold in words, one line each. */
  readonly limitWords: readonly string[];
  readonly flagged: readonly number[];
  /** Stretches that are drawn as one bar each. */
  readonly silent: readonly SilentStretch[];
  readonly lengths: readonly number[];
  readonly label: string;
}

const ABOVE = 16;
const PLOT = 132;
const BELOW = 26;
const AXIS_BELOW = 4;
const BESIDE = 8;
const LINE_HEIGHT = 13;

/** The threshold as a line across, with its words. */
function Limit({
  frame,
  scale,
  limit,
  words,
}: {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  /** Its position on the axis. */
  readonly limit: number;
  readonly words: readonly string[];
}) {
  const y = px(scale.y(limit));
  const x = frame.right + BESIDE;
  return (
    <>
      <path className="lwLimit" d={`M${frame.left} ${y}H${frame.right}`} />
      {hasEnd(frame) && (
        <text className="lwEnd lwEnd-limit" x={x} y={y}>
          {words.map((line, index) => (
            <tspan key={line} x={x} y={px(y - 1 + index * LINE_HEIGHT)}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </>
  );
}

function useDrawing({ width, kind, values, limit, flagged, silent, lengths }: TestChartProps) {
  return useMemo(() => {
    const frame = hourFrame(width, ABOVE, PLOT, BELOW);
    const bars = testBars(values, flagged, silent);
    const axis = testScale(
      kind,
      bars.map(({ value }) => value),
    );
    const scale = valueScale(frame, axis.low, axis.high);
    const marks = barMarks(bars, frame, scale, axis.at, limit);
    const quiet = values.map((value, hour) => {
      const bar = bars.find(({ from, isFlagged }) => from === hour && !isFlagged);
      return bar === undefined || value === null ? null : axis.at(value);
    });
    return {
      frame,
      scale,
      axis,
      marks,
      quiet,
      clock: clockAxis(frame.x, frame.bottom + AXIS_BELOW, lengths),
    };
  }, [width, kind, values, limit, flagged, silent, lengths]);
}

/** Below the large chart, on the same x: what the test saw in each hour, and its threshold. */
export function TestChart(props: TestChartProps) {
  const { tokens, cursor, kind, limit, limitWords, label } = props;
  const { frame, scale, axis, marks, quiet, clock } = useDrawing(props);
  const flags = marks.filter(({ isFlagged }) => isFlagged);
  return (
    <div className="lwChart">
      <BarPlot frame={frame} scale={scale} tokens={tokens} label={label} values={quiet} />
      <HourOverlay frame={frame} cursor={cursor}>
        <ValueAxis
          frame={frame}
          scale={scale}
          ticks={axis.ticks}
          at={axis.at}
          words={(tick) => tickWords(kind, tick)}
        />
        <path className="lwAxisLine" d={`M${frame.left} ${px(scale.y(0))}H${frame.right}`} />
        <path className="lwAxisLine" d={clock.path} />
        {clock.texts.map(({ x, y, anchor, text }) => (
          <text key={`${x} ${text}`} x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
        <Limit frame={frame} scale={scale} limit={axis.at(limit)} words={limitWords} />
        {flags.map(({ from, to, x, y, width, height }) => (
          <rect
            key={from}
            className={to - from > 1 ? 'lwFlagBar lwFlagStretch' : 'lwFlagBar'}
            {...{ x, y, width, height }}
          />
        ))}
        {toldMarks(marks, kind, limit).map(({ from, isFlagged, textX, textY, value }) => (
          <text
            key={from}
            className={isFlagged ? 'lwFlagText' : 'lwBarText'}
            x={textX}
            y={textY}
            textAnchor="middle"
          >
            {testWords(kind, value, limit)}
          </text>
        ))}
      </HourOverlay>
    </div>
  );
}
