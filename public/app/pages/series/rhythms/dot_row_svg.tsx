import React from 'react';
import { dotMark, dotX, type DotRow } from '../../../../../common/charts';

interface DotRowSvgProps {
  readonly row: DotRow;
  readonly width: number;
  readonly height: number;
  /** The value at the full width. */
  readonly top: number;
  /** Values with a line from row to row; a line along the row if there are none. */
  readonly ticks?: readonly number[];
}

const ROOM = 5;
const FILLED = 3.6;
const OPEN = 3.4;

/** Two values as dots: filled for this day, open for usual. The numbers are next to it. */
export function DotRowSvg({ row, width, height, top, ticks }: DotRowSvgProps) {
  const y = height / 2;
  const rules = ticks?.map((tick) => `M${dotX(tick, width, top)} 0V${height}`).join('');
  const { today, usual, stem } = dotMark(row, width, top, y);
  return (
    <svg
      className="lwDots"
      width={width + 2 * ROOM}
      height={height}
      viewBox={`${-ROOM} 0 ${width + 2 * ROOM} ${height}`}
      aria-hidden="true"
    >
      <path className="lwGrid" d={rules ?? `M0 ${y}H${width}`} />
      <path className="lwDots-stem" d={stem} />
      <circle className="lwDots-usual" cx={usual} cy={y} r={OPEN} />
      <circle className="lwDots-today" cx={today} cy={y} r={FILLED} />
    </svg>
  );
}
