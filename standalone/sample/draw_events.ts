import type { Rhythm } from './rhythm';
import type { DrawEvents } from './stream';

/** How much busier or quieter than usual a whole day is: standard deviation of the logarithm. */
const SPREAD_OF_DAYS = 0.05;

/** Events of people and their machines: a rhythm with noise, and with busier and quieter days. */
export function byRhythm(rhythm: Rhythm, dispersion = 0.03): DrawEvents {
  return (random, { weekday, lengths }) => {
    const loudness = Math.exp(SPREAD_OF_DAYS * random.normal());
    return lengths.map((length, hour) =>
      random.negativeBinomial(rhythm(hour, weekday) * length * loudness, dispersion),
    );
  };
}

/** Regular events: the same number each hour, of which one is missing once in a while. */
export function heartbeat(perHour: number, missed = 0.02): DrawEvents {
  return (random, { lengths }) =>
    lengths.map((length) => {
      const due = Math.round(perHour * length);
      return due > 0 && random.uniform() < missed ? due - 1 : due;
    });
}

/** A job that writes about as many lines at an hour of each day, or of one weekday. */
export function job(atHour: number, lines: number, onWeekday?: number): DrawEvents {
  return (random, { weekday, lengths }) => {
    const isDue = onWeekday === undefined || weekday === onWeekday;
    const written = isDue ? random.negativeBinomial(lines, 0.005) : 0;
    return lengths.map((length, hour) => (hour === atHour && length > 0 ? written : 0));
  };
}
