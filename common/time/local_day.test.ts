import fc from 'fast-check';
import { MS_PER_HOUR } from './units';
import { addDays, isDay, weekdayOf } from './day';
import { binsOf, columnFinder } from './day_bins';
import { dayAt, hourAt, localDay } from './local_day';
import { isZone } from './zone';

const lengths = (day: string, zone: string): number[] =>
  localDay(day, zone).columns.map((column) => column.length);
const ordinary = Array<number>(24).fill(1);
const withHour = (hour: number, length: number): number[] =>
  ordinary.map((one, index) => (index === hour ? length : one));

describe('localDay', () => {
  it('has 24 hours of one hour on an ordinary day', () => {
    expect(lengths('2015-04-01', 'America/Toronto')).toEqual(ordinary);
    expect(localDay('2015-04-01', 'America/Toronto').from).toBe(Date.parse('2015-04-01T04:00Z'));
  });

  it('knows days of the first centuries, which are not those of the 1900s', () => {
    expect(lengths('0002-11-27', 'UTC')).toEqual(ordinary);
    expect(localDay('0099-05-05', 'UTC').from).toBe(Date.parse('0099-05-05T00:00Z'));
    expect(dayAt(Date.parse('0002-11-27T12:00Z'), 'Europe/Vienna')).toBe('0002-11-27');
  });

  it('has no 02:00 on the day the clock goes forward', () => {
    const day = localDay('2015-03-08', 'America/Toronto');
    expect(day.columns.map((column) => column.length)).toEqual(withHour(2, 0));
    expect(day.to - day.from).toBe(23 * MS_PER_HOUR);
  });

  it('has 01:00 for two hours on the day the clock goes back', () => {
    const day = localDay('2015-11-01', 'America/Toronto');
    expect(day.columns.map((column) => column.length)).toEqual(withHour(1, 2));
    expect(day.columns[1]?.ranges).toEqual([
      { from: Date.parse('2015-11-01T05:00Z'), to: Date.parse('2015-11-01T07:00Z') },
    ]);
  });

  it('begins at half past the hour of UTC in Asia/Kolkata', () => {
    const day = localDay('2026-11-23', 'Asia/Kolkata');
    expect(day.from).toBe(Date.parse('2026-11-22T18:30Z'));
    expect(binsOf(day)).toEqual({ interval: MS_PER_HOUR, offset: MS_PER_HOUR / 2 });
  });

  it('follows the half-hour change of Lord Howe', () => {
    expect(lengths('2026-10-04', 'Australia/Lord_Howe')).toEqual(withHour(2, 0.5));
    expect(lengths('2026-04-05', 'Australia/Lord_Howe')).toEqual(withHour(1, 1.5));
    expect(binsOf(localDay('2026-04-05', 'Australia/Lord_Howe')).interval).toBe(MS_PER_HOUR / 2);
  });

  it('keeps an hour in two ranges when midnight is passed twice', () => {
    const day = localDay('2006-10-28', 'America/St_Johns');
    expect(day.columns.reduce((sum, column) => sum + column.length, 0)).toBeCloseTo(
      (day.to - day.from) / MS_PER_HOUR - 1 / 60,
    );
    expect(day.columns[23]?.ranges).toHaveLength(2);
  });

  it('refuses a day that the calendar, or the zone, does not have', () => {
    expect(() => localDay('2015-02-30', 'UTC')).toThrow(/not a day/);
    expect(() => localDay('2011-12-30', 'Pacific/Apia')).toThrow('does not exist in Pacific/Apia');
  });

  it('agrees with the wall clock at every bin of every day', () => {
    const zones = [
      'UTC',
      'America/Toronto',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.constantFrom(...zones), (offset, zone) => {
        const day = localDay(addDays('2010-01-01', offset), zone);
        const columnAt = columnFinder(day);
        const { interval } = binsOf(day);
        for (let instant = day.from; instant < day.to; instant += interval) {
          expect(columnAt(instant)).toBe(hourAt(instant, zone));
          expect(dayAt(instant, zone)).toBe(day.day);
        }
        expect(columnAt(day.from - 1)).toBeUndefined();
        expect(columnAt(day.to)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

describe('days and zones', () => {
  it('knows which texts are days', () => {
    expect(['2024-02-29', '2023-02-29', '1 April', '2015-4-1'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('counts weekdays from Sunday', () => {
    expect(weekdayOf('2015-04-01')).toBe(3);
  });

  it('knows which names are zones', () => {
    expect(['Europe/Vienna', 'Mars/Olympus', ''].map(isZone)).toEqual([true, false, false]);
  });
});
