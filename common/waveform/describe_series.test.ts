import { settingsSchema } from '../settings/settings';
import { localDay } from '../time/local_day';
import { addDays } from '../time/day';
import { describeSeries } from './describe_series';
import { hourlyCounts } from './hours/hourly_counts';

const settings = settingsSchema.parse({});
const ZONE = 'America/Toronto';
const TEN_AN_HOUR = new Array<number>(24).fill(10);
const nothing = new Set<number>();

/** A series of 10 events an hour on a day and the 31 days before it. */
function described(day: string) {
  const tested = localDay(day, ZONE);
  // The hour that the clock skips has no event, the one that it shows twice has 20.
  const events = tested.columns.map(({ length }) => 10 * length);
  const training = Array.from({ length: 31 }, (_, back) => ({
    day: addDays(day, back - 31),
    counts: TEN_AN_HOUR,
  }));
  const seriesCase = { day, counts: hourlyCounts(events, tested, nothing), training };
  return describeSeries(seriesCase, tested.columns, settings);
}

describe('the totals of a series', () => {
  it.each([
    ['2015-03-08', 230],
    ['2015-04-01', 240],
    ['2015-11-01', 250],
  ])('are the events that were logged on %s, and as many as are usual', (day, events) => {
    const { total, usual_total: usual } = described(day);
    expect(total).toBe(events);
    expect(usual).toBeCloseTo(events, 0);
  });
});
