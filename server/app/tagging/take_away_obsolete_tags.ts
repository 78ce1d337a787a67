import type { Finding } from '../../../common/waveform/hours';
import type { JournalHead } from './journal_entry';
import type { Refusals } from './refusals';
import { takeAwayTags } from './take_away_tags';
import type { TaggingPorts } from './tagging_ports';

interface ObsoleteRequest {
  readonly findings: Iterable<Pick<Finding, 'source' | 'subtype' | 'tag' | 'hours'>>;
  readonly judged_sources: ReadonlySet<string>;
}

function hourKey(source: string, subtype: string | null, tag: string, hour: number): string {
  return JSON.stringify([source, subtype, tag, hour]);
}

/**
 * Removes the tags that the journal lists for this run in hours that no finding flags any more:
 * after late data, or with other settings. Sources that the run did not include, or could not
 * assess, keep theirs.
 *
 * It runs before tagging, so that a document which another finding flags with the same tag gets it
 * back, listed for that finding.
 *
 * @param heads of all entries of the run
 */
export async function takeAwayObsoleteTags(
  { findings, judged_sources: assessedSources }: ObsoleteRequest,
  heads: readonly JournalHead[],
  refusals: Refusals,
  ports: TaggingPorts,
  signal: AbortSignal,
): Promise<{ readonly removed: number; readonly conflicts: number }> {
  const wanted = new Set<string>();
  for (const { source, subtype, tag, hours } of findings) {
    for (const hour of hours) wanted.add(hourKey(source, subtype, tag, hour));
  }
  const isObsolete = ({ source, tag }: JournalHead, subtype: string, hour: number): boolean =>
    assessedSources.has(source) && !wanted.has(hourKey(source, subtype, tag, hour));
  const hasObsolete = (head: JournalHead): boolean =>
    head.series.some(({ subtype, hours }) => hours.some((hour) => isObsolete(head, subtype, hour)));
  let [removed, conflicts] = [0, 0];
  for (const head of heads) {
    if (!hasObsolete(head)) continue;
    const entry = await ports.journal.read(head.id, signal);
    if (entry === undefined) continue;
    const taken = await takeAwayTags(
      entry,
      ({ subtype, hour }) => isObsolete(entry, subtype, hour),
      refusals,
      ports,
      signal,
    );
    removed += taken.removed;
    conflicts += taken.conflicts;
  }
  return { removed, conflicts };
}
