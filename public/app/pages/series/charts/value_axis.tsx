import React from 'react';
import { type HourFrame, type ValueScale, px } from '../../../../../common/charts';

interface ValueAxisProps {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  readonly ticks: readonly number[];
  /** The position of a tick on the axis; the tick itself if the axis is linear. */
  readonly at?: (tick: number) => number;
  readonly words: (tick: number) => string;
}

const BESIDE = 6;

/** The numbers at the left of a large chart. */
export function ValueAxis({ frame, scale, ticks, at = (tick) => tick, words }: ValueAxisProps) {
  return (
    <>
      {ticks.map((tick) => (
        <text key={tick} x={frame.left - BESIDE} y={px(scale.y(at(tick)) + 4)} textAnchor="end">
          {words(tick)}
        </text>
      ))}
    </>
  );
}
