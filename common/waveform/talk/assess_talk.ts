import { greatest } from '../../lists';
import { type Day, type DayColumn, daysBetween } from '../../time';
import type { TalkSettings } from '../../settings';
import {
  type Assessment,
  type Comparison,
  type Unusual,
  basisOf,
  findingStretches,
  flaggedHours,
  rankOf,
  ratioOf,
  type Flag,
  type FlagContext,
  type SurprisingFlag,
  type SeriesCase,
  type TrainingDay,
  weekdayIn,
} from '../hours';
import {
  comparedSentence,
  type EarlierDays,
  newSentence,
  pluralWords,
  weekdayWords,
} from '../words';
import { flagTalk } from './flag_talk';
import { scoreTalk, type TalkScore } from './score_talk';

/** What the talk's method needs to know in addition to the counts. */
export interface TalkAssessmentSettings {
  readonly talk: TalkSettings;
  readonly training: { readonly days: number };
}

type Compared = Extract<TalkScore, { kind: 'compared' }>;

const NOTHING: Comparison = {
  usual_day: null,
  ranges: null,
  basis: 'no days',
  basis_days: [],
  surprise: null,
  surprise_by_hour: null,
  difference: null,
  contribution: null,
};

function overLimit(value: number, limit: number): number {
  if (limit > 0) return value / limit;
  return value > 0 ? Infinity : 0;
}

/** An hour is flagged if day and hour both pass their thresholds, so the weaker test decides. */
function surpriseByHour(score: Compared, settings: TalkSettings): number[] {
  const day = overLimit(score.difference, settings.difference_limit);
  return score.contributions.map((share) =>
    Math.max(0, Math.min(day, overLimit(share, settings.contribution_limit))),
  );
}

function weekdaysInWords(days: readonly Day[], tested: SeriesCase): string {
  return pluralWords(days.length, weekdayWords(weekdayIn(tested, tested.day)));
}

function compare(score: Compared, tested: SeriesCase, settings: TalkSettings): Comparison {
  const byHour = surpriseByHour(score, settings);
  return {
    usual_day: score.wave,
    ranges: null,
    basis: weekdaysInWords(score.days, tested),
    basis_days: score.days,
    surprise: greatest(byHour),
    surprise_by_hour: byHour,
    difference: score.difference,
    contribution: score.contributions,
  };
}

/** The training days of which an hour is known. */
function knownDays({ day, training }: SeriesCase, trainingDays: number): TrainingDay[] {
  return training.filter(({ day: trained, counts }) => {
    const age = daysBetween(trained, day);
    return age >= 1 && age <= trainingDays && counts.some((count) => count !== null);
  });
}

/** The days without an event: of its weekday if the series was seen on another one. */
function unseenOn(seriesCase: SeriesCase, trainingDays: number): EarlierDays {
  const known = knownDays(seriesCase, trainingDays);
  const isSeen = known.some(({ counts }) => counts.some((count) => (count ?? 0) > 0));
  const days = known.length;
  if (!isSeen) return { days };
  return { days, weekday: weekdayWords(weekdayIn(seriesCase, seriesCase.day)) };
}

function unseen(
  flags: readonly Flag[],
  context: FlagContext,
  seriesCase: SeriesCase,
  trainingDays: number,
): Unusual {
  const flagged = flaggedHours(
    flags.map((flag) => ({ ...flag, surprise: 1 })),
    context,
  );
  const runs = findingStretches(flagged, context);
  const sentence = newSentence(runs, unseenOn(seriesCase, trainingDays), context.columns);
  return { verdict: 'new', flagged, runs, ratio: null, rank: null, shift: null, sentence };
}

function compared(flags: readonly SurprisingFlag[], context: FlagContext): Unusual {
  const flagged = flaggedHours(flags, context);
  const runs = findingStretches(flagged, context);
  const [strongest] = [...flags].sort((a, b) => b.score - a.score);
  const isLow = strongest?.direction === 'low';
  const [first] = runs;
  return {
    verdict: isLow ? 'less' : 'more',
    flagged,
    runs,
    ratio: ratioOf(runs),
    rank: first === undefined ? null : rankOf(first, context, isLow ? 'lowest' : 'highest'),
    shift: null,
    sentence: comparedSentence(runs, first?.direction, context.columns),
  };
}

/**
 * Assesses one series on one day by the talk's method.
 *
 * @param columns the 24 columns of the tested day; an hour that the clock skips is not assessed
 */
export function assessTalk(
  seriesCase: SeriesCase,
  columns: readonly DayColumn[],
  { talk, training }: TalkAssessmentSettings,
): Assessment {
  if (seriesCase.is_left_out === true) {
    return { ...NOTHING, state: 'not_judged', reason: 'calendar' };
  }
  const score = scoreTalk(seriesCase, training.days, talk);
  if (score.kind === 'not_compared') {
    return { ...NOTHING, state: 'not_judged', reason: score.reason };
  }
  const shown = flagTalk(score, talk).filter(({ hour }) => (columns[hour]?.length ?? 0) > 0);
  const flags = shown.filter(({ hour }) => seriesCase.excused_hours?.has(hour) !== true);
  const { counts } = seriesCase;
  if (score.kind === 'unseen') {
    if (flags.length === 0) {
      const reason = shown.length === 0 ? 'no_events' : 'expected_hours';
      return { ...NOTHING, state: 'not_judged', reason };
    }
    const context = { counts, usualDay: null, basis: [], columns };
    const found = unseen(flags, context, seriesCase, training.days);
    return { ...NOTHING, surprise: 1, state: 'unusual', ...found };
  }
  const comparison = compare(score, seriesCase, talk);
  if (flags.length === 0) return { ...comparison, state: 'usual' };
  const basis = basisOf(seriesCase, score.days);
  const surprising = flags.map((flag) => ({
    ...flag,
    surprise: comparison.surprise_by_hour?.[flag.hour] ?? 0,
  }));
  const context = { counts, usualDay: score.wave, basis, columns };
  return { ...comparison, state: 'unusual', ...compared(surprising, context) };
}
