import { subtypeKey } from '../basics';
import { collectOneSeries } from './one_series';

const hoursOf = (count: number): number[] => Array<number>(24).fill(count);

function collected(key: string | null, series: readonly (readonly [string, number])[]) {
  const collector = collectOneSeries(key);
  for (const [subtype, count] of series) collector.add(subtype, hoursOf(count));
  return [...collector.series()].map(([name, hours]) => [name, hours[0]]);
}

describe('one series of a day', () => {
  it('is kept as it is, and all others as one', () => {
    const day = [['a', 1], ['b', 2], ['c', 4]] as const; // prettier-ignore
    expect(collected('b', day)).toEqual([['all other series', 5], ['b', 2]]); // prettier-ignore
    expect(collected(null, day)).toEqual([['all other series', 7]]);
    expect(collected('d', day)).toEqual([['all other series', 7]]);
  });

  it('is found by the key of a long name, and never mixed up with the others', () => {
    const long = 'x'.repeat(2_000);
    expect(collected(subtypeKey(long), [[long, 3]])).toContainEqual([long, 3]);
    expect(collected('all other series', [['all other series', 3], ['a', 1]])).toEqual([['all other series ', 1], ['all other series', 3]]); // prettier-ignore
  });
});
