import {
  chanceOfEmpty,
  emptinessRoom,
  greatestWeight,
  isUnseen,
  learnEmptiness,
  ofKindsWithoutOne,
  usualCount,
} from './emptiness';
import { fallenShare } from './fallen_rate';
import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, slotOf } from './wall_hour';

/**
 * How much evidence an empty hour is, by the hour of the week. The weight is −ln of the chance that
 * the hour is empty though the stream is alive. Weights of the hours of a silence add up.
 */
export interface Occupancy {
  /** 168 weights; 0 for hours of the weekend on a weekday that was never seen. */
  readonly weights: Float64Array;
  /**
   * 168 weights that an empty hour of the training days would have if it had not been seen itself.
   * Gaps of the training days are weighed by these: a coming gap is in hours that were not seen.
   */
  readonly gapWeights: Float64Array;
  /** 168 mean counts. */
  readonly usual: Float64Array;
  /** Share of the known hours that had events. */
  readonly share: number;
  /** To which share of the usual counts the present ones have fallen. */
  readonly fallen: number;
}

// A local copy: without a bundler, an import through several modules is slow in a loop.
const SLOTS = HOURS_PER_WEEK;
/** A stream that has become quieter shows it in its last week. */
const LAST_WEEK = SLOTS;
const ROOM = emptinessRoom();
const EMPTINESS = new Float64Array(SLOTS);

/**
 * What is taken off each weight if a stream was empty more often in its last week than its weights
 * predict.
 */
function fadingOf(
  { from, counts }: StreamHistory,
  weights: Float64Array,
  emptiness: Float64Array,
): number {
  let expected = 1;
  let empty = 1;
  const start = Math.max(0, counts.length - LAST_WEEK);
  for (let at = start, slot = slotOf(from + start); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    if (count >= 0) expected += weights[slot] === 0 ? 1 : (emptiness[slot] ?? 0);
    if (count === 0) empty += 1;
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return Math.max(0, Math.log(empty / expected));
}

/** Learns from all hours, from the hour of the day on working days or weekends, and from the weekday. */
export function learnOccupancy(history: StreamHistory): Occupancy {
  const learned = learnEmptiness(history, ROOM);
  const { week, known, empty, ofKinds } = learned;
  const withoutOne = ofKindsWithoutOne(learned, ROOM);
  const most = greatestWeight(learned);
  // What a law keeps is one piece of memory: there are many laws, and allocating takes time.
  const kept = new Float64Array(3 * SLOTS);
  const weights = kept.subarray(0, SLOTS);
  const gapWeights = kept.subarray(SLOTS, 2 * SLOTS);
  const usual = kept.subarray(2 * SLOTS);
  const emptiness = EMPTINESS.fill(0);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    usual[slot] = usualCount(learned, slot);
    if (isUnseen(learned, slot)) continue;
    const chance = chanceOfEmpty(learned, ofKinds, slot);
    emptiness[slot] = Math.max(chance, 1 / (known + 1));
    weights[slot] = Math.min(most, -Math.log(chance));
    if (week.empty[slot] === 0) continue;
    gapWeights[slot] = Math.min(most, -Math.log(chanceOfEmpty(learned, withoutOne, slot, 1)));
  }
  const fallen = fallenShare(history, usual);
  if (fallen < 1) {
    for (let slot = 0; slot < SLOTS; slot += 1) {
      // The weight of an empty hour among independent events.
      const present = fallen * (usual[slot] ?? 0);
      if (isUnseen(learned, slot)) continue;
      weights[slot] = Math.min(weights[slot] ?? 0, present);
      gapWeights[slot] = Math.min(gapWeights[slot] ?? 0, present);
      emptiness[slot] = Math.max(emptiness[slot] ?? 0, Math.exp(-present));
    }
  }
  const fading = fadingOf(history, weights, emptiness);
  if (fading > 0) {
    for (let slot = 0; slot < SLOTS; slot += 1) {
      weights[slot] = Math.max(0, (weights[slot] ?? 0) - fading);
      gapWeights[slot] = Math.max(0, (gapWeights[slot] ?? 0) - fading);
    }
  }
  return { weights, gapWeights, usual, share: 1 - empty / known, fallen };
}
