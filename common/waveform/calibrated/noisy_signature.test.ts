import { generateCases } from '../../../test/generator/labeled_case';
import { LEAST_SCORE_LIMIT } from '../../settings/least_score_limit';
import { learnSeries } from './learn_series';
import { noisiness } from './noisy_signature';
import { trainingTable } from './training_table';
import { settingsSchema } from '../../settings';

const TRAINING = settingsSchema.parse({}).training;

const learned = generateCases(7, 6).flatMap((seriesCase) => {
  const table = trainingTable(seriesCase, TRAINING);
  return table.days.length < 3 ? [] : [learnSeries(table)];
});

describe('noisiness', () => {
  it('only lowers scores: below the lowest threshold it need not be known', () => {
    const divisors = learned.map((series) => noisiness(series, 0));
    const justBelow = LEAST_SCORE_LIMIT - 1e-9;
    expect(divisors.filter((divisor) => !(divisor >= 1))).toEqual([]);
    expect(Math.max(...divisors.map((divisor) => justBelow / divisor))).toBe(justBelow);
  });

  it('divides the scores of series whose training days score high, and of few others', () => {
    const divided = learned.map((series) => noisiness(series, 0)).filter((divisor) => divisor > 1);
    expect(divided.length).toBeGreaterThan(0);
    expect(divided.length).toBeLessThan(learned.length / 2);
  });
});
