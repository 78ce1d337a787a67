import type { ApiRun } from '../../../../../common/api';

const ACTIVE: ReadonlySet<ApiRun['status']> = new Set(['running', 'canceling']);

/** Whether a run is active. */
export function isActive({ status }: Pick<ApiRun, 'status'>): boolean {
  return ACTIVE.has(status);
}

/** One of the three counts of a run's progress. */
export interface ProgressCount {
  readonly id: 'days' | 'series' | 'events';
  readonly done: number;
  readonly of: number;
}

/** A run before its first sign of life. */
export const NOT_BEGUN: Pick<ApiRun, 'progress'> = {
  progress: {
    phase: 'counting',
    days: 0,
    days_counted: 0,
    series: 0,
    series_compared: 0,
    findings: 0,
    documents_to_tag: 0,
    documents_tagged: 0,
  },
};

/** The progress of a run: days, series, and documents if it tags. */
export function progressCounts({ progress }: Pick<ApiRun, 'progress'>): ProgressCount[] {
  const counts: ProgressCount[] = [
    { id: 'days', done: progress.days_counted, of: progress.days },
    { id: 'series', done: progress.series_compared, of: progress.series },
  ];
  if (progress.documents_to_tag === 0) return counts;
  return [
    ...counts,
    { id: 'events', done: progress.documents_tagged, of: progress.documents_to_tag },
  ];
}

/** The progress of a run as a whole, 0 to 1. Parts that are not known yet have not begun. */
export function progressShare(run: Pick<ApiRun, 'progress'>): number {
  const counts = progressCounts(run);
  const shares = counts.map(({ done, of }) => (of === 0 ? 0 : Math.min(1, done / of)));
  return shares.reduce((sum, share) => sum + share, 0) / counts.length;
}

/**
 * The quarter that a run has reached, 0 to 4. Screen readers announce progress only once a quarter.
 */
export function progressQuarter(run: Pick<ApiRun, 'progress'>): number {
  return Math.floor(progressShare(run) * 4);
}
