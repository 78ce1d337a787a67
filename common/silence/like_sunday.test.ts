import { type OfficeDay, officeDay, quietTogether } from './like_sunday';
import { likeSundayWords } from './silence_words';
import { isWeekendSlot, slotOf, wallHourOf } from './wall_hour';

const MONDAY = wallHourOf('2026-03-02');

function offices(quiet: number, open: number, notDue = 0): OfficeDay[] {
  return [
    ...Array<OfficeDay>(quiet).fill('quiet'),
    ...Array<OfficeDay>(open).fill('open'),
    ...Array<OfficeDay>(notDue).fill('not due'),
  ];
}

describe('office sources that are quiet together', () => {
  it('are a holiday where most of them are', () => {
    expect(quietTogether(offices(9, 2))).toEqual({ quiet: 9, of: 11 });
    expect(likeSundayWords({ quiet: 9, of: 11 })).toBe(
      'quiet like a Sunday, as are 9 of 11 office sources',
    );
  });

  it('are none if one or half of them are', () => {
    expect(quietTogether(offices(1, 10))).toBeUndefined();
    expect(quietTogether(offices(3, 3))).toBeUndefined();
  });

  it('are none if there are only two', () => {
    expect(quietTogether(offices(2, 0))).toBeUndefined();
  });

  it('are undecided while most should not have been active yet', () => {
    expect(quietTogether(offices(1, 0, 5))).toBe('early');
    expect(quietTogether(offices(4, 0, 2))).toEqual({ quiet: 4, of: 4 });
    expect(quietTogether(offices(1, 1, 4))).toBeUndefined();
  });
});

describe('the day of an office source', () => {
  const weights = Float64Array.from({ length: 168 }, (_, slot) =>
    !isWeekendSlot(slot) && slot % 24 >= 8 && slot % 24 < 17 ? 1.5 : 0.01,
  );
  const dayAt = (clock: number, spoken: readonly number[] = []): OfficeDay =>
    officeDay({ weights }, (hour) => spoken.includes(hour - MONDAY), MONDAY + clock);

  it('is quiet once two office hours are over without events', () => {
    expect(dayAt(9)).toBe('not due');
    expect(dayAt(10)).toBe('quiet');
    expect(dayAt(24)).toBe('quiet');
  });

  it('is opened by an event in office hours, not by one at night', () => {
    expect(dayAt(12, [8])).toBe('open');
    expect(dayAt(12, [3])).toBe('quiet');
  });

  it('is not due on a weekend', () => {
    const saturday = MONDAY + 5 * 24 + 20;
    expect(slotOf(saturday)).toBe(6 * 24 + 20);
    expect(officeDay({ weights }, () => false, saturday)).toBe('not due');
  });
});
