import { countsDay, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { mergeSourceDays } from './merge_source_days';

describe('mergeSourceDays', () => {
  it('adds up series, documents and documents without subtype, and changes no part', () => {
    const first = countsDay({
      series: seriesOf([['5', hoursWith({ 1: 1 })]]),
      documents: 2,
      without_subtype: 1,
    });
    const second = countsDay({
      series: seriesOf([
        ['5', hoursWith({ 1: 2, 3: 4 })],
        ['__proto__', hoursWith({ 0: 1 })],
      ]),
      documents: 8,
      without_subtype: 1,
    });
    expect(mergeSourceDays(first, [second])).toEqual(
      countsDay({
        series: seriesOf([
          ['5', hoursWith({ 1: 3, 3: 4 })],
          ['__proto__', hoursWith({ 0: 1 })],
        ]),
        documents: 10,
        without_subtype: 2,
      }),
    );
    expect(first.series.get('5')).toEqual(hoursWith({ 1: 1 }));
  });

  it('returns a single part as it is', () => {
    const only = countsDay({ documents: 3 });
    expect(mergeSourceDays(only, [])).toBe(only);
  });
});
