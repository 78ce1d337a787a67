import { HOURS_PER_DAY } from '../../time/local_day';
import { sumCells, type Cells } from './cells';
import { cleanAttacks } from './clean_attacks';
import { estimateNoise, FIRST_GUESS, type Noise } from './noise';
import { measureTogetherness, type Togetherness } from './togetherness';
import type { TrainingTable } from './training_table';
import { expectDay, kindOf, learnWeights, type Weights } from './usual_day';
import { allWindows, type Windows } from './windows';

/** Expectation, noise and attacks are learnt in turns; a third turn brings nothing. */
const ROUNDS = 2;

/** What is learnt of a series from its training days. */
export interface LearntSeries {
  readonly table: TrainingTable;
  /** The training counts without attacks, days × 24, NaN where not known. */
  readonly cleaned: Float64Array;
  /** Their sums. */
  readonly cells: Cells;
  readonly weights: Weights;
  readonly noise: Noise;
  readonly togetherness: Togetherness | undefined;
  readonly windows: Windows;
  /** Days × 24: what each training day was expected to be, itself left out. */
  readonly expected: Float64Array;
}

function expectTraining(
  { weekdays }: TrainingTable,
  counts: Float64Array,
  cells: Cells,
  weights: Weights,
): Float64Array {
  const expected = new Float64Array(counts.length);
  weekdays.forEach((weekday, row) => {
    const leftOut = { counts, row, weekday };
    expectDay(cells, weights, kindOf(weekday), leftOut, expected, row * HOURS_PER_DAY);
  });
  return expected;
}

/**
 * Learns a series: what to expect of a day, how counts scatter around it, and how hours go together.
 *
 * The first round does not look at weekdays, so that an attack on one Wednesday is found before it
 * can pass for a weekly job.
 */
export function learnSeries(table: TrainingTable): LearntSeries {
  let counts = table.counts;
  let cells = sumCells(table, counts);
  let noise = FIRST_GUESS;
  for (let round = 1; ; round += 1) {
    const weights = learnWeights(cells, noise, round > 1);
    const expected = expectTraining(table, counts, cells, weights);
    noise = estimateNoise(counts, expected);
    if (round < ROUNDS) {
      const cleaned = cleanAttacks(table, expected, noise);
      if (cleaned !== counts) cells = sumCells(table, cleaned);
      counts = cleaned;
      continue;
    }
    const togetherness = measureTogetherness(counts, expected, noise);
    const windows = allWindows(togetherness);
    return { table, cleaned: counts, cells, weights, noise, togetherness, windows, expected };
  }
}
