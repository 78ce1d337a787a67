import { talkDay, talkWave } from '../../test/fixtures/talk_day';
import { parseSettings } from '../settings/parse_settings';
import { addDays, daysBefore } from '../time/day';
import { localDay } from '../time/local_day';
import { assessAtLimits, assessSeries } from './assess_series';
import { generateCases } from '../../test/generator/labeled_case';
import { LEAST_SCORE_LIMIT } from '../settings/least_score_limit';
import { noFindingSentence, SOURCE_SILENT } from './words/no_finding_sentence';
import { usualRange } from './hours/flagged_hours';
import type { TrainingDay } from './hours/series_case';

const WEDNESDAY = '2015-04-01';
const { columns } = localDay(WEDNESDAY, 'UTC');
const parsed = parseSettings({ zone: 'UTC', method: 'talk' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;
const flat = (count: number): number[] => Array<number>(24).fill(count);
const wednesdays = (counts: readonly number[]): TrainingDay[] =>
  [1, 2, 3, 4].map((week) => ({ day: addDays(WEDNESDAY, -7 * week), counts }));

describe('assessSeries', () => {
  it('puts the talk’s day in words', () => {
    // A Tuesday that is louder and quieter than any Wednesday, so that nothing is clipped.
    const tuesday = flat(9).map((count, hour) => ({ 3: 80, 13: 0, 14: 0 })[hour] ?? count);
    const training = [...wednesdays(talkWave), { day: '2015-03-31', counts: tuesday }];
    expect(
      assessSeries({ day: WEDNESDAY, counts: talkDay, training }, columns, settings),
    ).toMatchObject({
      state: 'unusual',
      verdict: 'more',
      flagged: [
        { hour: 10, count: 20, events: 20, expected: 12.75, usual: [12.75, 12.75] },
        { hour: 15, count: 48, events: 48, expected: 13.5, usual: [13.5, 13.5] },
      ],
      sentence: '48 at 15:00, usually 14; 20 at 10:00, usually 13.',
      ratio: 48 / 13.5,
    });
  });

  it('calls a series new that was never seen, and says on which days', () => {
    const counts = flat(0).map((count, hour) => (hour === 6 || hour === 21 ? 1 : count));
    const sentenceOf = (training: readonly TrainingDay[]): unknown =>
      assessSeries({ day: WEDNESDAY, counts, training }, columns, settings);
    const earlier = daysBefore(WEDNESDAY, 31).map((day) => ({ day, counts: flat(0) }));
    expect(sentenceOf(earlier)).toMatchObject({
      verdict: 'new',
      difference: null,
      sentence: '1 event at 06:00, 1 at 21:00; none in 31 earlier days.',
    });
    const seen = earlier.map((one, place) => (place === 0 ? { ...one, counts: flat(1) } : one));
    expect(sentenceOf(seen)).toMatchObject({
      sentence: '1 event at 06:00, 1 at 21:00; none on a Wednesday in 31 earlier days.',
    });
    // Left out, unknown, or too old to be learned from.
    const unknown = { day: addDays(WEDNESDAY, -2), counts: flat(0).map(() => null) };
    const old = { day: addDays(WEDNESDAY, -40), counts: flat(1) };
    expect(sentenceOf([...earlier.slice(4), unknown, old])).toMatchObject({
      sentence: '1 event at 06:00, 1 at 21:00; none in 27 earlier days.',
    });
    expect(sentenceOf([])).toMatchObject({
      verdict: 'new',
      sentence: '1 event at 06:00, 1 at 21:00; no earlier day is known.',
    });
  });

  it('calls a new series new if an hour that the clock shows twice has its only event', () => {
    const autumn = localDay('2015-11-01', 'America/Toronto');
    const counts = flat(0).map((count, hour) => (hour === 1 ? 0.5 : count));
    expect(
      assessSeries({ day: '2015-11-01', counts, training: [] }, autumn.columns, settings),
    ).toMatchObject({ verdict: 'new', flagged: [{ hour: 1, events: 1 }] });
  });

  it('tells all events of a new series in an hour that the clock shows twice', () => {
    const autumn = localDay('2015-11-01', 'America/Toronto');
    const counts = flat(0).map((count, hour) => (hour === 1 ? 1.5 : count));
    const training = [{ day: '2015-10-31', counts: flat(0) }];
    for (const method of ['talk', 'calibrated'] as const) {
      expect(
        assessSeries({ day: '2015-11-01', counts, training }, autumn.columns, {
          ...settings,
          method,
        }),
      ).toMatchObject({
        verdict: 'new',
        runs: [{ from: 1, to: 2, count: 1.5, logged: { count: 3, expected: null, usual: null } }],
        sentence: '3 events at 01:00; none in 1 earlier day.',
      });
    }
  });

  it('does not say that a new series has no event if its events are judged expected', () => {
    const counts = flat(0).map((count, hour) => (hour === 6 ? 5 : count));
    const judged = { day: WEDNESDAY, counts, training: [], excused_hours: new Set([6]) };
    expect(assessSeries(judged, columns, settings)).toMatchObject({
      state: 'not_judged',
      reason: 'expected_hours',
    });
  });

  it('finds nothing unusual on a usual day', () => {
    const seriesCase = { day: WEDNESDAY, counts: talkWave, training: wednesdays(talkWave) };
    expect(assessSeries(seriesCase, columns, settings).state).toBe('usual');
  });

  it('does not assess what it does not know, nor a day without events', () => {
    const training = wednesdays(talkWave);
    const partial = [...talkDay.slice(0, 20), null, null, null, null];
    expect(
      assessSeries({ day: WEDNESDAY, counts: partial, training }, columns, settings),
    ).toMatchObject({
      state: 'not_judged',
      reason: 'unknown_hours',
    });
    const unknown = Array<null>(24).fill(null);
    const nothing = assessSeries({ day: WEDNESDAY, counts: unknown, training }, columns, settings);
    expect(nothing).toMatchObject({ state: 'not_judged', reason: 'unknown_day' });
    expect(noFindingSentence(nothing)).toBe('Not assessed: no hour of the day is known.');
    expect(noFindingSentence(nothing, true)).toBe(SOURCE_SILENT);
    expect(
      assessSeries({ day: WEDNESDAY, counts: flat(0), training }, columns, settings),
    ).toMatchObject({
      state: 'not_judged',
      reason: 'no_events',
    });
  });

  it('sees one stretch over an hour that the clock skips, by the talk’s method as well', () => {
    const spring = localDay('2015-03-08', 'America/Toronto');
    const sundays = [1, 2, 3, 4].map((week) => ({
      day: addDays('2015-03-08', -7 * week),
      counts: flat(9),
    }));
    const counts = flat(9).map((count, hour) => (hour >= 1 && hour <= 3 ? 400 : count));
    const seriesCase = { day: '2015-03-08', counts, training: sundays };
    expect(assessSeries(seriesCase, spring.columns, settings)).toMatchObject({
      verdict: 'more',
      runs: [{ from: 1, to: 4, count: 800, expected: 18, usual: [18, 18] }],
      sentence: '800 from 01:00 to 04:00, usually 18.',
      rank: { place: 1, of: 4, from: 'highest' },
    });
  });

  it('tells the events of an hour that the clock shows twice, and as many as are usual', () => {
    const autumn = localDay('2015-11-01', 'America/Toronto');
    const training = [1, 2, 3, 4].map((week) => ({
      day: addDays('2015-11-01', -7 * week),
      counts: flat(9),
    }));
    const counts = flat(9).map((count, hour) => (hour === 1 || hour === 2 ? 400 : count));
    const seriesCase = { day: '2015-11-01', counts, training };
    expect(assessSeries(seriesCase, autumn.columns, settings)).toMatchObject({
      verdict: 'more',
      runs: [{ count: 800, expected: 18, logged: { count: 1200, expected: 27, usual: [27, 27] } }],
      ratio: 1200 / 27,
      sentence: '1,200 from 01:00 to 03:00, usually 27.',
    });
  });

  it('does not flag an hour that the clock skips', () => {
    const spring = localDay('2015-03-08', 'America/Toronto');
    const counts = flat(0).map((count, hour) => (hour === 2 ? 50 : count));
    expect(
      assessSeries({ day: '2015-03-08', counts, training: [] }, spring.columns, settings),
    ).toMatchObject({
      state: 'not_judged',
      reason: 'no_events',
    });
  });
});

describe('usualRange', () => {
  it('is the middle half of the days’ sums over the hours', () => {
    const training = [2, 4, 6, 8].map((count, index) => ({
      day: `2015-03-0${index + 1}`,
      counts: flat(count),
    }));
    expect(usualRange(training, { from: 13, to: 15 })).toEqual([7, 13]);
  });

  it('leaves out days that are not known there, and is null without days', () => {
    const day = { day: '2015-03-01', counts: [null, ...flat(3).slice(1)] };
    expect(usualRange([day], { from: 0, to: 2 })).toBeNull();
    expect(usualRange([day], { from: 1, to: 2 })).toEqual([3, 3]);
  });
});

describe('assessAtLimits', () => {
  it('calls a day quiet only if the lowest threshold finds nothing, whenever it is asked', () => {
    const calibrated = { ...settings, method: 'calibrated' as const };
    const days = generateCases(5, 1);
    const atLimits = days.map((day) => assessAtLimits(day, columns, calibrated));
    const unusual = atLimits.filter(({ assess }) => assess(LEAST_SCORE_LIMIT).state === 'unusual');
    const quiet = atLimits.filter(({ isQuiet }) => isQuiet);
    expect(unusual.filter(({ isQuiet }) => isQuiet)).toEqual([]);
    expect(unusual.length).toBeGreaterThan(2);
    expect(quiet.length).toBeGreaterThan(5);
    const { score_limit } = calibrated.calibrated;
    days.forEach((day, at) => {
      const assessed = assessSeries(day, columns, calibrated);
      expect(atLimits[at]?.assess(score_limit)).toEqual(assessed);
      expect(atLimits[at]?.isUnusual(score_limit)).toBe(assessed.state === 'unusual');
    });
  });
});
