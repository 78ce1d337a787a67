import { HOURS_PER_DAY } from '../../../time';
import { LONGEST, WINDOWS } from './windows';

/** A day's counts with what is expected of them. */
export interface DayCounts {
  /** 24 counts, NaN if unknown. */
  readonly counts: Float64Array;
  /** 24 expected counts, each above 0. */
  readonly expected: Float64Array;
}

/**
 * Windows' counts compared with what is expected of them once the rest of the day is known, by
 * number of the window. The memory is reused for each day.
 */
export interface WindowRoom {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /**
   * −log₁₀ of the chance of a count as far out, minus the penalty for the length; NaN if not
   * scored.
   */
  readonly scores: Float64Array;
  /** Numbers of the tested windows whose mean is known, ascending, and how many there are. */
  readonly measured: Int16Array;
  measuredCount: number;
  /** 1 if more came than expected. */
  readonly isHigh: Uint8Array;
  /** By hour: its residual, the influence of the others on it, its standard deviation. */
  readonly z: Float64Array;
  readonly said: Float64Array;
  readonly deviations: Float64Array;
  /**
   * By hour: the count that its residual stands for, and the largest part of its own in that
   * residual with which its mean is above the minimum share.
   */
  readonly told: Float64Array;
  readonly spare: Float64Array;
  /** By hour of a window: influence and deviation, divided by the root; what the rest leaves. */
  readonly heard: Float64Array;
  readonly scattered: Float64Array;
  readonly left: Float64Array;
}

/** Memory for the windows of a day, to be reused. */
export function roomForWindows(): WindowRoom {
  const [counts, means, variances, scores] = [0, 0, 0, 0].map(
    () => new Float64Array(WINDOWS.length),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const ofHours = (): Float64Array => new Float64Array(HOURS_PER_DAY);
  const ofWindow = (): Float64Array => new Float64Array(LONGEST);
  return {
    counts,
    means,
    variances,
    scores,
    measured: new Int16Array(WINDOWS.length),
    measuredCount: 0,
    isHigh: new Uint8Array(WINDOWS.length),
    z: ofHours(),
    said: ofHours(),
    deviations: ofHours(),
    told: ofHours(),
    spare: ofHours(),
    heard: ofWindow(),
    scattered: ofWindow(),
    left: ofWindow(),
  };
}
