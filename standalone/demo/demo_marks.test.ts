import { addDays, weekdayOf } from '../../common/time';
import { calendarDay } from './demo_marks';

describe('the day of the calendar in the demo', () => {
  it('is the last working day more than a week before, whatever the weekday', () => {
    const days = Array.from({ length: 7 }, (_, place) => addDays('2026-11-22', place));
    expect(days.map((day) => [weekdayOf(day), calendarDay(day)])).toEqual([
      [0, '2026-11-13'],
      [1, '2026-11-13'],
      [2, '2026-11-16'],
      [3, '2026-11-17'],
      [4, '2026-11-18'],
      [5, '2026-11-19'],
      [6, '2026-11-20'],
    ]);
  });
});
