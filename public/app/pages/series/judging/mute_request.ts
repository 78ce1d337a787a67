import type { Day } from '../../../../../common/time';
import type { SeriesKey } from '../../../basics';

/** What is muted: a series, all of its source, or everything. */
export type MuteScope = 'series' | 'source' | 'all';

/** A mute as the form has it. */
export interface MuteDraft {
  readonly scope: MuteScope;
  readonly reason: string;
  /** Empty for the reader. */
  readonly owner: string;
  /** The first day that is no longer muted. */
  readonly until: Day;
}

function aboutOf({ source, subtype }: SeriesKey, scope: MuteScope) {
  if (scope === 'all') return { source: null };
  return scope === 'source' ? { source } : { source, subtype };
}

/** The request to mute a series from a day on. */
export function muteRequest(series: SeriesKey, from: Day, draft: MuteDraft) {
  const { scope, reason, owner, until } = draft;
  const named = owner.trim() === '' ? {} : { owner: owner.trim() };
  return {
    kind: 'mute' as const,
    ...aboutOf(series, scope),
    reason: reason.trim(),
    ...named,
    from,
    until,
  };
}

/** The request to end a mute. */
export function unmuteRequest(series: SeriesKey, scope: MuteScope) {
  return { kind: 'back' as const, ...aboutOf(series, scope) };
}
