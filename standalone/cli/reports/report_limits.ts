import type { Settings } from '../../../common/settings';

/** The limits that a report names beside what it found. */
export interface Limits {
  readonly difference: number;
  readonly contribution: number;
}

/** The talk's limits as the settings have them. */
export function limitsOf({ talk }: Settings): Limits {
  return { difference: talk.difference_limit, contribution: talk.contribution_limit };
}
