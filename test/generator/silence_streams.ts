import { HOURS_PER_DAY } from '../../common/time';
import { isWeekendSlot, slotOf } from '../../common/silence/wall_hour';
import type { Random } from './random';

/** The events of an hour: how many, and when the first and the last came, in hours after its start. */
export interface StreamHour {
  readonly count: number;
  readonly first: number;
  readonly last: number;
}

/** A generated stream: its kind, and its events hour by hour. */
export interface Stream {
  readonly kind: string;
  /** Wall-clock hours since 1970-01-01. */
  readonly from: number;
  readonly counts: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
}

type DrawHour = (hour: number, isHoliday: boolean) => StreamHour;
type Kind = (random: Random, from: number, length: number) => DrawHour;

const NONE: StreamHour = { count: 0, first: 0, last: 0 };

/** Independent events of an hour. */
function scattered(random: Random, count: number): StreamHour {
  if (count === 0) return NONE;
  const first = 1 - (1 - random.uniform()) ** (1 / count);
  if (count === 1) return { count, first, last: first };
  const last = first + (1 - first) * random.uniform() ** (1 / (count - 1));
  return { count, first, last };
}

/** The same number of events in each hour, at the same minutes. */
const constant: Kind = (random) => {
  const every = random.pick([1 / 60, 1 / 12, 1 / 4, 1 / 2, 1, 1, 2, 3, 6]);
  const phase = random.uniform() * every;
  return (hour) => {
    const next = Math.ceil((hour - phase) / every);
    const first = phase + next * every - hour;
    if (first >= 1) return NONE;
    const count = Math.ceil((1 - first) / every);
    return { count, first, last: first + (count - 1) * every };
  };
};

const poisson: Kind = (random) => {
  const rate = random.scale(0.5, 500);
  return () => scattered(random, random.poisson(rate));
};

const officeHours: Kind = (random) => {
  const [from, to] = [random.whole(6, 9), random.whole(16, 19)];
  const rate = random.scale(2, 500);
  const night = random.pick([0, 0, 0.02]);
  const dispersion = random.pick([0, 0.1, 0.3]);
  return (hour, isHoliday) => {
    const clock = hour % HOURS_PER_DAY;
    const isOpen = !isWeekendSlot(slotOf(hour)) && !isHoliday && clock >= from && clock < to;
    return scattered(random, random.negativeBinomial(isOpen ? rate : night, dispersion));
  };
};

const nightly: Kind = (random) => {
  const from = random.whole(0, 4);
  const length = random.whole(2, 5);
  const rate = random.scale(5, 300);
  return (hour) => {
    const clock = hour % HOURS_PER_DAY;
    const isOn = clock >= from && clock < from + length;
    return scattered(random, isOn ? random.negativeBinomial(rate, 0.1) : 0);
  };
};

/** One event, or a few, in each period, a little earlier or later each time. */
function jobAt(random: Random, jitter: number, lines: number, isDay: (hour: number) => boolean) {
  const at = random.whole(1, 20) + random.uniform();
  return (hour: number): StreamHour => {
    const clock = hour % HOURS_PER_DAY;
    if (clock !== Math.floor(at) || !isDay(hour)) return NONE;
    const first = (at % 1) + jitter * (random.uniform() - 0.5);
    return { count: lines, first, last: first };
  };
}

const onceADay: Kind = (random) =>
  jobAt(random, random.pick([0, 0.1, 0.5, 1.5]), random.whole(1, 40), () => true);

const onceAWeek: Kind = (random) => {
  const weekday = random.whole(0, 6);
  const isDay = (hour: number): boolean => Math.floor(slotOf(hour) / HOURS_PER_DAY) === weekday;
  return jobAt(random, random.pick([0, 0.1, 0.5]), random.whole(1, 40), isDay);
};

const bursty: Kind = (random) => {
  const rate = random.scale(0.5, 12) / HOURS_PER_DAY;
  return () => {
    const bursts = random.poisson(rate);
    const events = bursts === 0 ? 0 : bursts + random.negativeBinomial(30 * bursts, 0.5);
    return scattered(random, events);
  };
};

const trending: Kind = (random, from, length) => {
  const [start, end] = [random.scale(2, 100), random.scale(2, 100)];
  const depth = random.pick([0, 0.5]);
  return (hour) => {
    const rate = start * (end / start) ** ((hour - from) / length);
    const daily = 1 + depth * Math.cos(((hour % HOURS_PER_DAY) * Math.PI) / 12);
    return scattered(random, random.poisson(rate * daily));
  };
};

/** The kinds by name, in the order of the table. */
export const streamKinds: ReadonlyMap<string, Kind> = new Map([
  ['constant', constant],
  ['Poisson 0.5–500', poisson],
  ['office hours', officeHours],
  ['nightly', nightly],
  ['once a day', onceADay],
  ['once a week', onceAWeek],
  ['bursty', bursty],
  ['trending', trending],
]);

/**
 * Draws a stream.
 *
 * @param from its first hour
 * @param length in hours
 */
export function drawStream(
  random: Random,
  kind: string,
  from: number,
  length: number,
  isHoliday: (hour: number) => boolean,
): Stream {
  const draw = streamKinds.get(kind)?.(random, from, length);
  if (draw === undefined) throw new RangeError(`there is no kind of stream "${kind}"`);
  const counts = new Float64Array(length);
  const first = new Float64Array(length);
  const last = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const hour = draw(from + at, isHoliday(from + at));
    if (hour.count === 0) continue;
    // A job that comes early or late may come in the hour beside its own.
    const shift = Math.floor(hour.first);
    const place = Math.min(length - 1, Math.max(0, at + shift));
    counts[place] = (counts[place] ?? 0) + hour.count;
    first[place] = hour.first - shift;
    last[place] = hour.last - shift;
  }
  return { kind, from, counts, first, last };
}
