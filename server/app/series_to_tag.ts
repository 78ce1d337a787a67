import type { Source } from '../../common/sources/source';
import type { Day } from '../../common/time/day';
import { localDay } from '../../common/time/local_day';
import type { Finding } from '../../common/waveform/finding';
import type { SeriesHours } from './tagging_ports';

/** Which findings, and the sources that they may name. */
export interface FindingsOfDay {
  readonly run: { readonly day: Day; readonly zone: string };
  readonly findings: readonly Finding[];
  readonly sources: readonly Source[];
}

/**
 * The series and hours of findings that have documents to tag.
 *
 * @throws RangeError where a finding names a source that is not among those given
 */
export function seriesToTag({ findings, sources, run }: FindingsOfDay): SeriesHours[] {
  const day = localDay(run.day, run.zone);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return findings.flatMap(({ source: id, subtype, flagged }): SeriesHours[] => {
    const hours = flagged.filter(({ events }) => events > 0).map(({ hour }) => hour);
    if (subtype === null || hours.length === 0) return [];
    const source = byId.get(id);
    if (source === undefined) throw new RangeError(`a finding names the unknown source ${id}`);
    return [{ source, subtype, day, hours }];
  });
}
