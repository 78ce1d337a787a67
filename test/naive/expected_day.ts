import { HOURS_PER_DAY } from '../../common/time';
import { sumCells } from '../../common/waveform/calibrated/cells';
import type { TrainingTable } from '../../common/waveform/calibrated/training_table';
import { expectDay, kindOf, type Weights } from '../../common/waveform/calibrated/usual_day';

/** What is expected of one training day: the table without that day is added up again. */
export function naiveExpectedWithout(
  { days, weekdays, week }: TrainingTable,
  counts: Float64Array,
  weights: Weights,
  row: number,
): Float64Array {
  const isKept = (_: unknown, other: number): boolean => other !== row;
  const rest: TrainingTable = {
    days: days.filter(isKept),
    weekdays: weekdays.filter(isKept),
    week,
    counts: counts.filter((__, at) => Math.floor(at / HOURS_PER_DAY) !== row),
  };
  return expectDay(sumCells(rest, rest.counts), weights, kindOf(week, weekdays[row] ?? 0));
}
