import type { TalkSettings } from '../../settings';
import type { Flag } from '../hours';
import type { TalkScore } from './score_talk';

function hoursWhere(values: readonly number[], is: (value: number) => boolean): number[] {
  const hours: number[] = [];
  values.forEach((value, hour) => {
    if (is(value)) hours.push(hour);
  });
  return hours;
}

/**
 * Applies the talk's thresholds. A day whose difference reaches its threshold is unusual, and so
 * are its hours whose contribution exceeds theirs. A series without a usual day is flagged at each
 * hour with an event, which is half a count where the clock shows the hour twice.
 */
export function flagTalk(score: TalkScore, settings: TalkSettings): Flag[] {
  if (score.kind === 'not_compared') return [];
  if (score.kind === 'unseen') {
    return hoursWhere(score.counts, (count) => count > 0).map((hour) => ({
      hour,
      score: 1,
      direction: 'high',
    }));
  }
  const { difference, contributions, counts, wave } = score;
  if (difference < settings.difference_limit) return [];
  return hoursWhere(contributions, (share) => share > settings.contribution_limit).map((hour) => ({
    hour,
    score: contributions[hour] ?? 0,
    direction: (counts[hour] ?? 0) > (wave[hour] ?? 0) ? 'high' : 'low',
  }));
}
