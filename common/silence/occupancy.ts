import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, isWeekendSlot, slotOf } from './wall_hour';

/**
 * How much an empty hour says, by the hour of the week. The weight is −ln of the chance that the hour
 * is empty though the stream is alive. Weights of the hours of a silence add up.
 */
export interface Occupancy {
  /** 168 weights; 0 for hours of the weekend on a weekday that was never seen. */
  readonly weights: Float64Array;
  /** 168 mean counts. */
  readonly usual: Float64Array;
  /** Share of the known hours that had events. */
  readonly share: number;
}

/** So many hours the wider level counts as, when a narrower one is learned. */
const PRIOR_OF_NEAR = 1;
const PRIOR_OF_HOUR = 3;
const PRIOR_OF_WEEKDAY = 2;
const HOURS_OF_DAY = 24;
/** A stream that has become quieter is told by its last week. */
const LAST_WEEK = HOURS_PER_WEEK;

const SLOTS = HOURS_PER_WEEK;
const SLOT_WEEKEND = Uint8Array.from({ length: SLOTS }, (_, slot) => (isWeekendSlot(slot) ? 1 : 0));

/** Known hours, empty ones and events, by place. */
class Tally {
  readonly hours: Float64Array;
  readonly empty: Float64Array;
  readonly events: Float64Array;

  constructor(places: number) {
    this.hours = new Float64Array(places);
    this.empty = new Float64Array(places);
    this.events = new Float64Array(places);
  }

  add(place: number, count: number): void {
    this.hours[place] = (this.hours[place] ?? 0) + 1;
    this.events[place] = (this.events[place] ?? 0) + count;
    if (count === 0) this.empty[place] = (this.empty[place] ?? 0) + 1;
  }

  /** The chance of an empty hour in these places, drawn toward that of a wider level. */
  emptiness(places: readonly number[], wider: number, prior: number): number {
    let empty = prior * wider;
    let hours = prior;
    for (const place of places) {
      empty += this.empty[place] ?? 0;
      hours += this.hours[place] ?? 0;
    }
    return empty / hours;
  }
}

/** An hour of the day and the two beside it. */
const BESIDE = Array.from({ length: HOURS_OF_DAY }, (_, hour) =>
  [HOURS_OF_DAY - 1, 0, 1].map((step) => (hour + step) % HOURS_OF_DAY),
);
const beside = (slot: number, weekend: number): number[] =>
  (BESIDE[slot % HOURS_OF_DAY] ?? []).map((hour) => weekend * HOURS_OF_DAY + hour);

/**
 * What is to be taken from each weight of a stream that was empty more often in its last week than by
 * its weights.
 */
function fadingOf({ from, counts }: StreamHistory, weights: Float64Array): number {
  let expected = 1;
  let empty = 1;
  const start = Math.max(0, counts.length - LAST_WEEK);
  for (let at = start, slot = slotOf(from + start); at < counts.length; at += 1) {
    const count = counts[at] ?? 0;
    if (!Number.isNaN(count)) expected += Math.exp(-(weights[slot] ?? 0));
    if (count === 0) empty += 1;
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return Math.max(0, Math.log(empty / expected));
}

/** Learns from all hours, from the hour of the day on working days or weekends, and from the weekday. */
export function learnOccupancy(history: StreamHistory): Occupancy {
  const { from, counts } = history;
  const all = new Tally(1);
  const kind = new Tally(48);
  const week = new Tally(SLOTS);
  const firstSlot = slotOf(from);
  for (let at = 0, slot = firstSlot; at < counts.length; at += 1, slot = (slot + 1) % SLOTS) {
    const count = counts[at] ?? 0;
    if (Number.isNaN(count)) continue;
    all.add(0, count);
    kind.add((SLOT_WEEKEND[slot] ?? 0) * 24 + (slot % 24), count);
    week.add(slot, count);
  }
  const known = all.hours[0] ?? 0;
  const emptyOfAll = ((all.empty[0] ?? 0) + 0.5) / (known + 1);
  // No hour says more than all training hours together can support.
  const most = Math.log(known + 1);
  const weights = new Float64Array(SLOTS);
  const usual = new Float64Array(SLOTS);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const weekend = SLOT_WEEKEND[slot] ?? 0;
    const place = weekend * 24 + (slot % 24);
    const seen = week.hours[slot] ?? 0;
    const ofKind = kind.hours[place] ?? 0;
    const rate = ofKind === 0 ? 0 : (kind.events[place] ?? 0) / ofKind;
    usual[slot] = ((week.events[slot] ?? 0) + PRIOR_OF_WEEKDAY * rate) / (seen + PRIOR_OF_WEEKDAY);
    if (ofKind === 0 || (weekend === 1 && seen === 0)) continue;
    const near = kind.emptiness(beside(slot, weekend), emptyOfAll, PRIOR_OF_NEAR);
    const ofHour = kind.emptiness([place], near, PRIOR_OF_HOUR);
    const empty = week.emptiness([slot], ofHour, PRIOR_OF_WEEKDAY);
    weights[slot] = Math.min(most, -Math.log(empty));
  }
  const fading = fadingOf(history, weights);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    weights[slot] = Math.max(0, (weights[slot] ?? 0) - fading);
  }
  return { weights, usual, share: 1 - (all.empty[0] ?? 0) / known };
}
