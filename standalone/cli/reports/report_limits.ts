import type { Settings } from '../../../common/settings';

/** The thresholds that a report shows next to its findings. */
export interface Limits {
  readonly difference: number;
  readonly contribution: number;
}

/** The talk's thresholds in the settings. */
export function limitsOf({ talk }: Settings): Limits {
  return { difference: talk.difference_limit, contribution: talk.contribution_limit };
}
