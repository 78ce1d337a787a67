import { generateCases } from '../../../test/generator/labeled_case';
import { naiveExpectedWithout } from '../../../test/naive/expected_day';
import { learnSeries } from './learn_series';
import { trainingTable } from './training_table';

describe('learnSeries', () => {
  it('expects of each training day what the others alone make one expect', () => {
    for (const one of generateCases(11, 1)) {
      const table = trainingTable(one, 31);
      const { cleaned, weights, expected } = learnSeries(table);
      table.days.forEach((_, row) => {
        const naive = naiveExpectedWithout(table, cleaned, weights, row);
        naive.forEach((count, hour) => {
          const scale = Math.max(1, count);
          expect((expected[row * 24 + hour] ?? NaN) / scale).toBeCloseTo(count / scale, 9);
        });
      });
    }
  });
});
