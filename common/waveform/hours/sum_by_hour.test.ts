import { hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { sumByHour } from './sum_by_hour';

describe('sumByHour', () => {
  const rows = [
    ['web1', hoursWith({ 0: 2, 13: 5 })],
    ['web2', hoursWith({ 13: 1, 23: 4 })],
  ] as const;

  it.each([
    ['a map', new Map(rows)],
    ['a table', seriesOf(rows)],
  ])('adds up the series of %s', (_kind, series) => {
    expect(sumByHour(series)).toEqual(hoursWith({ 0: 2, 13: 6, 23: 4 }));
  });

  it('has 24 hours without an event where no series is', () => {
    expect(sumByHour(new Map())).toEqual(hoursWith({}));
  });
});
