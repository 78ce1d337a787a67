import type { Finding, HourCount } from '../../../common/waveform/hours';
import type { DayFound, SilentSource } from '../../../common/waveform/words';
import type { SourceResult } from './run';

/** The hour after the last one that meets a condition; 0 if none does. */
function hourAfterLast(counts: readonly HourCount[], holds: (count: HourCount) => boolean): number {
  return counts.reduce<number>((last, count, hour) => (holds(count) ? hour + 1 : last), 0);
}

/** The part of a finding that the headline needs. */
type FindingOfSource = Pick<Finding, 'source' | 'subtype' | 'series_name' | 'today' | 'hours'>;

function silentSource({ series_name: name, today, hours }: FindingOfSource): SilentSource {
  const since = hourAfterLast(today, (count) => (count ?? 0) > 0);
  return { name, since, is_to_the_end: (hours[hours.length - 1] ?? 0) >= since };
}

/** The part of a source's result that it needs. */
interface SourceCounts extends Pick<SourceResult, 'source' | 'state' | 'series' | 'documents'> {
  readonly is_absent?: true | undefined;
}

/** Whether a source is known to have had no document on the day. */
function isEmpty({ state, documents, is_absent: isAbsent }: SourceCounts): boolean {
  return documents === 0 && (state === 'judged' || isAbsent === true);
}

/**
 * The headline's statements about whole sources on a day.
 *
 * @param results of all sources of the day
 * @param findings about sources or series, in any order
 */
export function silentSources(
  results: readonly SourceCounts[],
  findings: Iterable<FindingOfSource>,
): Pick<DayFound, 'silent' | 'sources'> {
  const about = [...findings].filter(({ subtype }) => subtype === null);
  const ids = new Set(about.map(({ source }) => source));
  // A source that was quiet at hours where events are not certain does not count against "no logs
  // from any source".
  const others = results.filter(
    (result) => result.series > 0 && !ids.has(result.source) && !isEmpty(result),
  );
  return { silent: about.map(silentSource), sources: about.length + others.length };
}
