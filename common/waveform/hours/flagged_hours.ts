import { greatest } from '../../lists';
import type { DayColumn, Day } from '../../time';
import type { Direction, FindingStretch, FlaggedHour, Range, Rank } from './finding';
import { hourStretches, type HourStretch, withoutSkipped } from './hour_stretches';
import { asLogged, loggedOver, loggedPerCount, timesRange } from './logged_events';
import { ascending, percentileOfSorted } from './percentile';
import type { HourCount, SeriesCase, TrainingDay } from './series_case';

/** One hour that a method flags. */
export interface Flag {
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
  /** Under the talk's method the hour's contribution, 1 if the whole series is new. */
  readonly score: number;
  readonly direction: 'high' | 'low';
}

/** A flag with its strongest test divided by that test's threshold. */
export interface SurprisingFlag extends Flag {
  readonly surprise: number;
}

/** A ratio with the stretches that it may be of. */
interface RatioOfRuns {
  readonly ratio: number | null;
  readonly runs: readonly Pick<FindingStretch, 'expected'>[];
}

/** What flagged hours are compared with. */
export interface FlagContext {
  readonly counts: readonly HourCount[];
  /** The usual day, 24 counts; null if there is none. */
  readonly usualDay: readonly number[] | null;
  /** The training days that the basis names. */
  readonly basis: readonly TrainingDay[];
  readonly columns: readonly DayColumn[];
  /** What the model says is usual over a stretch; absent if the days of the basis decide. */
  readonly rangeOver?: (stretch: HourStretch) => Range;
}

const MIDDLE_HALF = { low: 25, high: 75 };

/** The sum of a day's counts over a stretch of hours; undefined when one of them is unknown. */
export function sumOver(
  counts: readonly HourCount[],
  { from, to }: HourStretch,
): number | undefined {
  let sum = 0;
  for (let hour = from; hour < to; hour += 1) {
    const count = counts[hour] ?? null;
    if (count === null) return undefined;
    sum += count;
  }
  return sum;
}

function sumsOver(days: readonly TrainingDay[], stretch: HourStretch): number[] {
  return days.flatMap(({ counts }) => sumOver(counts, stretch) ?? []);
}

/** The middle half of the training days over a stretch of hours, in counts; null without days. */
export function usualRange(days: readonly TrainingDay[], stretch: HourStretch): Range | null {
  const sums = ascending(sumsOver(days, stretch));
  if (sums.length === 0) return null;
  return [percentileOfSorted(sums, MIDDLE_HALF.low), percentileOfSorted(sums, MIDDLE_HALF.high)];
}

/**
 * The range extended to contain a count, since a mean may be outside the middle half of its days.
 */
export function holding([low, high]: Range, usual: number | undefined): Range {
  return usual === undefined ? [low, high] : [Math.min(low, usual), Math.max(high, usual)];
}

/**
 * What is usual over a stretch of hours: from the model, or else the middle half of the days. It
 * always contains what is expected there; null without days.
 */
export function rangeOver(
  { rangeOver: ofModel, basis, usualDay }: FlagContext,
  stretch: HourStretch,
): Range | null {
  if (ofModel !== undefined) return ofModel(stretch);
  const half = usualRange(basis, stretch);
  return half && holding(half, usualDay === null ? undefined : sumOver(usualDay, stretch));
}

/** The training days of a case whose dates are given. */
export function basisOf({ training }: SeriesCase, days: readonly Day[]): TrainingDay[] {
  return training.filter(({ day }) => days.includes(day));
}

/** The counts in the flagged hours, and what is usual there. */
export function flaggedHours(
  flags: readonly SurprisingFlag[],
  context: FlagContext,
): FlaggedHour[] {
  const { counts, usualDay, columns } = context;
  return flags.map(({ hour, score, surprise, direction }) => {
    const count = counts[hour] ?? 0;
    return {
      hour,
      count,
      events: Math.round(count * (columns[hour]?.length ?? 1)),
      expected: usualDay === null ? null : (usualDay[hour] ?? 0),
      usual: rangeOver(context, { from: hour, to: hour + 1 }),
      direction: direction === 'low' ? 'less' : 'more',
      score,
      surprise,
    };
  });
}

/** Adjacent hours of one direction. More at one hour and less at the next are two things. */
function stretchesOf(
  flagged: readonly FlaggedHour[],
  { columns }: FlagContext,
): (HourStretch & { direction: Direction })[] {
  return (['more', 'less'] as const).flatMap((direction) => {
    const hours = flagged.filter((one) => one.direction === direction).map(({ hour }) => hour);
    return hourStretches(hours, columns).map((stretch) => ({ ...stretch, direction }));
  });
}

/** What stretches are compared with. An hour that the clock skips is in no sum over them. */
function overStretches(context: FlagContext): FlagContext {
  const { columns, counts, usualDay, basis } = context;
  if (!columns.some(({ length }) => length === 0)) return context;
  return {
    ...context,
    counts: withoutSkipped(counts, columns),
    usualDay: usualDay && withoutSkipped(usualDay, columns),
    basis: basis.map((day) => ({ ...day, counts: withoutSkipped(day.counts, columns) })),
  };
}

/** The numbers of a stretch as events are logged, where they are others than its counts. */
function loggedOf(
  { from, to }: HourStretch,
  { expected, usual }: Pick<FindingStretch, 'expected' | 'usual'>,
  { columns, counts, usualDay }: FlagContext,
): Pick<FindingStretch, 'logged'> {
  const isPlain = ({ length }: DayColumn): boolean => length === 0 || length === 1;
  if (columns.slice(from, to).every(isPlain)) return {};
  const hours = Array.from({ length: to - from }, (_, place) => from + place);
  const times = loggedPerCount(usualDay, hours, columns);
  return {
    logged: {
      count: loggedOver(counts, hours, columns),
      expected: expected === null ? null : expected * times,
      usual: usual && timesRange(usual, times),
    },
  };
}

/** The strongest stretch compared with what was expected there; null if that is 0 or unknown. */
export function ratioOf([strongest]: readonly FindingStretch[]): number | null {
  if (strongest === undefined) return null;
  const { count, expected } = asLogged(strongest);
  return expected === null || expected === 0 ? null : count / expected;
}

/** A ratio of less than one event says nothing: 14 events would be 700 times 0.02. */
const LEAST_USUAL = 1;

/** Whether a ratio is shown of a stretch: at least one event is usual there. */
export function hasRatio({ expected }: Pick<FindingStretch, 'expected'>): boolean {
  return (expected ?? 0) >= LEAST_USUAL;
}

/**
 * The ratio of a finding as it is shown: none if less than one event is usual, unless none came.
 */
export function ratioIn({ ratio, runs }: RatioOfRuns): number | null {
  const [strongest] = runs;
  const isTooFew = typeof strongest?.expected === 'number' && !hasRatio(strongest);
  return isTooFew && ratio !== 0 ? null : ratio;
}

/** Stretches of the flagged hours, the strongest first; equal ones in the order of the day. */
export function findingStretches(
  flagged: readonly FlaggedHour[],
  given: FlagContext,
): FindingStretch[] {
  const context = overStretches(given);
  const { counts, usualDay } = context;
  const within = ({ from, to }: HourStretch): FlaggedHour[] =>
    flagged.filter(({ hour }) => hour >= from && hour < to);
  const strength = (stretch: HourStretch, of: 'surprise' | 'score'): number =>
    greatest(within(stretch).map((hour) => hour[of]));
  return stretchesOf(flagged, context)
    .map((stretch) => {
      const compared = {
        count: sumOver(counts, stretch) ?? 0,
        expected: usualDay === null ? null : (sumOver(usualDay, stretch) ?? 0),
        usual: rangeOver(context, stretch),
      };
      const logged = loggedOf(stretch, compared, context);
      return { ...stretch, ...compared, ...logged, surprise: strength(stretch, 'surprise') };
    })
    .sort((a, b) => strength(b, 'score') - strength(a, 'score') || a.from - b.from);
}

/** The rank of a stretch's count among those of the basis; null without days. */
export function rankOf(
  stretch: FindingStretch,
  context: FlagContext,
  from: Rank['from'],
): Rank | null {
  const sums = sumsOver(overStretches(context).basis, stretch);
  if (sums.length === 0) return null;
  const beyond = sums.filter((sum) =>
    from === 'highest' ? sum > stretch.count : sum < stretch.count,
  );
  return { place: beyond.length + 1, of: sums.length, from };
}
