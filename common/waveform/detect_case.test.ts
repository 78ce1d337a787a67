import { addDays, weekdayOf } from '../time/day';
import { settingsSchema } from '../settings/settings';
import {
  contextOf,
  detectCase,
  detectCaseSchema,
  seriesCaseOf,
  type DetectCase,
} from './detect_case';
import { assessSeries } from './assess_series';
import { localDay } from '../time/local_day';

const WEDNESDAY = '2015-04-01';
const settings = settingsSchema.parse({});
const { columns } = localDay(WEDNESDAY, 'UTC');
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Loud by day on working days, with a little unevenness that is the same each time. */
const officeCount = (hour: number, age: number, weekday: number): number =>
  (hour >= 8 && hour < 17 && weekday % 6 !== 0 ? 80 : 4) + ((hour * 7 + age * 5) % 3) - 1;

function officeDay(date: string, age: number): number[] {
  return HOURS.map((hour) => officeCount(hour, age, weekdayOf(date)));
}

function caseWith(test: readonly number[], parts: Partial<DetectCase> = {}): DetectCase {
  const train = Array.from({ length: 31 }, (_, place) => {
    const date = addDays(WEDNESDAY, place - 31);
    return { date, counts: officeDay(date, 31 - place) };
  });
  return detectCaseSchema.parse({ id: 'a', date: WEDNESDAY, test, train, ...parts });
}

const detect = (given: DetectCase) => detectCase(seriesCaseOf(given), settings, contextOf(given));
const hoursOf = (given: DetectCase): number[] => detect(given).flags.map(({ hour }) => hour);

describe('detectCase', () => {
  it('flags the hours that the product tags, on a day that moved as a whole, too', () => {
    const usual = officeDay(WEDNESDAY, 0);
    const given = caseWith([...usual.slice(-3), ...usual.slice(0, -3)]);
    const assessed = assessSeries(seriesCaseOf(given), columns, settings);
    if (assessed.state !== 'unusual') throw new Error('the day is not a finding');
    expect(assessed.shift).toMatchObject({ hours: 3, is_whole_day: true });
    expect(hoursOf(given)).toEqual(assessed.flagged.map(({ hour }) => hour));
    expect(hoursOf(given)).toEqual([8, 9, 10, 17, 18, 19]);
  });

  it('flags no hour of a working day that is like a Sunday, since the product makes it no finding', () => {
    const given = caseWith(officeDay('2015-03-29', 3));
    expect(hoursOf(given)).toEqual([]);
    expect(assessSeries(seriesCaseOf(given), columns, settings).state).toBe('usual');
  });

  it('takes a case without training days for a series never seen, where its source logged before', () => {
    const test = HOURS.map((hour) => (hour === 5 || hour === 20 ? 2 : 0));
    expect(hoursOf(caseWith(test, { train: [], source_days: 31 }))).toEqual([5, 20]);
    expect(hoursOf(caseWith(test, { train: [], source_days: 1 }))).toEqual([5, 20]);
  });

  it('says nothing without training days of a source that is new itself, or not given', () => {
    const test = HOURS.map((hour) => (hour === 5 ? 2 : 0));
    expect(hoursOf(caseWith(test, { train: [], source_days: 0 }))).toEqual([]);
    expect(hoursOf(caseWith(test, { train: [] }))).toEqual([]);
    const { train } = caseWith(test);
    const unknown = train.map(({ date }) => ({ date, counts: Array<null>(24).fill(null) }));
    expect(hoursOf(caseWith(test, { train: unknown }))).toEqual([]);
  });
});
