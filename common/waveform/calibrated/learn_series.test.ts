import { generateCases } from '../../../test/generator/labeled_case';
import { naiveExpectedWithout } from '../../../test/naive/expected_day';
import { learnSeries } from './learn_series';
import { trainingTable } from './training_table';
import { expectDay, kindOf } from './usual_day';
import { settingsSchema } from '../../settings';
import { weekdayOf } from '../../time';

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

  it('learns from counts that are judged expected nothing but what to expect of their hours on the tested day', () => {
    const hours = new Set([2, 3]);
    let compared = 0;
    for (const one of generateCases(12, 1).filter(({ training }) => training.length > 13)) {
      // Two days of the same weekday: what is expected of the others must not follow from them.
      const isJudged = (place: number): boolean => place === 6 || place === 13;
      const loud = one.training.map((trained, place) => {
        const counts = trained.counts.map((count, hour) => (hours.has(hour) ? 2000 : count));
        return isJudged(place) ? { ...trained, counts, trusted_hours: hours } : trained;
      });
      const unknown = loud.map(({ day, counts, trusted_hours: judged }) => ({
        day,
        counts: counts.map((count, hour) => (judged?.has(hour) === true ? null : count)),
      }));
      const [judged, known] = [loud, unknown].map((training) =>
        learnSeries(trainingTable({ ...one, training }, TRAINING)),
      );
      if (judged === undefined || known === undefined) throw new Error('nothing was learned');
      expect(judged.noise).toEqual(known.noise);
      expect(judged.expected).toEqual(known.expected);
      expect(judged.cleaned).toEqual(known.cleaned);
      const [usual, usualWithout] = [judged, known].map(({ cells, weights, table }) =>
        [...expectDay(cells, weights, kindOf(table.week, weekdayOf(one.day)))].slice(4),
      );
      expect(usual).toEqual(usualWithout);
      expect(judged.cells.all.sums[2]).toBeGreaterThan(known.cells.all.sums[2] ?? NaN);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(10);
  });
});
