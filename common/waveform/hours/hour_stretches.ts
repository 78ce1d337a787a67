/** Adjacent hours as one stretch: from the beginning of the first to the end of the last. */
export interface HourStretch {
  /** First wall-clock hour, 0 to 23. */
  readonly from: number;
  /** The hour at which it ends, 1 to 24. */
  readonly to: number;
}

/** Joins adjacent hours into stretches. @param hours wall-clock hours, ascending */
export function hourStretches(hours: readonly number[]): HourStretch[] {
  const stretches: HourStretch[] = [];
  for (const hour of hours) {
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.to === hour)
      stretches[stretches.length - 1] = { ...last, to: hour + 1 };
    else stretches.push({ from: hour, to: hour + 1 });
  }
  return stretches;
}
