import { HOURS_PER_DAY } from '../../time';
import { roomForCells, sumCells, type Cells } from './cells';
import { cleanAttacks } from './clean_attacks';
import { estimateNoise, roomForResiduals, type Residuals } from './estimate_noise';
import { expectTraining } from './expect_training';
import { FIRST_GUESS, type Noise } from './noise';
import {
  measureTogetherness,
  roomForStandardized,
  type Standardized,
  type Togetherness,
} from './windows/togetherness';
import { oddDays } from './readings/odd_days';
import type { TrainingTable } from './training_table';
import { learnWeights, roomForWeights, type Weights } from './usual_day';
import { allWindows, roomForShared, type Shared, type Windows } from './windows/windows';

/**
 * Expectation, noise and attacks are learned in rounds, the last only if an attack was taken out. A
 * fourth improves nothing.
 */
const TURNS = 3;

/** What is learned of a series from its training days. It is valid until the room is reused. */
export interface LearnedSeries {
  readonly table: TrainingTable;
  /** The training counts without attacks, days × 24, NaN if unknown or judged expected. */
  readonly cleaned: Float64Array;
  /** The sums of these, and of the counts that are judged expected. */
  readonly cells: Cells;
  readonly weights: Weights;
  readonly noise: Noise;
  readonly togetherness: Togetherness | undefined;
  readonly windows: Windows;
  /** Days × 24, and more: what was expected of each training day, without the day itself. */
  readonly expected: Float64Array;
  /** How far each training day was from that, in standard deviations. */
  readonly residuals: Standardized;
}

/** The memory that learning a series needs, reused for each series. */
export interface LearningRoom {
  /** The most training days that it can hold. */
  readonly days: number;
  readonly cells: Cells;
  readonly weights: Weights;
  /** The counts without odd days, and those without attacks. */
  readonly ordinary: Float64Array;
  readonly cleaned: Float64Array;
  readonly expected: Float64Array;
  readonly residuals: Residuals;
  readonly standardized: Standardized;
  readonly shared: Shared;
}

/** Memory for learning series with this many training days. */
export function roomToLearn(days: number): LearningRoom {
  return {
    days,
    cells: roomForCells(),
    weights: roomForWeights(),
    ordinary: new Float64Array(days * HOURS_PER_DAY),
    cleaned: new Float64Array(days * HOURS_PER_DAY),
    expected: new Float64Array(days * HOURS_PER_DAY),
    residuals: roomForResiduals(days * HOURS_PER_DAY),
    standardized: roomForStandardized(days),
    shared: roomForShared(),
  };
}

/**
 * The table without the counts that are judged expected; the table itself if there are none. They are
 * not chance, so they neither widen the noise nor make the series a noisy one, and nobody expects them
 * of the other days of their weekday.
 */
function withoutJudged(given: TrainingTable): TrainingTable {
  const { trusted } = given;
  if (trusted === undefined) return given;
  const counts = given.counts.slice();
  for (const at of trusted) counts[at] = NaN;
  return { ...given, counts };
}

/** The counts with those that are judged expected, however far out they are. */
function withJudged(given: TrainingTable, counts: Float64Array): Float64Array {
  if (given.trusted === undefined) return counts;
  const judged = counts.slice();
  for (const at of given.trusted) judged[at] = given.counts[at] ?? NaN;
  return judged;
}

/**
 * Learns how far classes and weekdays differ at the hours in which counts are judged. They say nothing
 * of the other hours, which keep their weights.
 *
 * @param cells the sums with the judged counts
 * @param weights those of the other counts: the hours with judged ones are written again
 */
function learnJudgedHours(
  { trusted = [], week }: TrainingTable,
  cells: Cells,
  noise: Noise,
  weights: Weights,
): void {
  const judged = learnWeights(cells, noise, week);
  const groups = ({ classes, weekdays }: Weights): Float64Array[] => [...classes, ...weekdays];
  const from = groups(judged);
  groups(weights).forEach((ofGroup, place) => {
    for (const at of trusted) {
      const hour = at % HOURS_PER_DAY;
      ofGroup[hour] = from[place]?.[hour] ?? 0;
    }
  });
}

/**
 * One round of learning: returns the noise, and writes the weights and what is expected into the
 * room.
 *
 * @param before the noise of the round before
 */
function learnOnce(
  table: TrainingTable,
  counts: Float64Array,
  { cells, weights, expected, residuals }: LearningRoom,
  before: Noise,
): Noise {
  learnWeights(cells, before, table.week, weights);
  expectTraining(table, counts, cells, weights, expected);
  return estimateNoise(counts, expected, before, residuals);
}

/**
 * The table without the counts of days that are odd as a whole; the table itself if there are none.
 */
function withoutOddDays(table: TrainingTable, room: LearningRoom, noise: Noise): TrainingTable {
  const odd = oddDays(table, table.counts, room, noise);
  if (odd.length === 0) return table;
  const counts = room.ordinary.subarray(0, table.counts.length);
  counts.set(table.counts);
  for (const row of odd) counts.fill(NaN, row * HOURS_PER_DAY, (row + 1) * HOURS_PER_DAY);
  const { days, weekdays, week, trusted } = table;
  return { days, weekdays, week, counts, odd, trusted };
}

/**
 * Learns a series: what to expect of a day, how counts scatter around it, and how hours vary
 * together.
 */
export function learnSeries(
  given: TrainingTable,
  room: LearningRoom = roomToLearn(given.days.length),
): LearnedSeries {
  const { expected, cells } = room;
  const chance = withoutJudged(given);
  sumCells(chance, chance.counts, cells);
  let noise = learnOnce(chance, chance.counts, room, FIRST_GUESS);
  const table = withoutOddDays(chance, room, noise);
  let { counts } = table;
  if (table !== chance) {
    sumCells(table, counts, cells);
    noise = learnOnce(table, counts, room, noise);
  }
  // Expectation, noise and attacks, in rounds: each improves once the others are known.
  for (let turn = 1; turn < TURNS; turn += 1) {
    const wereCleaned = counts !== table.counts;
    counts = cleanAttacks(table, expected, noise, room.cleaned);
    const isChanged = wereCleaned || counts !== table.counts;
    // Without an attack, a further round would learn the same again.
    if (turn > 1 && !isChanged) break;
    if (isChanged) sumCells(table, counts, cells);
    noise = learnOnce(table, counts, room, noise);
  }
  const togetherness = measureTogetherness(counts, expected, noise, room.standardized);
  const windows = allWindows(togetherness, room.shared);
  // Only what is expected of the tested day has them: every other day would lack their events.
  const judged = withJudged(given, counts);
  if (judged !== counts) {
    sumCells(table, judged, cells);
    learnJudgedHours(given, cells, noise, room.weights);
  }
  return {
    table: chance === given ? table : { ...table, counts: withJudged(given, table.counts) },
    cleaned: counts,
    cells,
    weights: room.weights,
    noise,
    togetherness,
    windows,
    expected,
    residuals: room.standardized,
  };
}
