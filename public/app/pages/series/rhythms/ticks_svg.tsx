import React from 'react';
import { dotX } from '../../../../../common/charts';
import { amountWords } from '../../../words';

interface TicksSvgProps {
  readonly ticks: readonly number[];
  readonly width: number;
  /** The value at the full width. */
  readonly top: number;
}

const ROOM = 5;
const HEIGHT = 14;
const BASELINE = 11;

/** The numbers below rows of dots. */
export function TicksSvg({ ticks, width, top }: TicksSvgProps) {
  return (
    <svg
      className="lwDots"
      width={width + 2 * ROOM}
      height={HEIGHT}
      viewBox={`${-ROOM} 0 ${width + 2 * ROOM} ${HEIGHT}`}
    >
      {ticks.map((tick) => (
        <text key={tick} x={dotX(tick, width, top)} y={BASELINE} textAnchor="middle">
          {amountWords(tick)}
        </text>
      ))}
    </svg>
  );
}
