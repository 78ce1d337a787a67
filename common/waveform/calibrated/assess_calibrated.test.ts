import { parseSettings } from '../../settings/parse_settings';
import { addDays, daysBefore, weekdayOf, type Day } from '../../time/day';
import { localDay } from '../../time/local_day';
import { assessSeries, type AssessmentSettings } from '../assess_series';
import type { HourCount, SeriesCase } from '../hours/series_case';
import type { SeriesContext } from '../hours/series_context';
import { noFindingSentence } from '../words/no_finding_sentence';

const WEDNESDAY = '2015-04-01';
const { columns } = localDay(WEDNESDAY, 'UTC');
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const settings: AssessmentSettings = parsed.settings;

type CountsOf = (hour: number, age: number, weekday: number) => number;

/** A little unevenness that is the same each time: −1, 0 or 1. */
const wobble = (hour: number, age: number): number => ((hour * 7 + age * 5) % 3) - 1;

function dayOf(counts: CountsOf, day: Day, age: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => counts(hour, age, weekdayOf(day)));
}

/** A case whose training days, and the tested one but for some hours, follow one rule. */
function caseOf(
  counts: CountsOf,
  changed: Readonly<Record<number, HourCount>> = {},
  days = 31,
): SeriesCase {
  const usual = dayOf(counts, WEDNESDAY, 0);
  return {
    day: WEDNESDAY,
    counts: usual.map((count, hour) => (hour in changed ? (changed[hour] ?? null) : count)),
    training: daysBefore(WEDNESDAY, days).map((day, index) => ({
      day,
      counts: dayOf(counts, day, index + 1),
    })),
  };
}

/** A day with so few days before it. */
function firstDay(day: Day, counts: CountsOf, days = 5): SeriesCase {
  return {
    day,
    counts: dayOf(counts, day, 0),
    training: daysBefore(day, days).map((before, index) => ({
      day: before,
      counts: dayOf(counts, before, index + 1),
    })),
  };
}

const assess = (seriesCase: SeriesCase, series: SeriesContext = {}) =>
  assessSeries(seriesCase, columns, settings, series);

/** Loud by day, quiet by night, the same on all days. */
const daily: CountsOf = (hour, age) => (hour >= 8 && hour < 18 ? 40 : 12) + wobble(hour, age);
/** Loudest at noon, and never far from the hour before. */
const smooth: CountsOf = (hour, age) =>
  Math.round(50 + 40 * Math.cos(((hour - 12) * Math.PI) / 12)) + wobble(hour, age);
/** A job of 300 lines at 02:00 over a quiet stream. */
const nightly: CountsOf = (hour, age) => (hour === 2 ? 300 : 5) + wobble(hour, age);
/** Office hours on working days. */
const office: CountsOf = (hour, age, weekday) => {
  const isOpen = hour >= 8 && hour < 17 && weekday !== 0 && weekday !== 6;
  return (isOpen ? 80 : 4) + wobble(hour, age);
};
/** As an office, with nothing at weekends. */
const closed: CountsOf = (hour, age, weekday) =>
  weekday === 0 || weekday === 6 ? 0 : office(hour, age, weekday);
/** A job that runs on Wednesdays alone. */
const weekly: CountsOf = (hour, age, weekday) =>
  (hour === 3 && weekday === 3 ? 500 : 2) + Math.abs(wobble(hour, age));

describe('assessCalibrated', () => {
  it('finds nothing unusual on a usual day, and still says what was expected', () => {
    const assessment = assess(caseOf(daily));
    expect(assessment).toMatchObject({ state: 'usual', basis: '31 days', difference: null });
    expect(assessment.surprise).toBeLessThan(0.6);
    expect(assessment.surprise_by_hour).toHaveLength(24);
    expect(assessment.usual_day?.[12]).toBeCloseTo(40, 0);
    expect(assessment.usual_day?.[3]).toBeCloseTo(12, 0);
  });

  it('more: names the hour, its usual range, ratio and rank', () => {
    const assessment = assess(caseOf(daily, { 15: 160 }));
    expect(assessment).toMatchObject({
      state: 'unusual',
      verdict: 'more',
      flagged: [{ hour: 15, count: 160, events: 160 }],
      runs: [{ from: 15, to: 16, count: 160, direction: 'more' }],
      rank: { place: 1, of: 31, from: 'highest' },
      basis: '31 days',
      sentence: '160 at 15:00, usually 38–42.',
    });
    expect(assessment.state === 'unusual' && assessment.ratio).toBeCloseTo(4, 1);
    expect(assessment.surprise).toBeGreaterThan(1);
    expect(assessment.surprise_by_hour?.[15]).toBe(assessment.surprise);
  });

  it('less: fewer than usual, and the lowest of the days', () => {
    expect(assess(caseOf(daily, { 10: 8, 11: 9 }))).toMatchObject({
      verdict: 'less',
      flagged: [{ hour: 10 }, { hour: 11 }],
      rank: { place: 1, from: 'lowest' },
      sentence: '17 from 10:00 to 12:00, usually 77–83.',
    });
  });

  it('silent: nothing where events are sure', () => {
    expect(assess(caseOf(daily, { 10: 0, 11: 0, 12: 0 }))).toMatchObject({
      verdict: 'silent',
      ratio: 0,
      sentence: '0 from 10:00 to 13:00, usually 39–41 an hour.',
    });
  });

  it('moved: what is missing at one hour is there at another', () => {
    expect(assess(caseOf(nightly, { 2: 5, 6: 304 }))).toMatchObject({
      verdict: 'moved',
      shift: { hours: 4, is_whole_day: false, is_clock_change: false, due: [2] },
      sentence: 'Same shape, 4 h later: 304 at 06:00, usually at 02:00.',
    });
  });

  it('moved by a change of the clock, if there was one', () => {
    const seriesCase = caseOf(nightly, { 2: 5, 3: 301 });
    expect(assess(seriesCase, { clock_change: 1 })).toMatchObject({
      shift: { hours: 1, is_clock_change: true },
    });
    expect(assess(seriesCase, { clock_change: -1 })).toMatchObject({
      shift: { hours: 1, is_clock_change: false },
    });
  });

  it('does not call it moved when much less came than was missing', () => {
    expect(assess(caseOf(nightly, { 2: 5, 6: 100 }))).toMatchObject({
      verdict: 'more',
      shift: null,
      flagged: [{ hour: 2 }, { hour: 6 }],
    });
  });

  it('moved as a whole: one finding of the day, with the hours that showed it', () => {
    const usual = caseOf(daily);
    const later = [...usual.counts.slice(-2), ...usual.counts.slice(0, -2)];
    const assessment = assess({ ...usual, counts: later }, { clock_change: 2 });
    expect(assessment).toMatchObject({
      verdict: 'moved',
      shift: { hours: 2, is_whole_day: true, is_clock_change: true, due: [8, 9] },
      sentence: 'Same shape, the whole day 2 h later, with the change of the clock.',
    });
  });

  it('does not call a burst a day that moved, though it looks like the peak at other hours', () => {
    const wavy: CountsOf = (hour, age) =>
      (500 + 175 * Math.cos(((hour - 6) * Math.PI) / 12)) * (1 + wobble(hour, age) / 5);
    const usual = caseOf(wavy);
    const counts = usual.counts.map((count, hour) =>
      hour >= 11 && hour < 19 ? (count ?? 0) * 1.6 : count,
    );
    const assessment = assess({ ...usual, counts });
    expect(assessment).toMatchObject({ verdict: 'more', shift: null });
    expect(assessment).toMatchObject({
      sentence: expect.not.stringContaining('whole day') as string,
    });
  });

  it('finds other unusual hours on a day that moved as a whole', () => {
    const usual = caseOf(smooth);
    const later = [...usual.counts.slice(-2), ...usual.counts.slice(0, -2)];
    const counts = later.map((count, hour) => (hour === 2 ? 200 : count));
    expect(assess({ ...usual, counts })).toMatchObject({
      verdict: 'more',
      flagged: [{ hour: 2 }],
      shift: null,
      sentence: '200 at 02:00, usually 9–11. The whole day is 2 h later.',
    });
  });

  it('says that a working day was like a Sunday, and makes no finding of a holiday', () => {
    const sunday = dayOf(office, '2015-03-29', 3);
    const holiday = assess({ ...caseOf(office), counts: sunday });
    expect(holiday).toMatchObject({
      state: 'usual',
      basis: '22 working days',
      like: 'Like a Sunday: 96 events, usually 755–804.',
    });
    expect(holiday.surprise).toBeLessThan(1);
    expect(noFindingSentence(holiday)).toBe('Like a Sunday: 96 events, usually 755–804.');
  });

  it('finds what is unusual on a holiday', () => {
    const sunday = dayOf(office, '2015-03-29', 3);
    const counts = sunday.map((count, hour) => (hour === 3 ? 60 : count));
    expect(assess({ ...caseOf(office), counts })).toMatchObject({
      verdict: 'more',
      flagged: [{ hour: 3, count: 60 }],
    });
  });

  it('reads a working day without any event like a Sunday, if Sundays have none either', () => {
    const silent = { ...caseOf(closed), counts: Array<number>(24).fill(0) };
    expect(assess(silent)).toMatchObject({
      state: 'usual',
      like: 'Like a Sunday: no event, usually 754–803.',
    });
  });

  it('takes a working day without any event for a silence, if Sundays have some', () => {
    const silent = { ...caseOf(office), counts: Array<number>(24).fill(0) };
    expect(assess(silent)).toMatchObject({ state: 'unusual', verdict: 'silent' });
  });

  it('takes some silent hours of a working day for a silence, though Sundays have none', () => {
    const silent = caseOf(closed, { 11: 0, 12: 0, 13: 0, 14: 0, 15: 0, 16: 0 });
    expect(assess(silent)).toMatchObject({ state: 'unusual', verdict: 'silent' });
  });

  it('makes a finding of a Sunday that is like a working day', () => {
    const day = '2015-04-05';
    const training = daysBefore(day, 31).map((before, index) => ({
      day: before,
      counts: dayOf(office, before, index + 1),
    }));
    const counts = dayOf(office, WEDNESDAY, 0);
    expect(assess({ day, counts, training })).toMatchObject({
      verdict: 'more',
      sentence: expect.stringContaining('Like a working day: 780 events') as string,
    });
  });

  describe('compares only hours that are assessed, on a day that is like others', () => {
    const weekend: CountsOf = (hour, age, weekday) =>
      Math.round(daily(hour, age, weekday) * (weekday === 0 || weekday === 6 ? 0.6 : 1));
    /** The verdict, and the words that compare its events with what is usual. */
    const told = (assessment: ReturnType<typeof assess>): unknown =>
      assessment.state === 'unusual' && {
        verdict: assessment.verdict,
        words: /^Like a (\w+).*: ([\d,]+) events, usually ([\d,]+)–([\d,]+)\.$/
          .exec(assessment.sentence)
          ?.slice(1),
      };

    it('before it is over', () => {
      const saturday = firstDay('2015-04-04', weekend, 31);
      const counts = dayOf(weekend, WEDNESDAY, 0).map((count, hour) => (hour < 16 ? count : null));
      // Until 16:00 about 250 are usual, and more than 400 on the whole day.
      expect(told(assess({ ...saturday, counts }))).toEqual({
        verdict: 'more',
        words: ['working', '415', '245', '261'],
      });
    });

    it('if many events of it are judged expected', () => {
      const sunday = dayOf(closed, '2015-03-29', 3);
      const came = new Map([
        [3, 5000],
        [11, 78],
      ]);
      const counts = sunday.map((count, hour) => came.get(hour) ?? count);
      const judged = { ...caseOf(closed), counts, excused_hours: new Set([3]) };
      expect(told(assess(judged))).toEqual({
        verdict: 'less',
        words: ['Sunday', '78', '751', '799'],
      });
    });
  });

  it('counts no hour that is judged expected in those that moved', () => {
    const usual = caseOf(closed);
    const late = [...usual.counts.slice(-1), ...usual.counts.slice(0, -1)];
    const counts = late.map((count, hour) => (hour === 12 ? 5000 : count));
    expect(assess({ ...usual, counts, excused_hours: new Set([12]) })).toMatchObject({
      verdict: 'moved',
      sentence: expect.stringMatching(
        /^Same shape, 1 h later: 6\d\d from 09:00 to 18:00, usually from 08:00 to 17:00\.$/,
      ) as string,
    });
  });

  it('makes no finding of a day that is an hour later as a whole, as after a change of the clock', () => {
    const usual = caseOf(smooth);
    const later = [...usual.counts.slice(-1), ...usual.counts.slice(0, -1)];
    expect(assess({ ...usual, counts: later }, { clock_change: 1 })).toMatchObject({
      state: 'usual',
      like: 'Same shape, the whole day 1 h later, with the change of the clock.',
    });
  });

  it('leaves holidays of training out, so that what is missing the week after is seen', () => {
    const holidays = ['2015-03-11', '2015-03-20'];
    const withHolidays = caseOf(office, { 10: 45, 11: 45 });
    const training = withHolidays.training.map((trained) =>
      holidays.includes(trained.day)
        ? { ...trained, counts: dayOf(office, '2015-03-29', 3) }
        : trained,
    );
    const plain = assess(withHolidays).surprise ?? 0;
    const found = assess({ ...withHolidays, training });
    expect(found).toMatchObject({ verdict: 'less', flagged: [{ hour: 10 }, { hour: 11 }] });
    expect((found.surprise ?? 0) / plain).toBeGreaterThan(0.9);
  });

  it('new: each hour with an event of a series that was never seen', () => {
    const never = caseOf(() => 0, { 6: 1, 21: 2 });
    expect(assess(never)).toMatchObject({
      state: 'unusual',
      verdict: 'new',
      flagged: [{ hour: 6 }, { hour: 21 }],
      usual_day: null,
      ratio: null,
      sentence: '2 events at 21:00, 1 at 06:00; none in 31 earlier days.',
    });
    expect(assess(caseOf(() => 0))).toMatchObject({ state: 'usual' });
  });

  it('says in how many earlier days a new series had no event: only in those that are known', () => {
    const never = caseOf(() => 0, { 6: 1 });
    const sentence = (parts: Partial<SeriesCase>, series = {}): unknown =>
      assess({ ...never, ...parts }, series);
    const unknown = never.training.map((trained, place) =>
      place < 4 ? { ...trained, counts: Array<null>(24).fill(null) } : trained,
    );
    expect(sentence({ training: never.training.slice(1) })).toMatchObject({
      sentence: '1 event at 06:00; none in 30 earlier days.',
    });
    expect(sentence({ training: unknown })).toMatchObject({
      sentence: '1 event at 06:00; none in 27 earlier days.',
    });
    expect(sentence({ training: [] }, { source_days: 14 })).toMatchObject({
      sentence: '1 event at 06:00; none in 14 earlier days.',
    });
  });

  it('calls nothing new that is unknown on all earlier days', () => {
    const never = caseOf(() => 0, { 6: 1 });
    const unknown = Array<null>(24).fill(null);
    const training = never.training.map(({ day }) => ({ day, counts: unknown }));
    for (const series of [{}, { source_days: 31 }]) {
      expect(assess({ ...never, training }, series)).toMatchObject({
        state: 'not_judged',
        reason: 'few_days',
      });
    }
    const [first, ...others] = training;
    const once = {
      day: first?.day ?? '',
      counts: unknown.map((_, hour) => (hour === 9 ? 0 : null)),
    };
    expect(assess({ ...never, training: [once, ...others] })).toMatchObject({
      sentence: '1 event at 06:00; none in 1 earlier day.',
    });
  });

  it('calls nothing new while the source itself is', () => {
    expect(
      assess(
        caseOf(() => 0, { 6: 1 }),
        { source_days: 0 },
      ).state,
    ).toBe('usual');
    expect(assess({ ...caseOf(() => 0, { 6: 1 }), training: [] })).toMatchObject({
      state: 'not_judged',
      reason: 'few_days',
    });
  });

  it('assesses nothing but “new” below three days, and says so', () => {
    expect(assess(caseOf(daily, { 15: 900 }, 2))).toMatchObject({
      state: 'not_judged',
      reason: 'few_days',
      basis: '2 days: not assessed',
      surprise: null,
    });
    expect(assess(caseOf(() => 0, { 15: 9 }, 2))).toMatchObject({ verdict: 'new' });
    expect(assess(caseOf(daily, { 15: 900 }, 3))).toMatchObject({
      verdict: 'more',
      basis: '3 days',
    });
  });

  it('does not assess the first weekend, and says so', () => {
    const onSaturday = firstDay('2015-04-04', office);
    expect(assess(onSaturday)).toMatchObject({
      state: 'not_judged',
      reason: 'no_weekend_day',
      basis: '5 days: no weekend day yet',
      surprise: null,
    });
    const onSunday = firstDay('2015-04-05', office, 6);
    expect(assess(onSunday)).toMatchObject({ reason: 'one_weekend_day' });
    expect(assess(firstDay('2015-04-06', office, 7)).state).toBe('usual');
  });

  it('still says on the first weekend what is new, and what is silent that never paused', () => {
    const unseen = firstDay('2015-04-04', () => 0);
    const counts = unseen.counts.map((_, hour) => (hour === 6 ? 3 : 0));
    expect(assess({ ...unseen, counts })).toMatchObject({ verdict: 'new' });
    const steady = firstDay('2015-04-04', daily);
    const stopped = steady.counts.map((count, hour) => (hour < 15 ? count : 0));
    expect(assess({ ...steady, counts: stopped })).toMatchObject({
      verdict: 'silent',
      sentence: expect.stringContaining('0 from 15:00 to 24:00') as string,
    });
    const pausing = firstDay('2015-04-04', (hour, age, weekday) =>
      hour === 4 ? 0 : daily(hour, age, weekday),
    );
    expect(assess({ ...pausing, counts: stopped }).state).toBe('not_judged');
  });

  it('takes the weekend of the settings', () => {
    const fridays: CountsOf = (hour, age, weekday) =>
      office(hour, age, weekday === 5 || weekday === 6 ? 0 : 2);
    const onFriday = firstDay('2015-04-03', fridays, 5);
    const training = { ...settings.training, weekend: ['friday' as const, 'saturday' as const] };
    const given = { ...settings, training };
    expect(assessSeries(onFriday, columns, given)).toMatchObject({ reason: 'no_weekend_day' });
    const month = firstDay('2015-04-02', fridays, 31);
    const holiday = { ...month, counts: dayOf(fridays, '2015-04-03', 3) };
    expect(assessSeries(holiday, columns, given)).toMatchObject({
      like: expect.stringContaining('Like a Saturday') as string,
    });
  });

  it('learns a weekly job in four weeks, and compares its hour with that weekday', () => {
    expect(assess(caseOf(weekly)).state).toBe('usual');
    expect(assess(caseOf(weekly, { 3: 2 }))).toMatchObject({
      verdict: 'less',
      basis: '4 Wednesdays',
      basis_days: ['2015-03-04', '2015-03-11', '2015-03-18', '2015-03-25'],
    });
    const thursday = addDays(WEDNESDAY, 1);
    const wrongDay = caseOf((hour, age, weekday) => weekly(hour, age, (weekday + 1) % 7));
    const training = wrongDay.training.map(({ day, counts }) => ({ day: addDays(day, 1), counts }));
    const counts = dayOf(weekly, WEDNESDAY, 0);
    expect(assess({ day: thursday, counts, training }).state).toBe('unusual');
  });

  it('assesses the hours that are known, and tests no other', () => {
    const partial = caseOf(daily, { 10: 200, 20: null, 21: null, 22: null, 23: null });
    const assessment = assess(partial);
    expect(assessment).toMatchObject({ verdict: 'more', flagged: [{ hour: 10 }] });
    expect(assessment.surprise_by_hour?.slice(19)).toEqual([
      expect.any(Number),
      null,
      null,
      null,
      null,
    ]);
    const unknown = { ...partial, counts: Array<null>(24).fill(null) };
    expect(assess(unknown)).toMatchObject({ state: 'not_judged', reason: 'unknown_day' });
    expect(noFindingSentence(assess(unknown))).toBe('Not assessed: no hour of the day is known.');
  });

  it('does not learn from hours that are not known', () => {
    const { training, ...tested } = caseOf(daily);
    const gaps = training.map(({ day, counts }, index) => ({
      day,
      counts: index < 10 ? counts.map((count, hour) => (hour > 20 ? null : count)) : counts,
    }));
    expect(assess({ ...tested, training: gaps })).toMatchObject({ state: 'usual' });
  });

  it('does not assess an hour that no training day knows', () => {
    const { training, ...tested } = caseOf(daily, { 3: 0, 15: 160 });
    const without = (...unknown: number[]) =>
      training.map(({ day, counts }) => ({
        day,
        counts: counts.map((count, hour) => (unknown.includes(hour) ? null : count)),
      }));
    const assessment = assess({ ...tested, training: without(3) });
    expect(assessment).toMatchObject({ verdict: 'more', flagged: [{ hour: 15 }] });
    expect(assessment.surprise_by_hour?.[3]).toBeNull();
    const [first] = training;
    const once = without(3).map((day, place) => (place === 0 && first ? first : day));
    expect(assess({ ...tested, training: once })).toMatchObject({
      flagged: [{ hour: 3 }, { hour: 15 }],
    });
  });

  it('does not assess an hour of a Sunday that working days alone know', () => {
    const sunday = firstDay('2015-04-05', office, 31);
    const training = sunday.training.map(({ day, counts }) => ({
      day,
      counts: counts.map((count, hour) => (hour === 12 && weekdayOf(day) % 6 === 0 ? null : count)),
    }));
    const assessment = assess({ ...sunday, training });
    expect(assessment.state).toBe('usual');
    expect(assessment.surprise_by_hour?.[12]).toBeNull();
  });

  it('takes nothing for silent whose hours no training day knows', () => {
    const saturday = firstDay('2015-04-04', () => 10);
    const training = saturday.training.map(({ day, counts }) => ({
      day,
      counts: counts.map((count, hour) => (hour === 5 ? count : null)),
    }));
    const silent = { ...saturday, counts: Array<number>(24).fill(0), training };
    expect(assess(silent)).toMatchObject({ state: 'not_judged', reason: 'no_weekend_day' });
    const other = silent.counts.map((count, hour) => (hour === 5 ? null : count));
    const unlearned = assess({ ...silent, counts: other });
    expect(unlearned).toMatchObject({ reason: 'unlearned_hours' });
    expect(noFindingSentence(unlearned)).toBe(
      'Not assessed: no training day to compare with is known in the same hours.',
    );
  });

  it('does not assess an hour that the clock skips', () => {
    const spring = localDay('2015-03-08', 'America/Toronto');
    const seriesCase = caseOf(daily, { 2: 500 });
    const skipped = assessSeries(seriesCase, spring.columns, settings);
    expect(skipped.state).toBe('usual');
    expect(skipped.surprise_by_hour?.[2]).toBeNull();
  });

  it('sees one stretch over an hour that the clock skips, whose counts are in no sum', () => {
    const spring = localDay('2015-03-08', 'America/Toronto');
    const loud = assessSeries(
      caseOf(daily, { 0: 90, 1: 90, 2: 90, 3: 90 }),
      spring.columns,
      settings,
    );
    expect(loud).toMatchObject({ verdict: 'more', runs: [{ from: 0, to: 4, count: 270 }] });
    if (loud.state !== 'unusual') throw new Error('a finding was expected');
    const [run] = loud.runs;
    expect(run?.expected).toBeCloseTo(36, 0);
    expect(run?.usual?.[0]).toBeLessThan(37);
    expect(run?.usual?.[1]).toBeLessThan(48);
    expect(loud.rank).toEqual({ place: 1, of: loud.basis_days.length, from: 'highest' });
    const silent = caseOf(() => 40, { 0: 0, 1: 0, 2: 0, 3: 0 });
    expect(assessSeries(silent, spring.columns, settings)).toMatchObject({
      verdict: 'silent',
      runs: [{ from: 0, to: 4, count: 0 }],
      sentence: '0 from 00:00 to 04:00, usually 39–41 an hour.',
    });
    const both = caseOf(daily, { 1: 90, 2: 90, 3: 90, 16: 900, 20: 900 });
    expect(assessSeries(both, spring.columns, settings)).toMatchObject({
      sentence: expect.stringMatching(/^900 at \d\d:00, .*; and 2 more hours\.$/) as string,
    });
  });

  it('shows the events of a doubled hour, which counts as one', () => {
    const autumn = localDay('2015-11-01', 'America/Toronto');
    const assessment = assessSeries(caseOf(daily, { 1: 90 }), autumn.columns, settings);
    expect(assessment).toMatchObject({
      flagged: [{ hour: 1, count: 90, events: 180 }],
      sentence: '180 at 01:00, usually 22–26.',
    });
  });

  it('tells the events of hours of which one is doubled, in every sentence', () => {
    const autumn = localDay('2015-11-01', 'America/Toronto');
    const assessed = (seriesCase: SeriesCase) => assessSeries(seriesCase, autumn.columns, settings);
    const silent = caseOf(() => 40, { 1: 0 });
    expect(assessed(silent)).toMatchObject({ sentence: '0 at 01:00, usually 76–84.' });
    // A job at 05:00 comes at the doubled hour.
    const job: CountsOf = (hour, age) => (hour === 5 ? 400 : 12) + wobble(hour, age);
    expect(assessed(caseOf(job, { 1: 400, 5: 12 }))).toMatchObject({
      verdict: 'moved',
      sentence: expect.stringContaining('800 at 01:00') as string,
    });
    // Working days have 10 times the events of a Sunday.
    const office: CountsOf = (hour, age, weekday) =>
      (weekday === 0 || weekday === 6 ? 4 : 40) + wobble(hour, age);
    const quiet = Object.fromEntries(autumn.columns.map((_, hour) => [hour, 4]));
    const assessment = assessed(caseOf(office, quiet));
    if (assessment.state !== 'usual') throw new Error('a Sunday was expected');
    const words = /^Like a Sunday: 100 events, usually (.*)–(.*)\.$/.exec(assessment.like ?? '');
    const [low, high] = (words ?? []).slice(1).map((text) => Number(text.replace(',', '')));
    expect(low).toBeGreaterThan(960);
    expect(low).toBeLessThan(1000);
    expect(high).toBeGreaterThan(1000);
    expect(high).toBeLessThan(1040);
  });

  it('refuses counts that are not counts', () => {
    for (const bad of [Number.NaN, -1, Infinity]) {
      expect(() => assess(caseOf(daily, { 5: bad }))).toThrow(RangeError);
      const { training, ...tested } = caseOf(daily);
      const spoilt = training.map((trained, index) =>
        index === 3 ? { ...trained, counts: trained.counts.map(() => bad) } : trained,
      );
      expect(() => assess({ ...tested, training: spoilt })).toThrow(RangeError);
    }
  });
});
