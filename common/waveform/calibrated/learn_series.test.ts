import { generateCases } from '../../../test/generator/labeled_case';
import { naiveExpectedWithout } from '../../../test/naive/expected_day';
import { learnSeries } from './learn_series';
import { trainingTable } from './training_table';
import { settingsSchema } from '../../settings';

const TRAINING = settingsSchema.parse({}).training;

describe('learnSeries', () => {
  it('expects of each training day what the others alone make one expect', () => {
    let [compared, left] = [0, 0];
    for (const one of generateCases(11, 1)) {
      const table = trainingTable(one, TRAINING);
      const { cleaned, weights, expected } = learnSeries(table);
      table.days.forEach((_, row) => {
        const naive = naiveExpectedWithout(table, cleaned, weights, row);
        naive.forEach((count, hour) => {
          // Of the only day of a class that is known the others say nothing.
          if (Number.isNaN(expected[row * 24 + hour])) {
            left += 1;
            return;
          }
          compared += 1;
          const scale = Math.max(1, count);
          expect((expected[row * 24 + hour] ?? NaN) / scale).toBeCloseTo(count / scale, 9);
        });
      });
    }
    expect(left / compared).toBeLessThan(0.01);
  });
});
