/** Adjacent hours as one: from the beginning of the first to the end of the last. */
export interface HourRun {
  /** First wall-clock hour, 0 to 23. */
  readonly from: number;
  /** The hour at which it ends, 1 to 24. */
  readonly to: number;
}

/** Joins adjacent hours into runs. @param hours wall-clock hours, ascending */
export function hourRuns(hours: readonly number[]): HourRun[] {
  const runs: HourRun[] = [];
  for (const hour of hours) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === hour) runs[runs.length - 1] = { ...last, to: hour + 1 };
    else runs.push({ from: hour, to: hour + 1 });
  }
  return runs;
}
