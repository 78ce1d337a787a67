import { assessSeries } from '../waveform';
import { withoutDays, type SeriesCase } from '../waveform/hours';
import { settingsSchema } from '../settings';
import { addDays, daysBefore, localDay, weekdayOf } from '../time';
import { type CalendarDay, type CalendarMeaning, decisiveDays, sourceCalendar } from '.';

/** A Wednesday. */
const DAY = '2015-04-01';
const { columns } = localDay(DAY, 'UTC');
const flat = (count: number): number[] => Array<number>(24).fill(count);

function dayOf(means: CalendarMeaning, more: Partial<CalendarDay> = {}): CalendarDay {
  return { day: DAY, means, sources: null, hours: null, name: 'Feast', ...more };
}

/** Working days have 100 events an hour, the weekend 10. */
function caseOf(
  today: readonly number[],
  odd: Readonly<Record<string, number[]>> = {},
): SeriesCase {
  const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));
  const training = daysBefore(DAY, 31).map((day) => ({
    day,
    counts: odd[day] ?? flat(isWeekend(day) ? 10 : 100),
  }));
  return { day: DAY, counts: today, training };
}

function assessed(
  given: SeriesCase,
  calendar: readonly CalendarDay[],
  method: 'calibrated' | 'talk',
) {
  const settings = settingsSchema.parse({ method });
  const { applied } = sourceCalendar(calendar, 'syslog', DAY);
  return assessSeries(applied(given), columns, settings, {});
}

describe.each(['calibrated', 'talk'] as const)('a calendar, by the %s method,', (method) => {
  it('says that a day is not assessed, also of a series that is new', () => {
    const left = { state: 'not_judged', reason: 'calendar' };
    expect(assessed(caseOf(flat(900)), [dayOf('not_assessed')], method)).toMatchObject(left);
    const none = daysBefore(DAY, 31).map((day) => ({ day, counts: flat(0) }));
    const fresh = { ...caseOf(flat(9)), training: none };
    expect(assessed(fresh, [dayOf('not_assessed')], method)).toMatchObject(left);
  });

  it('has nothing learned from days that are not to be learned from', () => {
    const outage = addDays(DAY, -7);
    const given = caseOf(flat(100), { [outage]: flat(900) });
    const omitted = dayOf('not_learned_from', { day: outage });
    const without = assessed(withoutDays(given, [outage]), [], method);
    expect(assessed(given, [omitted], method)).toEqual(without);
  });

  it('changes nothing where it says nothing about the source', () => {
    const given = caseOf(flat(100));
    const other = (['like_sunday', 'not_assessed', 'not_learned_from'] as const).map((means) =>
      dayOf(means, { sources: ['ossec'] }),
    );
    expect(assessed(given, other, method)).toEqual(assessed(given, [], method));
  });
});

describe('a calendar, by the calibrated method,', () => {
  const method = 'calibrated';

  it('has a holiday compared with Sundays: its quiet is usual, and its noise is not', () => {
    const quiet = caseOf(flat(10));
    expect(assessed(quiet, [dayOf('like_sunday')], method)).toMatchObject({ state: 'usual' });
    expect(assessed(quiet, [dayOf('like_sunday')], method)).not.toHaveProperty('like');
    const noon = flat(10).map((count, hour) => (hour === 12 ? 200 : count));
    expect(assessed(caseOf(noon), [dayOf('like_sunday')], method)).toMatchObject({
      state: 'unusual',
      flagged: [{ hour: 12 }],
    });
  });

  it('has earlier holidays train Sundays, and working days without them', () => {
    const holiday = addDays(DAY, -7);
    const given = caseOf(flat(100), { [holiday]: flat(10) });
    const feast = dayOf('like_sunday', { day: holiday });
    const before = assessed(given, [], method);
    const after = assessed(given, [feast], method);
    expect(before.usual_day?.[12]).toBeLessThan(100);
    expect(after.usual_day?.[12]).toBeCloseTo(100, 0);
    const today = dayOf('like_sunday');
    expect(
      assessed(caseOf(flat(10), { [holiday]: flat(10) }), [feast, today], method),
    ).toMatchObject({
      state: 'usual',
      basis_days: expect.arrayContaining([holiday]) as unknown,
    });
  });

  it('leaves out hours of a maintenance window, and no others', () => {
    const loud = flat(100).map((count, hour) => (hour === 3 || hour === 15 ? 3_000 : count));
    const window = dayOf('not_assessed', { hours: [2, 3] });
    const flagged = (calendar: readonly CalendarDay[]): number[] => {
      const assessment = assessed(caseOf(loud), calendar, method);
      return assessment.state === 'unusual' ? assessment.flagged.map(({ hour }) => hour) : [];
    };
    expect(flagged([])).toEqual([3, 15]);
    expect(flagged([window])).toEqual([15]);
    expect(flagged([{ ...window, sources: ['ossec'] }])).toEqual([3, 15]);
  });
});

describe("a calendar, by the talk's method,", () => {
  it('compares a holiday with Sundays and earlier holidays only', () => {
    const feast = addDays(DAY, -7);
    const both = [dayOf('like_sunday'), dayOf('like_sunday', { day: feast })];
    const { basis_days: days } = assessed(caseOf(flat(10)), both, 'talk');
    expect(days.filter((day) => weekdayOf(day) !== 0)).toEqual([feast]);
    expect(days).toHaveLength(6);
  });
});

describe('the words and the name of calendar days', () => {
  it('name the event, and say what it does to the day', () => {
    const wordsOf = (...days: CalendarDay[]) => sourceCalendar(days, 'syslog', DAY).words;
    expect(wordsOf(dayOf('not_assessed'))).toEqual(['not assessed, Feast in the calendar']);
    expect(wordsOf(dayOf('not_assessed', { hours: [3, 4] }))).toEqual([
      '2 of its hours not assessed, Feast in the calendar',
    ]);
    expect(wordsOf(dayOf('like_sunday'))).toEqual(['read like a Sunday, Feast in the calendar']);
    expect(wordsOf(dayOf('not_learned_from'))).toEqual([]);
  });

  it('depend neither on the order of the days nor on what they are called', () => {
    const a = dayOf('not_assessed', { sources: ['b', 'a'] });
    const b = dayOf('like_sunday', { day: addDays(DAY, -1) });
    const renamed = { ...a, sources: ['a', 'b'], name: 'Other' };
    expect(decisiveDays([a, b])).toEqual(decisiveDays([b, renamed, a]));
  });
});
