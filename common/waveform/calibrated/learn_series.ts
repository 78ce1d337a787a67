import { HOURS_PER_DAY } from '../../time';
import { sumCells, type Cells } from './cells';
import { cleanAttacks } from './clean_attacks';
import { estimateNoise } from './estimate_noise';
import { FIRST_GUESS, type Noise } from './noise';
import { measureTogetherness, type Togetherness } from './togetherness';
import type { TrainingTable } from './training_table';
import { expectDay, kindOf, learnWeights, type Weights } from './usual_day';
import { allWindows, type Windows } from './windows';

/** Expectation, noise and attacks are learned in turns; a fourth brings nothing. */
const TURNS = 3;

/** What is learned of a series from its training days. */
export interface LearnedSeries {
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

/** What is known after a turn of learning. */
interface Turn extends Pick<LearnedSeries, 'cells' | 'weights' | 'noise' | 'expected'> {
  /** The training counts that were learned from. */
  readonly counts: Float64Array;
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

/** What one turn of learning comes to; `noise` is that of the turn before. */
function learnOnce(
  table: TrainingTable,
  counts: Float64Array,
  { cells, noise }: Pick<Turn, 'cells' | 'noise'>,
): Turn {
  const weights = learnWeights(cells, noise);
  const expected = expectTraining(table, counts, cells, weights);
  return { counts, cells, weights, expected, noise: estimateNoise(counts, expected, noise) };
}

/** Expectation, noise and attacks, in turns: each is known better once the others are. */
function learnInTurns(table: TrainingTable): Turn {
  const first = { cells: sumCells(table, table.counts), noise: FIRST_GUESS };
  let turn = learnOnce(table, table.counts, first);
  for (let number = 1; number < TURNS; number += 1) {
    const cleaned = cleanAttacks(table, turn.expected, turn.noise);
    const cells = cleaned === turn.counts ? turn.cells : sumCells(table, cleaned);
    turn = learnOnce(table, cleaned, { cells, noise: turn.noise });
  }
  return turn;
}

/** Learns a series: what to expect of a day, how counts scatter around it, how hours go together. */
export function learnSeries(table: TrainingTable): LearnedSeries {
  const { counts, cells, weights, expected, noise } = learnInTurns(table);
  const togetherness = measureTogetherness(counts, expected, noise);
  const windows = allWindows(togetherness);
  return { table, cleaned: counts, cells, weights, noise, togetherness, windows, expected };
}
