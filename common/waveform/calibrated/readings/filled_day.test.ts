import { withMeans } from './filled_day';

const HOURS = 24;

function filledWithout(hours: readonly number[]): number[] {
  const counts = Float64Array.from({ length: HOURS }, (_, hour) =>
    hours.includes(hour) ? NaN : 10 * hour,
  );
  return [...withMeans(counts, hours)];
}

describe('a day that is known in part', () => {
  it('has the mean of the nearest known hours at the others', () => {
    expect(filledWithout([5, 6]).slice(4, 8)).toEqual([40, 55, 55, 70]);
  });

  it('goes around midnight', () => {
    const filled = filledWithout([23, 0]);
    expect([filled[23], filled[0]]).toEqual([115, 115]);
  });
});
