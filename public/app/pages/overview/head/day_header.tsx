import { EuiTitle } from '@elastic/eui';
import React, { type ReactNode, type RefObject } from 'react';
import { type Day, zoneOffsetAt, MS_PER_MINUTE } from '../../../../../common/time';
import { type RowSize, type View, useCell, type Cell } from '../../../basics';
import { longDay, offsetWords } from '../../../words';
import { DayPicker } from './day_picker';
import { FilterField } from '../../../rows';
import { ViewSelects } from './view_selects';

interface DayHeaderProps {
  readonly day: Day;
  readonly today: Day;
  readonly daysWithLogs: readonly Day[] | undefined;
  /** Undefined until it is known. */
  readonly zone: string | undefined;
  readonly view: View;
  readonly filter: Cell<string>;
  readonly rows: RowSize;
  readonly field: RefObject<HTMLInputElement>;
  readonly onPick: (day: Day) => void;
  readonly onLeaveFilter: () => void;
  readonly onView: (part: Partial<View>) => void;
  /** Whether there are rows to filter and scale. */
  readonly hasRows: boolean;
  /** The button to analyze the day. */
  readonly children: ReactNode;
}

const NOON = 'T12:00:00Z';

/** "America/Toronto, UTC−4"; "UTC" once. */
function zoneWords(day: Day, zone: string): string {
  const offset = offsetWords(zoneOffsetAt(Date.parse(day + NOON), zone) / MS_PER_MINUTE);
  return offset === zone ? zone : `${zone}, ${offset}`;
}

/** Each key stroke only draws the field itself and the rows again. */
function DayFilter(props: {
  readonly filter: Cell<string>;
  readonly field: RefObject<HTMLInputElement>;
  readonly onLeave: () => void;
}) {
  const { filter, field, onLeave } = props;
  return (
    <FilterField value={useCell(filter)} field={field} onChange={filter.set} onLeave={onLeave} />
  );
}

/** The day in words, the links to others, and how its rows are shown. */
export function DayHeader(props: DayHeaderProps) {
  const { day, today, daysWithLogs, zone, view, filter, rows, field, hasRows } = props;
  const { onPick, onLeaveFilter, onView, children } = props;
  return (
    <div className="lwBar">
      <EuiTitle size="s" className="lwTitle">
        <h1>{longDay(day)}</h1>
      </EuiTitle>
      <DayPicker day={day} today={today} daysWithLogs={daysWithLogs} onPick={onPick} />
      <span className="lwSub lwZone">{zone === undefined ? '' : zoneWords(day, zone)}</span>
      <div className="lwBar-tools">
        {hasRows && (
          <>
            <DayFilter filter={filter} field={field} onLeave={onLeaveFilter} />
            <ViewSelects
              scale={view.scale}
              rows={rows}
              onScale={(scale) => onView({ scale })}
              onRows={(size) => onView({ rows: size })}
            />
          </>
        )}
        {children}
      </div>
    </div>
  );
}
