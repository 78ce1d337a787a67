import { zoneOffsetAt } from '../time';
import { dayOfWallHour, instantOf, slotOf, wallHourAt, wallHourOf } from './wall_hour';

describe('wall-clock hours', () => {
  it.each(['UTC', 'Europe/Vienna', 'Asia/Kolkata', 'America/Toronto'])(
    'lead from an instant and back in %s',
    (zone) => {
      for (const text of ['2026-01-01T00:00Z', '2026-07-14T13:58Z', '2025-12-31T23:59Z']) {
        const instant = Date.parse(text);
        expect(instantOf(wallHourAt(instant, zone), zone)).toBe(instant);
      }
    },
  );

  it.each([
    ['UTC', '2026-03-02T00:00Z'],
    ['Europe/Vienna', '2026-03-29T01:00Z'],
    ['America/Toronto', '2026-11-01T06:00Z'],
    // Clocks that change within an hour of UTC.
    ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
    ['Asia/Kathmandu', '1985-12-31T18:30Z'],
    ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
  ])('are those of the zone at each minute around a change: %s', (zone, change) => {
    const middle = Date.parse(change);
    for (let minute = -150; minute <= 150; minute += 1) {
      const instant = middle + minute * 60_000 + 17;
      const wall = instant + zoneOffsetAt(instant, zone);
      expect(wallHourAt(instant, zone)).toBe(wall / 3_600_000);
    }
  });

  it('know the weekday and the hour', () => {
    // A Tuesday.
    const hour = wallHourAt(Date.parse('2026-11-24T13:58Z'), 'UTC');
    expect(slotOf(hour)).toBe(2 * 24 + 13);
    expect(dayOfWallHour(hour)).toBe('2026-11-24');
    expect(slotOf(wallHourOf('1969-12-28'))).toBe(0);
  });

  it('take an hour that the clock skips for the next one', () => {
    const skipped = wallHourOf('2026-03-29') + 2;
    expect(new Date(instantOf(skipped, 'Europe/Vienna')).toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    );
  });
});
