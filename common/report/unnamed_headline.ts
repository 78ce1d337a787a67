import { silentThings, summarySentence, withoutNames } from '../waveform/words';
import type { DayAnswer } from './day_answer';

/**
 * The sentence of a day in a report without names: silent hosts and series are only counted. If the
 * answer does not have it, it is made of the numbers of the day, which name nobody.
 */
export function unnamedHeadline(answer: DayAnswer): string {
  const { run, head, source_findings: ofSources, series, silences = [] } = answer;
  const { summary_without_names: told } = answer;
  if (told !== undefined) return told;
  const findings = [...ofSources, ...series.flatMap(({ finding }) => finding ?? [])];
  const sources = ofSources.map(({ series_name: name }) => ({ kind: 'source' as const, name }));
  return summarySentence({
    series: head.series_total,
    unusual: head.series_unusual,
    not_judged: head.series_not_judged,
    below_floor: head.series_below_floor,
    silent: [],
    silences: [...sources, ...withoutNames(silentThings(silences, findings))],
    sources: run.source_results.length,
    tagged: run.tagged,
    notes: run.left_out.length,
    bases: [],
  });
}
