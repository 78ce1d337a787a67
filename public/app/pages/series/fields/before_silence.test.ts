import { beforeSilence } from './before_silence';
import type { SeriesAnswer, SeriesView } from '../model/series_view';

const counts = (hours: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 24 }, (_, hour) => hours[hour] ?? 0);

const silentFrom = (from: number): SeriesView =>
  ({
    finding: { verdict: 'silent', flagged: [{ hour: from + 1 }, { hour: from }] },
  }) as unknown as SeriesView;

const answerOf = (today: number[]) =>
  ({
    head: { day: '2015-04-01' },
    row: { today },
    training: [
      { day: '2015-03-29', counts: counts({ 4: 1 }), unknown: null },
      { day: '2015-03-30', counts: counts({ 9: 2 }), unknown: null },
      { day: '2015-03-31', counts: counts({}), unknown: null },
    ],
  }) as unknown as SeriesAnswer;

describe('the lines before a silence', () => {
  it('are in the hours before it, if there are any', () => {
    expect(beforeSilence(silentFrom(3), answerOf(counts({ 1: 5 })))).toEqual({
      day: '2015-04-01',
      hours: [0, 1, 2],
    });
  });

  it('are on the latest day with events where the whole day was silent', () => {
    const found = beforeSilence(silentFrom(0), answerOf(counts({})));
    expect(found?.day).toBe('2015-03-30');
    expect(found?.hours).toHaveLength(24);
  });

  it('are nowhere where nothing is silent', () => {
    const more = { finding: { verdict: 'more', flagged: [{ hour: 3 }] } } as unknown as SeriesView;
    expect(beforeSilence(more, answerOf(counts({ 1: 5 })))).toBeUndefined();
  });
});
