import type { TalkSettings } from '../../settings/settings';
import type { Flag } from '../flagged_hours';
import type { TalkScore } from './score_talk';

/**
 * Applies the talk's limits: a day whose difference reaches its limit is unusual, and of it the
 * hours whose contribution exceeds theirs. A series without a usual day is flagged at each hour
 * with at least one event.
 */
export function judgeTalk(score: TalkScore, settings: TalkSettings): Flag[] {
  if (score.kind === 'not_compared') return [];
  if (score.kind === 'unseen') {
    return score.counts.flatMap((count, hour) =>
      count >= 1 ? [{ hour, score: 1, direction: 'high' as const }] : [],
    );
  }
  if (score.difference < settings.difference_limit) return [];
  return score.contributions.flatMap((contribution, hour) => {
    if (contribution <= settings.contribution_limit) return [];
    const isHigh = (score.counts[hour] ?? 0) > (score.wave[hour] ?? 0);
    return [
      { hour, score: contribution, direction: isHigh ? ('high' as const) : ('low' as const) },
    ];
  });
}
