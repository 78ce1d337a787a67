import fc from 'fast-check';
import { naiveContributions, naiveDifference } from '../../../test/naive/talk';
import { talkDay, talkWave } from '../../../test/fixtures/talk_day';
import { talkSettingsSchema } from '../../settings/settings';
import { addDays } from '../../time/day';
import type { SeriesCase, TrainingDay } from '../hours/series_case';
import { compareDays } from './compare_days';
import { flagTalk } from './flag_talk';
import { scoreTalk } from './score_talk';
import { trainingWave } from './training_wave';
import { transformDay } from './transformed_day';

const settings = talkSettingsSchema.parse({});
const WEDNESDAY = '2015-04-01';
const flat = (count: number): number[] => Array<number>(24).fill(count);
const at = (hours: Readonly<Record<number, number>>, rest = 0): number[] =>
  flat(rest).map((count, hour) => hours[hour] ?? count);
const weeksBefore = (weeks: number, counts: readonly (number | null)[]): TrainingDay => ({
  day: addDays(WEDNESDAY, -7 * weeks),
  counts,
});
const flagsOf = (seriesCase: SeriesCase) => flagTalk(scoreTalk(seriesCase, 31, settings), settings);

describe('the talk’s own day', () => {
  it('differs from its Wednesday by 0.539', () => {
    expect(compareDays(talkDay, talkWave, 5).difference).toBeCloseTo(0.538976326886, 12);
  });

  it('has the amplitudes and gaps of the worked example', () => {
    const tabled = [
      [287, 268.5, 18.5],
      [59.64786, 25.359008, 34.288852],
      [29.933282, 30.043591, 0.110309],
      [13.060769, 27.933966, 14.873196],
      [44.799554, 14.626602, 30.172951],
    ];
    const [x, t] = [transformDay(talkDay, 5), transformDay(talkWave, 5)];
    const { undivided, gaps } = compareDays(talkDay, talkWave, 5);
    tabled.forEach(([day, wave, gap], k) => {
      expect(x.amplitudes[k]).toBeCloseTo(day ?? NaN, 6);
      expect(t.amplitudes[k]).toBeCloseTo(wave ?? NaN, 6);
      expect(gaps[k]).toBeCloseTo(gap ?? NaN, 6);
    });
    expect(5 * undivided).toBeCloseTo(39.416962, 6);
  });

  it.each([
    [10, 0.402838910616],
    [15, 0.297855048472],
  ])('differs less with hour %i as usual', (replaced, difference) => {
    const day = talkDay.map((count, hour) => (hour === replaced ? (talkWave[hour] ?? NaN) : count));
    expect(compareDays(day, talkWave, 5).difference).toBeCloseTo(difference, 12);
  });

  it('owes that to the hours 10 and 15', () => {
    const { contributions } = compareDays(talkDay, talkWave, 5);
    expect(contributions[10]).toBeCloseTo(0.252585149809, 12);
    expect(contributions[15]).toBeCloseTo(0.44736895924, 12);
  });

  it('is flagged at these two hours and no other', () => {
    const { contributions, difference } = compareDays(talkDay, talkWave, 5);
    const score = {
      kind: 'compared',
      counts: talkDay,
      wave: talkWave,
      days: [],
      difference,
      contributions,
    };
    expect(flagTalk({ ...score, kind: 'compared' }, settings)).toEqual([
      { hour: 10, score: contributions[10], direction: 'high' },
      { hour: 15, score: contributions[15], direction: 'high' },
    ]);
  });
});

describe('the difference', () => {
  it('is infinite where the usual day has no fourth component and the day differs', () => {
    expect(compareDays(at({ 3: 20 }, 9), flat(9), 5).difference).toBe(Infinity);
  });

  it('is 0 between equal constant days', () => {
    expect(compareDays(flat(9), flat(9), 5).difference).toBe(0);
    expect(compareDays(flat(0), flat(0), 5).difference).toBe(0);
  });

  it('agrees with the definition on random days', () => {
    fc.assert(
      fc.property(counts24, counts24, (day, wave) => {
        const naive = naiveDifference(day, wave, 5);
        fc.pre(Number.isFinite(naive) && naive < 1e6);
        expect(compareDays(day, wave, 5).difference).toBeCloseTo(naive, 6);
      }),
    );
  });
});

const counts24 = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 24, maxLength: 24 });

describe('the contributions', () => {
  it('agrees with replacing each hour and transforming again', () => {
    fc.assert(
      fc.property(counts24, counts24, (day, wave) => {
        const naive = naiveContributions(day, wave, 5);
        fc.pre(naive.every((share) => Math.abs(share) < 1e3));
        compareDays(day, wave, 5).contributions.forEach((share, hour) =>
          expect(share).toBeCloseTo(naive[hour] ?? Number.NaN, 6),
        );
      }),
    );
  });

  it('is finite where the difference is not', () => {
    const { contributions } = compareDays(at({ 3: 20 }, 9), flat(9), 5);
    expect(contributions[3]).toBeCloseTo(1, 9);
    expect(contributions.every(Number.isFinite)).toBe(true);
  });

  it('is 0 everywhere when nothing differs', () => {
    expect(compareDays(flat(4), flat(4), 5).contributions).toEqual(flat(0));
  });
});

describe('trainingWave', () => {
  const waveOf = (training: TrainingDay[]) =>
    trainingWave({ day: WEDNESDAY, counts: flat(1), training }, 31, settings);

  it('is the mean of the same weekday, days without an event left out', () => {
    const training = [weeksBefore(1, flat(8)), weeksBefore(2, flat(10)), weeksBefore(3, flat(0))];
    expect(waveOf(training)).toEqual({ wave: flat(9), days: ['2015-03-18', '2015-03-25'] });
  });

  it('is clipped to the percentiles of the mean over the weekdays', () => {
    const wednesdays = [1, 2].map((week) => weeksBefore(week, at({ 5: 100 }, 10)));
    const tuesday = { day: '2015-03-31', counts: flat(10) };
    // Mean over the two weekdays: 55 at 05:00, else 10; its 99th percentile is 10 + 0.77 · 45.
    expect(waveOf([...wednesdays, tuesday])?.wave[5]).toBeCloseTo(44.65, 9);
  });

  it('is truncated to whole numbers where the weekday has one day', () => {
    const wave = waveOf([
      weeksBefore(1, at({ 5: 100 }, 10)),
      { day: '2015-03-31', counts: flat(10.5) },
    ]);
    expect(wave?.wave[5]).toBe(44);
    expect(wave?.wave[0]).toBe(10);
  });

  it('does not look back further than the training days', () => {
    expect(waveOf([weeksBefore(5, flat(8))])).toBeUndefined();
  });

  it('does not learn from a day with an unknown hour, nor from the tested day', () => {
    const unknown = { day: '2015-03-25', counts: [null, ...flat(8).slice(1)] };
    expect(waveOf([unknown, { day: WEDNESDAY, counts: flat(8) }])).toBeUndefined();
  });
});

describe('the talk’s method on a series', () => {
  const usual = [1, 2, 3, 4].map((week) => weeksBefore(week, at({ 9: 12, 10: 20, 11: 12 }, 5)));

  it('flags nothing on a usual day', () => {
    expect(
      flagsOf({ day: WEDNESDAY, counts: at({ 9: 12, 10: 20, 11: 12 }, 5), training: usual }),
    ).toEqual([]);
  });

  it('flags each hour with an event if the weekday was never seen', () => {
    const training = [{ day: '2015-03-31', counts: flat(3) }];
    expect(flagsOf({ day: WEDNESDAY, counts: at({ 6: 1, 21: 2 }), training })).toEqual([
      { hour: 6, score: 1, direction: 'high' },
      { hour: 21, score: 1, direction: 'high' },
    ]);
  });

  it('is not new on a weekday whose days are known in part, as without an incident', () => {
    const training = [1, 2].map((week) => weeksBefore(week, [null, ...flat(8).slice(1)]));
    const seriesCase = { day: WEDNESDAY, counts: flat(8), training };
    expect(scoreTalk(seriesCase, 31, settings)).toEqual({
      kind: 'not_compared',
      reason: 'unlearned_hours',
    });
    expect(flagsOf(seriesCase)).toEqual([]);
  });

  it('is new on a weekday without an event in the hours that are known', () => {
    const training = [weeksBefore(1, [null, ...flat(0).slice(1)])];
    const counts = at({ 6: 1 });
    expect(flagsOf({ day: WEDNESDAY, counts, training })).toHaveLength(1);
  });

  it('does not compare a day without events, or with an unknown hour', () => {
    expect(flagsOf({ day: WEDNESDAY, counts: flat(0), training: usual })).toEqual([]);
    expect(
      flagsOf({ day: WEDNESDAY, counts: [null, ...flat(500).slice(1)], training: usual }),
    ).toEqual([]);
  });

  it('calls low what pulls a low day down', () => {
    const training = [1, 2].map((week) => weeksBefore(week, at({ 0: 60 }, 50)));
    expect(flagsOf({ day: WEDNESDAY, counts: at({ 0: 58, 13: 5 }, 50), training })).toEqual([
      { hour: 13, score: expect.closeTo(1, 1) as number, direction: 'low' },
    ]);
  });
});
