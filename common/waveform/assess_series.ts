import type { Settings } from '../settings/settings';
import { weekdayOf, type Day } from '../time/day';
import type { DayColumn } from '../time/local_day';
import type { FlaggedHour, Verdict } from './finding';
import { hourRuns, type HourRun } from './hour_runs';
import { ascending, percentileOfSorted } from './percentile';
import { comparedSentence, newSentence, type FlaggedRun } from './sentence';
import type { HourCount, SeriesCase, TrainingDay } from './series_case';
import { judgeTalk, type Flag } from './talk/judge_talk';
import { scoreTalk, type TalkScore } from './talk/score_talk';
import { pluralWords, weekdayWords } from './words';

/** What the settings say about judging a series. */
export type JudgingSettings = Pick<Settings, 'method' | 'talk' | 'training'>;

/** What a method makes of one series on one day. */
export type Assessment =
  | { readonly state: 'not_judged'; readonly reason: 'no_events' | 'unknown_hours' }
  | { readonly state: 'usual'; readonly difference: number; readonly usual_day: readonly number[] }
  | {
      readonly state: 'unusual';
      readonly verdict: Verdict;
      /** Ascending by hour. */
      readonly flagged: readonly FlaggedHour[];
      /** May be Infinity; null without a usual day. */
      readonly difference: number | null;
      readonly usual_day: readonly number[] | null;
      readonly contribution: readonly number[] | null;
      readonly ratio: number | null;
      readonly sentence: string;
    };

const MIDDLE_HALF = { low: 25, high: 75 };

/** The sum of a day's counts over a run of hours; nothing when one of them is unknown. */
function sumOver(counts: readonly HourCount[], { from, to }: HourRun): number[] {
  const hours = counts.slice(from, to);
  return hours.includes(null) ? [] : [hours.reduce<number>((sum, count) => sum + (count ?? 0), 0)];
}

/** The middle half of the training days over a run of hours, in counts. */
export function usualRange(
  days: readonly TrainingDay[],
  run: HourRun,
): readonly [number, number] | null {
  const sums = ascending(days.flatMap((day) => sumOver(day.counts, run)));
  if (sums.length === 0) return null;
  return [percentileOfSorted(sums, MIDDLE_HALF.low), percentileOfSorted(sums, MIDDLE_HALF.high)];
}

function flaggedHours(
  flags: readonly Flag[],
  counts: readonly HourCount[],
  wave: readonly number[] | null,
  basis: readonly TrainingDay[],
  columns: readonly DayColumn[],
): FlaggedHour[] {
  return flags.map(({ hour, score }) => {
    const count = counts[hour] ?? 0;
    return {
      hour,
      count,
      events: Math.round(count * (columns[hour]?.length ?? 1)),
      expected: wave === null ? null : (wave[hour] ?? 0),
      usual: usualRange(basis, { from: hour, to: hour + 1 }),
      score,
    };
  });
}

/** Runs of the flagged hours, the strongest first; equal ones in the order of the day. */
function runsByStrength(
  flagged: readonly FlaggedHour[],
  counts: readonly HourCount[],
  basis: readonly TrainingDay[],
): FlaggedRun[] {
  const strength = ({ from, to }: HourRun): number =>
    Math.max(...flagged.filter(({ hour }) => hour >= from && hour < to).map(({ score }) => score));
  return hourRuns(flagged.map(({ hour }) => hour))
    .sort((a, b) => strength(b) - strength(a) || a.from - b.from)
    .map((run) => ({ ...run, count: sumOver(counts, run)[0] ?? 0, usual: usualRange(basis, run) }));
}

function unseenSince(seriesCase: SeriesCase, trainingDays: number): string {
  const weekday = weekdayWords(weekdayOf(seriesCase.day));
  const isSeen = seriesCase.training.some(({ counts }) => counts.some((count) => (count ?? 0) > 0));
  const days = pluralWords(trainingDays, 'day');
  return isSeen ? `on a ${weekday} in the ${days} before` : `in the ${days} before`;
}

function basisOf(seriesCase: SeriesCase, days: readonly Day[]): TrainingDay[] {
  return seriesCase.training.filter(({ day }) => days.includes(day));
}

function assessFlags(
  seriesCase: SeriesCase,
  score: Exclude<TalkScore, { kind: 'not_compared' }>,
  flags: readonly Flag[],
  columns: readonly DayColumn[],
  settings: JudgingSettings,
): Assessment {
  const { counts } = seriesCase;
  if (score.kind === 'unseen') {
    const flagged = flaggedHours(flags, counts, null, [], columns);
    const runs = runsByStrength(flagged, counts, []);
    const sentence = newSentence(runs, unseenSince(seriesCase, settings.training.days));
    const unseen = { difference: null, usual_day: null, contribution: null, ratio: null };
    return { state: 'unusual', verdict: 'new', flagged, sentence, ...unseen };
  }
  const basis = basisOf(seriesCase, score.days);
  const flagged = flaggedHours(flags, counts, score.wave, basis, columns);
  const [strongest] = [...flags].sort((a, b) => b.score - a.score);
  const expected = score.wave[strongest?.hour ?? 0] ?? 0;
  return {
    state: 'unusual',
    verdict: strongest?.direction === 'low' ? 'less' : 'more',
    flagged,
    difference: score.difference,
    usual_day: score.wave,
    contribution: score.contributions,
    ratio: expected === 0 ? null : (counts[strongest?.hour ?? 0] ?? 0) / expected,
    sentence: comparedSentence(runsByStrength(flagged, counts, basis)),
  };
}

/**
 * Judges one series on one day by the method that the settings name.
 *
 * @param columns the 24 columns of the tested day: an hour that the clock skips is not judged
 * @throws RangeError for counts that are negative, infinite or not numbers
 */
export function assessSeries(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  settings: JudgingSettings,
): Assessment {
  const score = scoreTalk(seriesCase, settings.training.days, settings.talk);
  if (score.kind === 'not_compared') return { state: 'not_judged', reason: score.reason };
  const flags = judgeTalk(score, settings.talk).filter(
    ({ hour }) => (columns[hour]?.length ?? 0) > 0,
  );
  if (flags.length > 0) return assessFlags(seriesCase, score, flags, columns, settings);
  if (score.kind === 'unseen') return { state: 'not_judged', reason: 'no_events' };
  return { state: 'usual', difference: score.difference, usual_day: score.wave };
}
