import type { StreamHistory } from './stream_history';
import { slotOf } from './wall_hour';

/** Empty hours between two hours with events. */
export interface Gap {
  readonly hours: number;
  /** The sum of the weights of its hours. */
  readonly weight: number;
}

/** All gaps of the training hours, in their order. One that holds an unknown hour is left out. */
export function trainingGaps({ from, counts }: StreamHistory, weights: Float64Array): Gap[] {
  const gaps: Gap[] = [];
  const { length } = weights;
  let hours = 0;
  let weight = 0;
  let isKnown = true;
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1, slot = (slot + 1) % length) {
    const count = counts[at] ?? 0;
    if (count > 0) {
      if (hours > 0 && isKnown) gaps.push({ hours, weight });
      hours = 0;
      weight = 0;
      isKnown = true;
    } else {
      if (Number.isNaN(count)) isKnown = false;
      hours += 1;
      weight += weights[slot] ?? 0;
    }
  }
  return gaps;
}
