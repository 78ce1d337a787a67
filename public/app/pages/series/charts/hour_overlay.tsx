import React, { type MouseEvent, type ReactNode } from 'react';
import { type HourFrame, px } from '../../../../../common/charts';
import { clockWords } from '../../../../../common/waveform/words';
import { useHour, type HourCursor } from '../../../rows';

interface HourOverlayProps {
  readonly frame: HourFrame;
  readonly cursor: HourCursor;
  readonly children: ReactNode;
}

const TEXT_ABOVE = 2;

/** The hour under the cursor: one line through all charts of the page. */
function CursorLine({ frame, cursor }: Omit<HourOverlayProps, 'children'>) {
  const hour = useHour(cursor);
  if (hour === undefined) return null;
  const x = px(frame.x.center(hour));
  return (
    <g className="lwCursor">
      <path d={`M${x} ${frame.top}V${frame.height}`} />
      <text x={x} y={frame.top - TEXT_ABOVE} textAnchor="middle">
        {clockWords(hour)}
      </text>
    </g>
  );
}

/** The layer over a large chart: words, flags, and the cursor, which follows the pointer. */
export function HourOverlay({ frame, cursor, children }: HourOverlayProps) {
  const follow = (event: MouseEvent<SVGSVGElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    cursor.set(frame.x.at(event.clientX - left));
  };
  return (
    <svg
      className="lwOver"
      width={frame.width}
      height={frame.height}
      aria-hidden="true"
      onMouseMove={follow}
      onMouseLeave={() => cursor.set(undefined)}
    >
      {children}
      <CursorLine frame={frame} cursor={cursor} />
    </svg>
  );
}
