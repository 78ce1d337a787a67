import { randomUUID } from 'node:crypto';
import type { Source } from '../../../common/sources';
import type { Finding } from '../../../common/waveform/hours';
import {
  countDocumentsToTag,
  describeLeftOut,
  isWorthAnotherTry,
  tagFindings,
  type TagFindingsPorts,
} from '../tagging';
import type { AnalyzeDayPorts } from './analyze_day_ports';
import { assessedSources } from './earlier_attempts';
import type { ProgressTracker } from './progress_tracker';
import type { Run } from './run';

/** A user who sees only some documents neither tags nor untags, since tags are for everybody. */
const NOTHING_TAGGED = 'nothing was tagged, because tagging needs the rights to read all documents';

/** What is to be tagged: the findings of a run. */
export interface FindingsToTag {
  readonly run: Run;
  readonly findings: Iterable<Finding>;
  /** The sources that the findings may name. */
  readonly sources: readonly Source[];
}

/** A run with the result of tagging. */
export interface TaggedRun {
  readonly run: Run;
  /**
   * Whether some documents could not even be read, or were refused because of trouble that may
   * pass. Tagging again may tag more.
   */
  readonly isIncomplete: boolean;
}

type TagRunPorts = Pick<
  AnalyzeDayPorts,
  'openTagging' | 'isTagging' | 'onTagged' | 'onTaggingDone' | 'now'
>;

/**
 * Tags the documents of a run's findings, if the run is to tag and sees all documents.
 *
 * @throws as `tagFindings`
 */
export async function tagRun(
  { run, findings, sources }: FindingsToTag,
  { openTagging, isTagging, onTagged, onTaggingDone, now }: TagRunPorts,
  progress: ProgressTracker,
  signal: AbortSignal,
): Promise<TaggedRun> {
  if (!isTagging) return { run, isIncomplete: false };
  if (run.seen_by !== null) {
    return { run: { ...run, left_out: [...run.left_out, NOTHING_TAGGED] }, isIncomplete: false };
  }
  progress.tagging(countDocumentsToTag(findings));
  const request = {
    run,
    findings,
    sources,
    judged_sources: assessedSources(run),
    call: randomUUID(),
  };
  const ports: TagFindingsPorts = {
    ...openTagging(),
    now,
    ...(onTagged === undefined ? {} : { onTagged }),
    onProgress: (documents) => progress.tagged(documents),
  };
  const result = await tagFindings(request, ports, signal);
  onTaggingDone?.(result);
  const tagged = result.updated + result.already_tagged;
  const leftOut = [...run.left_out, ...describeLeftOut(result)];
  return { run: { ...run, tagged, left_out: leftOut }, isIncomplete: isWorthAnotherTry(result) };
}
