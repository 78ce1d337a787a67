import React from 'react';
import type { HourAxis } from '../../../common/charts';

/** The axis of hours above or below the rows. Screen readers get the hours from the rows. */
export function HourAxisSvg({ axis }: { readonly axis: HourAxis }) {
  return (
    <svg className="lwAxis" width={axis.width} height={axis.height} aria-hidden="true">
      <path className="lwAxisLine" d={axis.path} />
      {axis.texts.map(({ x, y, anchor, text }) => (
        <text key={`${x} ${text}`} x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </svg>
  );
}
