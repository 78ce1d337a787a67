import type { Source } from '../../../common/sources';
import type { Day } from '../../../common/time';
import type { CountedDay } from '../../../common/waveform/hours';
import { countNotes } from './count_notes';
import type { DayResult } from './count_one_day';
import type { Searched } from './counting_ports';
import type { LogDays } from './log_days';
import { type Prelude, preludeNotes } from './prelude';
import type { SurveyedDay } from './survey_days';
import { findUnmatched, type Unmatched } from './unmatched';

/** A source's counts for the tested day and the training days. */
export interface CountedSource {
  readonly tested: CountedDay;
  readonly training: readonly CountedDay[];
  /** What a reader should know about these counts: one sentence each. */
  readonly notes: readonly string[];
  readonly searches: number;
  /** Privileges without which some documents are not seen, a phrase each; empty if all are. */
  readonly missing_rights: readonly string[];
  /** Which days have logs, if the tested one has none; absent if it has, or if unknown. */
  readonly log_days?: LogDays;
  /** Present if its indices have documents of the day, but none of them is in a series. */
  readonly unmatched?: Unmatched;
  /** Some counts are unknown because of trouble that may pass; absent if none are. */
  readonly is_troubled?: true;
  /** It was not counted because an earlier attempt defined the source differently; else absent. */
  readonly is_defined_otherwise?: true;
}

/**
 * Whether some days are unknown, or counted without the kept counts, because of trouble that may
 * pass.
 */
function isTroubled(days: readonly CountedDay[], { closed, kept }: Prelude): boolean {
  const unknown = days.flatMap((day) => (day.state === 'unknown' ? [day] : []));
  if (unknown.some((day) => day.is_passing)) return true;
  // Logs that have expired are known from kept counts alone.
  if (kept.is_passing === true && unknown.length > 0) return true;
  return closed.state === 'unknown' && closed.is_passing === true;
}

/** All that decides what is done with the days of a source. */
export interface Facts extends Prelude {
  readonly survey: Searched<ReadonlyMap<Day, SurveyedDay>>;
}

/** The results for the days of a source. */
export interface Outcome {
  /** The tested day, then its training days. */
  readonly results: readonly DayResult[];
  /** Searches of counts that were not needed. */
  readonly dropped: number;
  /** Why closed indices could not be stored; null if they could. */
  readonly problem: string | null;
  /** The same as in `CountedSource`. */
  readonly log_days: LogDays | null | undefined;
}

/** How many documents of whatever source a day has; 0 if that is not known. */
export function documentsOn(day: Day, survey: Facts['survey']): number {
  return survey.state === 'known' ? (survey.value.get(day)?.all ?? 0) : 0;
}

/** The counts of a source, with what a reader should know about them. */
export function countedSource(
  source: Source,
  { results, dropped, problem, log_days: logDays }: Outcome,
  { survey, ...prelude }: Facts,
): CountedSource {
  const [tested, ...training] = results.map(({ counted }) => counted);
  if (tested === undefined) throw new RangeError('no day was counted');
  const recounts = results.flatMap(({ recount }) => recount ?? []);
  const problems = [problem, ...results.map((result) => result.problem)];
  const told = new Set(problems.flatMap((one) => one ?? []));
  const groups = prelude.groups.state === 'known' ? prelude.groups.value : [];
  const documents = tested.state === 'known' ? documentsOn(tested.counts.day, survey) : 0;
  const unmatched = findUnmatched(source, tested, training, documents, groups);
  return {
    tested,
    training,
    notes: [...preludeNotes(prelude), ...told, ...countNotes(tested, training, recounts)],
    searches: results.reduce((sum, { searches }) => sum + searches, survey.searches + dropped),
    missing_rights: prelude.missing,
    ...(isTroubled([tested, ...training], prelude) ? { is_troubled: true } : {}),
    ...(logDays === null || logDays === undefined ? {} : { log_days: logDays }),
    ...(unmatched === null ? {} : { unmatched }),
  };
}

/** The better of two results for a day: what is known, and the later one of these. */
function betterResult(before: DayResult, later: DayResult): DayResult {
  const isBefore = later.counted.state === 'unknown' && before.counted.state === 'known';
  return {
    ...(isBefore ? before : later),
    searches: before.searches + later.searches,
    // What was counted again the first time is kept the second time.
    recount: later.recount ?? before.recount,
  };
}

/** The results of two passes over the same days, of which the later one knows the indices better. */
export function bothOutcomes(
  first: { readonly outcome: Outcome; readonly facts: Pick<Facts, 'survey'> },
  again: Outcome,
): Outcome {
  const { outcome, facts } = first;
  return {
    ...again,
    results: again.results.map((later, place) => {
      const before = outcome.results[place];
      return before === undefined ? later : betterResult(before, later);
    }),
    dropped: outcome.dropped + facts.survey.searches + again.dropped,
  };
}
