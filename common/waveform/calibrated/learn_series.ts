import { HOURS_PER_DAY } from '../../time';
import { roomForCells, sumCells, type Cells } from './cells';
import { cleanAttacks } from './clean_attacks';
import { estimateNoise, roomForResiduals, type Residuals } from './estimate_noise';
import { expectTraining, leaveOut, roomForMeans, type MeansWithout } from './expect_training';
import { FIRST_GUESS, type Noise } from './noise';
import {
  measureTogetherness,
  roomForStandardized,
  type Standardized,
  type Togetherness,
} from './windows/togetherness';
import { oddDays } from './odd_days';
import type { TrainingTable } from './training_table';
import { learnWeights, roomForWeights, type Weights } from './usual_day';
import { allWindows, roomForShared, type Shared, type Windows } from './windows/windows';

/** Expectation, noise and attacks are learned in turns; a fourth brings nothing. */
const TURNS = 3;

/** What is learned of a series from its training days: all but the noise until the room is used again. */
export interface LearnedSeries {
  readonly table: TrainingTable;
  /** The training counts without attacks, days × 24, NaN where not known or judged expected. */
  readonly cleaned: Float64Array;
  /** Their sums. */
  readonly cells: Cells;
  readonly weights: Weights;
  readonly noise: Noise;
  readonly togetherness: Togetherness | undefined;
  readonly windows: Windows;
  /** Days × 24, and more: what each training day was expected to be, itself left out. */
  readonly expected: Float64Array;
  /** How far each training day was from that, in standard deviations. */
  readonly residuals: Standardized;
}

/** What learning a series needs beside its counts: used again for each series. */
export interface LearningRoom {
  /** The most training days that there is room for. */
  readonly days: number;
  readonly cells: Cells;
  readonly weights: Weights;
  readonly means: MeansWithout;
  readonly cleaned: Float64Array;
  readonly expected: Float64Array;
  readonly residuals: Residuals;
  readonly standardized: Standardized;
  readonly shared: Shared;
}

/** Room for learning series of so many training days. */
export function roomToLearn(days: number): LearningRoom {
  return {
    days,
    cells: roomForCells(),
    weights: roomForWeights(),
    means: roomForMeans(days),
    cleaned: new Float64Array(days * HOURS_PER_DAY),
    expected: new Float64Array(days * HOURS_PER_DAY),
    residuals: roomForResiduals(days * HOURS_PER_DAY),
    standardized: roomForStandardized(days),
    shared: roomForShared(),
  };
}

/**
 * The counts that tell how a series scatters. What is judged expected tells what to expect, but it
 * is no chance: it neither widens the noise nor makes the series a noisy one.
 */
function scattering({ trusted }: TrainingTable, counts: Float64Array): Float64Array {
  if (trusted === undefined) return counts;
  const scattered = counts.slice();
  for (const at of trusted) scattered[at] = NaN;
  return scattered;
}

/**
 * What one turn of learning comes to: the noise, and in the room the weights and what is expected.
 *
 * @param before the noise of the turn before
 */
function learnOnce(
  table: TrainingTable,
  counts: Float64Array,
  { cells, weights, means, expected, residuals }: LearningRoom,
  before: Noise,
): Noise {
  learnWeights(cells, before, table.week, weights);
  expectTraining(table, means, weights, expected);
  return estimateNoise(scattering(table, counts), expected, before, residuals);
}

/** Sums the counts by group, and leaves each day out of the means of its own. */
function takeCounts(table: TrainingTable, counts: Float64Array, room: LearningRoom): void {
  sumCells(table, counts, room.cells);
  leaveOut(table, counts, room.cells, room.means);
}

/** The table without the counts of days that are odd as a whole; itself where none is. */
function withoutOddDays(table: TrainingTable, expected: Float64Array, noise: Noise): TrainingTable {
  const odd = oddDays(table, table.counts, expected, noise);
  if (odd.length === 0) return table;
  const counts = table.counts.slice();
  for (const row of odd) counts.fill(NaN, row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY);
  return { ...table, counts, odd };
}

/** Learns a series: what to expect of a day, how counts scatter around it, how hours go together. */
export function learnSeries(
  given: TrainingTable,
  room: LearningRoom = roomToLearn(given.days.length),
): LearnedSeries {
  const { expected, cells } = room;
  takeCounts(given, given.counts, room);
  let noise = learnOnce(given, given.counts, room, FIRST_GUESS);
  const table = withoutOddDays(given, expected, noise);
  let { counts } = table;
  if (table !== given) {
    takeCounts(table, counts, room);
    noise = learnOnce(table, counts, room, noise);
  }
  // Expectation, noise and attacks, in turns: each is known better once the others are.
  for (let turn = 1; turn < TURNS; turn += 1) {
    const wereCleaned = counts !== table.counts;
    counts = cleanAttacks(table, expected, noise, room.cleaned);
    if (wereCleaned || counts !== table.counts) takeCounts(table, counts, room);
    noise = learnOnce(table, counts, room, noise);
  }
  const cleaned = scattering(table, counts);
  const togetherness = measureTogetherness(cleaned, expected, noise, room.standardized);
  const windows = allWindows(togetherness, room.shared);
  return {
    table,
    cleaned,
    cells,
    weights: room.weights,
    noise: { ...noise, ratios: noise.ratios.slice() },
    togetherness,
    windows,
    expected,
    residuals: room.standardized,
  };
}
