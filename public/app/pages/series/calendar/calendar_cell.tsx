import React from 'react';
import type { Day } from '../../../../../common/time';
import type { CalendarDay } from './calendar_days';
import { actionWords, cornerWords, dateOfCell, dayWords } from './calendar_words';
import { MiniDay } from './mini_day';

interface CalendarCellProps {
  readonly day: CalendarDay;
  readonly isFirst: boolean;
  readonly top: number;
  readonly onToggle: (day: Day) => void;
}

const NO_FLAGS: readonly number[] = [];

/**
 * A training day. Pressing it leaves it out or takes that back. An unknown one, and one that a
 * calendar leaves out, cannot be pressed.
 */
export function CalendarCell({ day, isFirst, top, onToggle }: CalendarCellProps) {
  const { use, counts, lengths } = day;
  const isHatched = use === 'omitted' || use === 'unknown' || use === 'calendar';
  const words = dayWords(day);
  const contents = (
    <>
      <span className="lwDay-head" aria-hidden="true">
        <span>{dateOfCell(day.day, isFirst)}</span>
        <span className="lwDay-corner">{cornerWords(day)}</span>
      </span>
      <MiniDay
        counts={counts}
        lengths={lengths}
        top={top}
        isHatched={isHatched}
        flagged={NO_FLAGS}
      />
    </>
  );
  if (use === 'unknown' || use === 'calendar') {
    return (
      <div
        className={`lwDay lwDay-${use}`}
        role="img"
        aria-label={words}
        title={words}
        data-day={day.day}
      >
        {contents}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={`lwDay lwDay-${use}`}
      aria-pressed={use === 'omitted'}
      title={words}
      onClick={() => onToggle(day.day)}
      data-test-subj="logwaveDay"
      data-day={day.day}
    >
      <span className="lwHidden">{`${words}: ${actionWords(use)}`}</span>
      {contents}
      <span className="lwDay-action" aria-hidden="true">
        {actionWords(use)}
      </span>
    </button>
  );
}
