import { localDay } from '../../time/local_day';
import { hourlyCounts } from './hourly_counts';
import { knownEvents } from './logged_events';

const nothing = new Set<number>();

describe('the known events of a day', () => {
  it.each([
    ['2015-04-01', 'UTC'],
    ['2015-03-08', 'America/Toronto'],
    ['2015-11-01', 'America/Toronto'],
    ['2026-10-04', 'Australia/Lord_Howe'],
    ['2026-04-05', 'Australia/Lord_Howe'],
  ])('are those that were logged on %s in %s', (day, zone) => {
    const local = localDay(day, zone);
    const events = local.columns.map(({ length }, hour) => (length === 0 ? 0 : 7 * hour + 3));
    const logged = events.reduce((sum, count) => sum + count, 0);
    expect(knownEvents(hourlyCounts(events, local, nothing), local.columns)).toBe(logged);
  });

  it('leave out unknown hours, and are unknown if no hour is known', () => {
    expect(knownEvents([null, 4, 2.5], [])).toBe(6.5);
    expect(knownEvents([null, null], [])).toBeNull();
  });
});
