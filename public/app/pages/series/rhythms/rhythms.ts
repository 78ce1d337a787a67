import { HOURS_PER_DAY } from '../../../../../common/time';
import { differenceOf, transformDay } from '../../../../../common/waveform/talk';
import type { Hours } from '../model/series_view';

/** One component of a day: how strongly its counts vary with a period, in events an hour. */
export interface Rhythm {
  /** 0 is the mean level; k repeats k times a day. */
  readonly component: number;
  readonly today: number;
  readonly usual: number;
}

/** The rhythms of a day and the usual ones, and their difference by the talk's method. */
export interface Rhythms {
  readonly components: readonly Rhythm[];
  /** The difference by the talk's method; null if the usual day lacks the last rhythm. */
  readonly difference: number | null;
}

function known(counts: Hours | null): readonly number[] | undefined {
  if (counts === null || counts.includes(null)) return undefined;
  return counts.map((count) => count ?? 0);
}

/** |X_0| / 24 is the mean; a wave of period 24 / k has the amplitude 2 |X_k| / 24. */
function perHour(amplitude: number, component: number): number {
  return ((component === 0 ? 1 : 2) * amplitude) / HOURS_PER_DAY;
}

/**
 * The first components of a day and of its usual day.
 *
 * @param depth how many, beginning with the constant one
 * @returns undefined if hours are unknown or nothing is usual: rhythms need all 24
 */
export function rhythmsOf(today: Hours, usual: Hours | null, depth: number): Rhythms | undefined {
  const [counts, wave] = [known(today), known(usual)];
  if (counts === undefined || wave === undefined) return undefined;
  const [day, usually] = [transformDay(counts, depth), transformDay(wave, depth)];
  const { difference } = differenceOf(day, usually);
  return {
    components: day.amplitudes.map((amplitude, component) => ({
      component,
      today: perHour(amplitude, component),
      usual: perHour(usually.amplitudes[component] ?? 0, component),
    })),
    difference: Number.isFinite(difference) ? difference : null,
  };
}
