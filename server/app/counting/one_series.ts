import { isDigestKey } from '../../../common/sources';
import { HOURS_PER_DAY } from '../../../common/time';
import type { SourceDay } from '../../../common/waveform/hours';
import { subtypeKey } from '../basics';

// A name of its own: what is read through several modules is slow in a loop.
const DAY_HOURS = HOURS_PER_DAY;
const REST = 'all other series';

/** Takes the series of a day one by one and keeps what is wanted of them. */
export interface SeriesCollector {
  add(subtype: string, hours: readonly number[]): void;
  series(): SourceDay['series'];
}

/**
 * Keeps a day of a source as one of its series needs it: that series, and all others as one. What is
 * found out about the source as a whole stays the same, and no other series is kept.
 *
 * @param key of the series; null if only the whole source is wanted
 */
export function collectOneSeries(key: string | null): SeriesCollector {
  const isDigest = key !== null && isDigestKey(key);
  const isWanted = (subtype: string): boolean =>
    subtype === key || (isDigest && subtypeKey(subtype) === key);
  const rest = Array<number>(HOURS_PER_DAY).fill(0);
  let own: readonly [subtype: string, hours: readonly number[]] | undefined;
  return {
    add(subtype, hours) {
      if (isWanted(subtype)) {
        own = [subtype, hours];
        return;
      }
      for (let hour = 0; hour < DAY_HOURS; hour += 1) {
        rest[hour] = (rest[hour] ?? 0) + (hours[hour] ?? 0);
      }
    },
    series() {
      const name = own?.[0] === REST ? `${REST} ` : REST;
      return new Map([[name, rest], ...(own === undefined ? [] : [own])]);
    },
  };
}
