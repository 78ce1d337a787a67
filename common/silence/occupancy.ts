import { HOURS_PER_DAY } from '../time';
import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, isWeekendSlot, slotOf } from './wall_hour';

/**
 * How much evidence an empty hour is, by the hour of the week. The weight is −ln of the chance that
 * the hour is empty though the stream is alive. Weights of the hours of a silence add up.
 */
export interface Occupancy {
  /** 168 weights; 0 for hours of the weekend on a weekday that was never seen. */
  readonly weights: Float64Array;
  /** 168 mean counts. */
  readonly usual: Float64Array;
  /** Share of the known hours that had events. */
  readonly share: number;
}

/** How many hours the wider level counts as when a narrower one is learned. */
const PRIOR_OF_NEAR = 1;
const PRIOR_OF_HOUR = 3;
const PRIOR_OF_WEEKDAY = 2;
const DAY_HOURS = HOURS_PER_DAY;
/** Hours of the day on working days, then on weekends. */
const KINDS = 2 * DAY_HOURS;
// A local copy: without a bundler, an import through several modules is slow in a loop.
const SLOTS = HOURS_PER_WEEK;
/** A stream that has become quieter shows it in its last week. */
const LAST_WEEK = SLOTS;
const SLOT_WEEKEND = Uint8Array.from({ length: SLOTS }, (_, slot) => (isWeekendSlot(slot) ? 1 : 0));
/** The kind of each hour of the week. */
const SLOT_KIND = Uint8Array.from(
  { length: SLOTS },
  (_, slot) => (SLOT_WEEKEND[slot] ?? 0) * DAY_HOURS + (slot % DAY_HOURS),
);

/** Known hours, empty ones and events, by hour of the week or by kind of hour. */
interface Tally {
  readonly hours: Float64Array;
  readonly empty: Float64Array;
  readonly events: Float64Array;
}

function emptyTally(places: number): Tally {
  const [hours, empty] = [new Float64Array(places), new Float64Array(places)];
  return { hours, empty, events: new Float64Array(places) };
}

function weekTally({ from, counts }: StreamHistory): Tally {
  const { hours, empty, events } = emptyTally(SLOTS);
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    if (count >= 0) {
      hours[slot] = (hours[slot] ?? 0) + 1;
      events[slot] = (events[slot] ?? 0) + count;
      if (count === 0) empty[slot] = (empty[slot] ?? 0) + 1;
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return { hours, empty, events };
}

function kindTally(week: Tally): Tally {
  const { hours, empty, events } = emptyTally(KINDS);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const kind = SLOT_KIND[slot] ?? 0;
    hours[kind] = (hours[kind] ?? 0) + (week.hours[slot] ?? 0);
    empty[kind] = (empty[kind] ?? 0) + (week.empty[slot] ?? 0);
    events[kind] = (events[kind] ?? 0) + (week.events[slot] ?? 0);
  }
  return { hours, empty, events };
}

/**
 * The chance of an empty hour, by kind: drawn toward the hours next to it, and these toward all.
 */
function emptinessOfKinds({ hours, empty }: Tally, emptyOfAll: number): Float64Array {
  const found = new Float64Array(KINDS);
  for (let kind = 0; kind < KINDS; kind += 1) {
    const first = kind < DAY_HOURS ? 0 : DAY_HOURS;
    let [emptyNear, hoursNear] = [PRIOR_OF_NEAR * emptyOfAll, PRIOR_OF_NEAR];
    for (let step = -1; step <= 1; step += 1) {
      const beside = first + ((kind - first + step + DAY_HOURS) % DAY_HOURS);
      emptyNear += empty[beside] ?? 0;
      hoursNear += hours[beside] ?? 0;
    }
    const ofHour = PRIOR_OF_HOUR * (emptyNear / hoursNear) + (empty[kind] ?? 0);
    found[kind] = ofHour / (PRIOR_OF_HOUR + (hours[kind] ?? 0));
  }
  return found;
}

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

const sumOf = (numbers: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += numbers[at] ?? 0;
  return sum;
};

/** Learns from all hours, from the hour of the day on working days or weekends, and from the weekday. */
export function learnOccupancy(history: StreamHistory): Occupancy {
  const week = weekTally(history);
  const kinds = kindTally(week);
  const known = sumOf(kinds.hours);
  const empty = sumOf(kinds.empty);
  const ofKinds = emptinessOfKinds(kinds, (empty + 0.5) / (known + 1));
  // No hour is more evidence than all training hours together can support.
  const most = Math.log(known + 1);
  const weights = new Float64Array(SLOTS);
  const usual = new Float64Array(SLOTS);
  const emptiness = new Float64Array(SLOTS);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const kind = SLOT_KIND[slot] ?? 0;
    const seen = (week.hours[slot] ?? 0) + PRIOR_OF_WEEKDAY;
    const ofKind = kinds.hours[kind] ?? 0;
    const rate = ofKind === 0 ? 0 : (kinds.events[kind] ?? 0) / ofKind;
    usual[slot] = ((week.events[slot] ?? 0) + PRIOR_OF_WEEKDAY * rate) / seen;
    if (ofKind === 0 || (SLOT_WEEKEND[slot] === 1 && week.hours[slot] === 0)) continue;
    const ofSlot = PRIOR_OF_WEEKDAY * (ofKinds[kind] ?? 0) + (week.empty[slot] ?? 0);
    emptiness[slot] = Math.max(ofSlot / seen, 1 / (known + 1));
    weights[slot] = Math.min(most, -Math.log(ofSlot / seen));
  }
  const fading = fadingOf(history, weights, emptiness);
  if (fading > 0) {
    for (let slot = 0; slot < SLOTS; slot += 1) {
      weights[slot] = Math.max(0, (weights[slot] ?? 0) - fading);
    }
  }
  return { weights, usual, share: 1 - empty / known };
}
