import { HOURS_PER_DAY } from '../time';
import type { StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, isWeekendSlot, slotOf } from './wall_hour';

/** How many hours the wider level counts as when a narrower one is learned. */
const PRIOR_OF_NEAR = 1;
const PRIOR_OF_HOUR = 3;
const PRIOR_OF_WEEKDAY = 2;
/** As many where weekdays differ no more than by chance. */
const PRIOR_OF_LIKE_WEEKDAYS = 8;
const DAY_HOURS = HOURS_PER_DAY;
/** Hours of the day on working days, then on weekends. */
const KINDS = 2 * DAY_HOURS;
// A local copy: without a bundler, an import through several modules is slow in a loop.
const SLOTS = HOURS_PER_WEEK;
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

/** Room for what is learned of a stream: allocating it for each takes longer than the learning. */
export interface EmptinessRoom {
  readonly all: Float64Array;
  readonly week: Tally;
  readonly kinds: Tally;
  readonly ofKinds: Float64Array;
  readonly withoutOne: Float64Array;
}

export function emptinessRoom(): EmptinessRoom {
  const all = new Float64Array(3 * SLOTS + 5 * KINDS);
  let used = 0;
  const take = (places: number): Float64Array => all.subarray(used, (used += places));
  const tally = (places: number): Tally => ({
    hours: take(places),
    empty: take(places),
    events: take(places),
  });
  const [week, kinds] = [tally(SLOTS), tally(KINDS)];
  return { all, week, kinds, ofKinds: take(KINDS), withoutOne: take(KINDS) };
}

function tallyWeek({ from, counts }: StreamHistory, { hours, empty, events }: Tally): void {
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    if (count >= 0) {
      hours[slot] = (hours[slot] ?? 0) + 1;
      events[slot] = (events[slot] ?? 0) + count;
      // Not a branch: which hours are empty cannot be predicted.
      empty[slot] = (empty[slot] ?? 0) + Number(count === 0);
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
}

function tallyKinds(week: Tally, { hours, empty, events }: Tally): void {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const kind = SLOT_KIND[slot] ?? 0;
    hours[kind] = (hours[kind] ?? 0) + (week.hours[slot] ?? 0);
    empty[kind] = (empty[kind] ?? 0) + (week.empty[slot] ?? 0);
    events[kind] = (events[kind] ?? 0) + (week.events[slot] ?? 0);
  }
}

/** The same as by `tallyWeek` and `tallyKinds`, without the hours of the week. */
function tallyOnlyKinds({ from, counts }: StreamHistory, { hours, empty, events }: Tally): void {
  for (let at = 0, slot = slotOf(from); at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN;
    const kind = SLOT_KIND[slot] ?? 0;
    if (count >= 0) {
      hours[kind] = (hours[kind] ?? 0) + 1;
      events[kind] = (events[kind] ?? 0) + count;
      empty[kind] = (empty[kind] ?? 0) + Number(count === 0);
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
}

/** The same as by `tallyWeek`, for one hour of the week. */
function tallySlot({ from, counts }: StreamHistory, slot: number, week: Tally): void {
  const first = (slot - slotOf(from) + SLOTS) % SLOTS;
  for (let at = first; at < counts.length; at += SLOTS) {
    const count = counts[at] ?? Number.NaN;
    if (!(count >= 0)) continue;
    week.hours[slot] = (week.hours[slot] ?? 0) + 1;
    week.events[slot] = (week.events[slot] ?? 0) + count;
    week.empty[slot] = (week.empty[slot] ?? 0) + Number(count === 0);
  }
}

/**
 * The chance of an empty hour of a kind: drawn toward the hours next to it, and these toward all.
 *
 * @param less how many empty hours of the kind are left out
 */
function emptinessOfKind(
  { hours, empty }: Tally,
  emptyOfAll: number,
  kind: number,
  less: number,
): number {
  const first = kind < DAY_HOURS ? 0 : DAY_HOURS;
  let emptyNear = PRIOR_OF_NEAR * emptyOfAll;
  let hoursNear = PRIOR_OF_NEAR;
  for (let step = -1; step <= 1; step += 1) {
    const beside = first + ((kind - first + step + DAY_HOURS) % DAY_HOURS);
    emptyNear += empty[beside] ?? 0;
    hoursNear += hours[beside] ?? 0;
  }
  const ofHour = PRIOR_OF_HOUR * (emptyNear / hoursNear) + Math.max(0, (empty[kind] ?? 0) - less);
  return ofHour / (PRIOR_OF_HOUR + Math.max(0, (hours[kind] ?? 0) - less));
}

function emptinessOfKinds(kinds: Tally, emptyOfAll: number, found: Float64Array, less = 0): void {
  for (let kind = 0; kind < KINDS; kind += 1) {
    found[kind] = emptinessOfKind(kinds, emptyOfAll, kind, less);
  }
}

const sumOf = (numbers: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += numbers[at] ?? 0;
  return sum;
};

/** How often a stream was empty, by hour of the week and by kind of hour. */
export interface Emptiness {
  readonly week: Tally;
  readonly kinds: Tally;
  /** Known hours, and the empty ones among them. */
  readonly known: number;
  readonly empty: number;
  /** The chance of an empty hour, by kind. */
  readonly ofKinds: Float64Array;
  /** How many hours its kind counts as when an hour of the week is learned. */
  readonly ofWeekday: number;
}

/** How weekdays differ is not learned near some hours. */
export type EmptinessNear = Omit<Emptiness, 'ofWeekday'>;

const ofAll = ({ known, empty }: Pick<Emptiness, 'known' | 'empty'>): number =>
  (empty + 0.5) / (known + 1);

/**
 * How many hours a kind counts as beside those of one weekday. Where weekdays differ no more than by
 * chance (the sum of squares of Pearson, within two of its standard deviations), the few hours of one
 * weekday say little, and what they seem to say is noise.
 */
function priorOfWeekday(week: Tally, kinds: Tally): number {
  let squares = 0;
  let free = 0;
  for (let kind = 0; kind < KINDS; kind += 1) {
    const hours = kinds.hours[kind] ?? 0;
    const empty = kinds.empty[kind] ?? 0;
    if (empty > 0 && empty < hours) free -= 1;
  }
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const kind = SLOT_KIND[slot] ?? 0;
    const hours = kinds.hours[kind] ?? 0;
    const empty = kinds.empty[kind] ?? 0;
    const seen = week.hours[slot] ?? 0;
    if (seen === 0 || empty === 0 || empty === hours) continue;
    const chance = empty / hours;
    const expected = seen * chance;
    const more = (week.empty[slot] ?? 0) - expected;
    squares += (more * more) / (expected * (1 - chance));
    free += 1;
  }
  return squares > free + 2 * Math.sqrt(2 * Math.max(free, 0))
    ? PRIOR_OF_WEEKDAY
    : PRIOR_OF_LIKE_WEEKDAYS;
}

/** @param room is written over; what is learned holds as long as nothing else is put there */
export function learnEmptiness(
  history: StreamHistory,
  { all, week, kinds, ofKinds }: EmptinessRoom,
): Emptiness {
  all.fill(0);
  tallyWeek(history, week);
  tallyKinds(week, kinds);
  const sums = { known: sumOf(kinds.hours), empty: sumOf(kinds.empty) };
  emptinessOfKinds(kinds, ofAll(sums), ofKinds);
  return { week, kinds, ...sums, ofKinds, ofWeekday: priorOfWeekday(week, kinds) };
}

/**
 * As `learnEmptiness`, but the hours of the week and the chances of their kinds only for some hours
 * of the week that follow each other. How weekdays differ is not learned. It takes a fifth of the
 * time.
 *
 * @param first the first of these hours of the week
 * @param hours how many, at most 168
 */
export function learnEmptinessNear(
  history: StreamHistory,
  first: number,
  hours: number,
  { all, week, kinds, ofKinds }: EmptinessRoom,
): EmptinessNear {
  all.fill(0);
  tallyOnlyKinds(history, kinds);
  const sums = { known: sumOf(kinds.hours), empty: sumOf(kinds.empty) };
  const emptyOfAll = ofAll(sums);
  for (let hour = 0, slot = first; hour < hours; hour += 1) {
    tallySlot(history, slot, week);
    const kind = SLOT_KIND[slot] ?? 0;
    ofKinds[kind] = emptinessOfKind(kinds, emptyOfAll, kind, 0);
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return { week, kinds, ...sums, ofKinds };
}

/** As `ofKinds`, each without one of its empty hours. @param room the one that they were learned in */
export function ofKindsWithoutOne(learned: Emptiness, { withoutOne }: EmptinessRoom): Float64Array {
  emptinessOfKinds(learned.kinds, ofAll(learned), withoutOne, 1);
  return withoutOne;
}

/** Whether nothing is known of an hour of the week: of one on a day of the weekend without any, or of a kind. */
export function isUnseen(
  { week, kinds }: Pick<Emptiness, 'week' | 'kinds'>,
  slot: number,
): boolean {
  const ofKind = kinds.hours[SLOT_KIND[slot] ?? 0] ?? 0;
  return ofKind === 0 || (SLOT_WEEKEND[slot] === 1 && week.hours[slot] === 0);
}

/**
 * The chance that an hour of the week is empty.
 *
 * @param ofKinds by kind
 * @param less how many empty hours of the hour of the week are left out
 */
export function chanceOfEmpty(
  { week, ofWeekday }: Pick<Emptiness, 'week' | 'ofWeekday'>,
  ofKinds: Float64Array,
  slot: number,
  less = 0,
): number {
  const ofKind = ofWeekday * (ofKinds[SLOT_KIND[slot] ?? 0] ?? 0);
  const seen = (week.hours[slot] ?? 0) + ofWeekday - less;
  return (ofKind + (week.empty[slot] ?? 0) - less) / seen;
}

/** The mean count of an hour of the week. */
export function usualCount(
  { week, kinds }: Pick<Emptiness, 'week' | 'kinds'>,
  slot: number,
): number {
  const kind = SLOT_KIND[slot] ?? 0;
  const ofKind = kinds.hours[kind] ?? 0;
  const rate = ofKind === 0 ? 0 : (kinds.events[kind] ?? 0) / ofKind;
  const seen = (week.hours[slot] ?? 0) + PRIOR_OF_WEEKDAY;
  return ((week.events[slot] ?? 0) + PRIOR_OF_WEEKDAY * rate) / seen;
}

/** Hours of the day in which there never was an event. */
export function quietClockHours({ kinds }: Pick<Emptiness, 'kinds'>): number {
  let quiet = 0;
  for (let hour = 0; hour < DAY_HOURS; hour += 1) {
    const events = (kinds.events[hour] ?? 0) + (kinds.events[hour + DAY_HOURS] ?? 0);
    if (events === 0) quiet += 1;
  }
  return quiet;
}

/** No hour is more evidence than all training hours together can support. */
export const greatestWeight = ({ known }: Pick<Emptiness, 'known'>): number => Math.log(known + 1);

/**
 * The most that hours of the week that follow each other may weigh together if they are empty, however
 * much weekdays differ. A weight is −ln of the chance that its hour is empty.
 *
 * @param learned near these hours, if not of all
 */
export function mostWeightOf(learned: EmptinessNear, first: number, hours: number): number {
  const { week, ofKinds } = learned;
  const differing = { week, ofWeekday: PRIOR_OF_WEEKDAY };
  const like = { week, ofWeekday: PRIOR_OF_LIKE_WEEKDAYS };
  const most = greatestWeight(learned);
  let sum = 0;
  for (let hour = 0, slot = first; hour < hours; hour += 1) {
    if (!isUnseen(learned, slot)) {
      const least = Math.min(
        chanceOfEmpty(differing, ofKinds, slot),
        chanceOfEmpty(like, ofKinds, slot),
      );
      sum += Math.min(most, -Math.log(least));
    }
    slot = slot === SLOTS - 1 ? 0 : slot + 1;
  }
  return sum;
}
