import {
  pluralWords,
  silentThings,
  summarySentence,
  unendedSentence,
  withoutNames,
} from '../waveform/words';
import type { Day } from '../time';
import type { DayAnswer } from './day_answer';
import { findingsOf } from './keep_findings';

/**
 * What came of the analysis of a day. `not_assessed`: no series could be assessed, so that nothing
 * is known of it. `unended`: the analysis is running or was cut off, so that anything may be missing.
 */
export type Outcome = 'assessed' | 'not_assessed' | 'unended';

/** The outcome of the run that a reader sees. */
export function outcomeOf({ run, head }: Pick<DayAnswer, 'run' | 'head'>): Outcome {
  if (unendedSentence(run) !== null) return 'unended';
  return head.series_not_judged >= head.series_total ? 'not_assessed' : 'assessed';
}

/** What to do about a day whose analysis did not come to its end. */
export function againWords({ status }: Pick<DayAnswer['run'], 'status'>, day: Day): string {
  const missing = 'Findings and silences may be missing';
  if (status === 'running') return `${missing}: report the day again when its analysis is done.`;
  return `${missing}: run logwave analyze --day ${day} to analyze the day again.`;
}

/**
 * The sentence of a day in a report without names: silent hosts and series are only counted. If the
 * answer does not have it, it is made of the numbers of the day, which name nobody.
 */
function unnamedSummary(answer: DayAnswer): string {
  const { run, head, source_findings: ofSources, silences = [] } = answer;
  const { summary_without_names: told } = answer;
  if (told !== undefined) return told;
  const sources = ofSources.map(({ series_name: name }) => ({ kind: 'source' as const, name }));
  return summarySentence({
    series: head.series_total,
    unusual: head.series_unusual,
    not_judged: head.series_not_judged,
    below_floor: head.series_below_floor,
    silent: [],
    silences: [...sources, ...withoutNames(silentThings(silences, findingsOf(answer)))],
    not_known: run.silence_not_known,
    sources: run.source_results.length,
    tagged: run.tagged,
    tagged_at_most: run.tagged_at_most,
    tagged_unsettled: run.tagged_unsettled,
    notes: run.left_out.length,
    bases: [],
    unended: unendedSentence(run),
  });
}

function isQuiet({ run, head, source_findings: ofSources, silences = [] }: DayAnswer): boolean {
  const { series_total: series, series_unusual: unusual, series_below_floor: below } = head;
  const isKnown = run.silence_not_known === undefined && run.status === 'analyzed';
  const isWhole = isKnown && head.series_not_judged === 0 && series > 0;
  return isWhole && unusual + below + ofSources.length + silences.length === 0;
}

/**
 * The sentence of the page. On a day without any finding, gap or silence, it says so; on one whose
 * analysis did not come to its end, what to do.
 */
export function headlineOf(answer: DayAnswer, hasNames: boolean): string {
  const { run, head } = answer;
  const results = run.source_results;
  const isHeard = results.every(({ state, documents }) => state === 'judged' && documents > 0);
  if (isQuiet(answer) && isHeard) {
    const series = pluralWords(head.series_total, 'series', 'series');
    const sources = results.length === 1 ? 'its source' : `all ${results.length} sources`;
    return `Nothing unusual in ${series}; ${sources} had events.`;
  }
  const summary = hasNames ? head.summary : unnamedSummary(answer);
  return outcomeOf(answer) === 'unended' ? `${summary} ${againWords(run, head.day)}` : summary;
}
