import type { Source } from '../../../common/sources';
import { type Day, localDay } from '../../../common/time';
import type { Finding } from '../../../common/waveform/hours';
import type { FlaggedSeries, SourceHours } from './tagging_ports';

/** The findings, and the sources that they may name. */
export interface FindingsOfDay {
  readonly run: { readonly day: Day; readonly zone: string };
  readonly findings: Iterable<Pick<Finding, 'source' | 'subtype' | 'tag' | 'hours' | 'flagged'>>;
  readonly sources: readonly Source[];
}

/**
 * The sources, series and hours of findings that have documents to tag.
 *
 * @throws RangeError if a finding names a source that is not among the given ones
 */
export function hoursToTag({ findings, sources, run }: FindingsOfDay): SourceHours[] {
  const day = localDay(run.day, run.zone);
  const bySource = new Map<string, FlaggedSeries[]>();
  for (const { source, subtype, flagged } of findings) {
    const hours = flagged.filter(({ events }) => events > 0).map(({ hour }) => hour);
    if (subtype === null || hours.length === 0) continue;
    const one = { subtype, hours, events: flagged.reduce((sum, { events }) => sum + events, 0) };
    const others = bySource.get(source);
    if (others === undefined) bySource.set(source, [one]);
    else others.push(one);
  }
  return [...bySource].map(([id, series]) => {
    const source = sources.find((one) => one.id === id);
    if (source === undefined) throw new RangeError(`a finding names the unknown source ${id}`);
    return { source, day, series };
  });
}
