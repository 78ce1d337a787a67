import React from 'react';
import { weekdayOf, type Day } from '../../../../../common/time';
import { weekdayWords } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { calendarWeeks } from '../../../../../common/charts';
import { longDay, shortDay } from '../../../words';
import type { Hours } from '../model/series_view';
import { CalendarCell } from './calendar_cell';
import type { CalendarDay } from './calendar_days';
import { MiniDay } from './mini_day';

interface CalendarProps {
  readonly days: readonly CalendarDay[];
  /** The tested day, the last of the calendar. */
  readonly tested: Day;
  readonly today: Hours;
  readonly lengths: readonly number[];
  readonly flagged: readonly number[];
  readonly top: number;
  readonly onToggle: (day: Day) => void;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

function Weekdays({ tested }: { readonly tested: Day }) {
  return (
    <>
      {WEEKDAYS.map((weekday) => (
        <span
          key={weekday}
          className={weekday === weekdayOf(tested) ? 'lwWeekday lwWeekday-tested' : 'lwWeekday'}
          aria-hidden="true"
        >
          {weekdayWords(weekday).slice(0, 3)}
        </span>
      ))}
    </>
  );
}

function Tested({ tested, today, lengths, flagged, top }: CalendarProps) {
  const label = translate('logwave.days.tested', {
    defaultMessage: '{day}, the tested day',
    values: { day: longDay(tested) },
  });
  return (
    <div className="lwDay lwDay-tested" role="img" aria-label={label}>
      <span className="lwDay-head">
        <span>{shortDay(tested)}</span>
      </span>
      <MiniDay counts={today} lengths={lengths} top={top} isHatched={false} flagged={flagged} />
    </div>
  );
}

/** The training days as small multiples on one scale, week by week, the tested day last. */
export function Calendar(props: CalendarProps) {
  const { days, tested, top, onToggle } = props;
  const first = days[0]?.day ?? tested;
  const byDay = new Map(days.map((day) => [day.day, day]));
  const cellOf = (day: Day | undefined, place: number) => {
    const known = day === undefined ? undefined : byDay.get(day);
    if (day === tested) return <Tested key={day} {...props} />;
    if (known === undefined) return <span key={day ?? place} />;
    return (
      <CalendarCell key={day} day={known} isFirst={day === first} top={top} onToggle={onToggle} />
    );
  };
  return (
    <div
      className="lwCalendar"
      role="group"
      aria-label={translate('logwave.days.label', { defaultMessage: 'Training days' })}
    >
      <Weekdays tested={tested} />
      {calendarWeeks(first, tested).flat().map(cellOf)}
    </div>
  );
}
