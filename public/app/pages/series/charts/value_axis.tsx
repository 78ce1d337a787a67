import React from 'react';
import { type HourFrame, type ValueScale, px } from '../../../charts';

interface ValueAxisProps {
  readonly frame: HourFrame;
  readonly scale: ValueScale;
  readonly ticks: readonly number[];
  readonly words: (tick: number) => string;
}

const BESIDE = 6;

/** The numbers at the left of a large chart. */
export function ValueAxis({ frame, scale, ticks, words }: ValueAxisProps) {
  return (
    <>
      {ticks.map((tick) => (
        <text key={tick} x={frame.left - BESIDE} y={px(scale.y(tick) + 4)} textAnchor="end">
          {words(tick)}
        </text>
      ))}
    </>
  );
}
