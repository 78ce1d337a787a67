import { countsDay, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { MOST_NEW, newSeriesBeyond } from './new_series';

const MANY = 130_000;
const day = (names: readonly string[], events: (place: number) => number = () => 1) =>
  countsDay({
    series: seriesOf(names.map((name, place) => [name, hoursWith({ 3: events(place) })])),
  });

describe('newSeriesBeyond', () => {
  it('leaves out new series with fewer events than the others', () => {
    const tested = day(['a', 'b', 'c', 'known', 'd'], (place) => [5, 1, 9, 1, 1][place] ?? 0);
    const training = [day([]), day(['known'])];
    expect([...newSeriesBeyond(tested, training, 2)]).toEqual(['b', 'd']);
    expect([...newSeriesBeyond(tested, training, 4)]).toEqual([]);
  });

  it('leaves none out of a day that is not known', () => {
    expect(newSeriesBeyond(undefined, [day(['a'])], 0).size).toBe(0);
  });

  it('takes any number of them', () => {
    const names = Array.from({ length: MANY }, (_, place) => `made up ${place}`);
    expect(newSeriesBeyond(day(names), [day(['known'])]).size).toBe(MANY - MOST_NEW);
  });
});
