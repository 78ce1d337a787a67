import React, { type RefObject } from 'react';
import { clockWords } from '../../../../../common/waveform/words';
import { hourScale } from '../../../../../common/charts';
import { useHour, type HourCursor } from '../../../rows';
import type { TableLayout } from './table_layout';

interface HourLineProps {
  readonly cursor: HourCursor;
  readonly layout: TableLayout;
  /** Where the sparklines begin, from the left edge of the table. */
  readonly left: number;
}

/** The line of the cursor through all rows and both axes. */
export function HourLine({ cursor, layout, left }: HourLineProps) {
  const hour = useHour(cursor);
  if (hour === undefined) return null;
  return (
    <div
      className="lwHourLine"
      style={{ left: hourScale(layout.hour, left).center(hour) }}
      aria-hidden="true"
      data-test-subj="logwaveHourLine"
    >
      <span>{clockWords(hour)}</span>
    </div>
  );
}

/** The hour under the pointer; undefined outside the sparklines. */
export function pointedHour(
  axis: RefObject<HTMLElement>,
  clientX: number,
  hourWidth: number,
): number | undefined {
  const left = axis.current?.getBoundingClientRect().left;
  return left === undefined ? undefined : hourScale(hourWidth, left).at(clientX);
}
