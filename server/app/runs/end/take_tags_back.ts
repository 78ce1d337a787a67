import { pluralWords } from '../../../../common/waveform/words';
import { lastWord } from '../../basics';
import type { AnalyzeDayPorts } from '../analyze_day_ports';
import type { Run } from '../run';
import { taggedLeft, untagAttempt, type UntaggedAttempt } from '../untag_and_note';

/** What removing the tags of a canceled run needs. */
export interface TakeBackPorts extends Pick<AnalyzeDayPorts, 'openTagging' | 'describeError'> {
  /** Receives why it failed. */
  readonly onFailed?: (run: Run, error: unknown) => void;
}

function canceledRun(run: Run, { removed, left, left_out: leftOut }: UntaggedAttempt): Run {
  const words = [...run.left_out, ...leftOut];
  const tagged = taggedLeft(left);
  return { ...run, status: 'canceled', tagged, untagged: removed, left_out: words };
}

function failedToUntag(run: Run, error: unknown, ports: TakeBackPorts): Run {
  ports.onFailed?.(run, error);
  const words = `canceled, but its tags could not be removed: ${ports.describeError(error)}`;
  return { ...run, status: 'failed', error: words };
}

/** How a canceled run ends when the process stops before all of its tags are removed. */
async function endCutShort(run: Run, removed: number, ports: TakeBackPorts): Promise<Run> {
  try {
    const { scope, run_id } = run;
    const { journal } = ports.openTagging();
    const left = await journal.count({ scope, run_id }, lastWord());
    const listed = left.tagged + left.unsettled;
    const upTo = left.unsettled > 0 ? 'up to ' : '';
    const words = `${upTo}${pluralWords(listed, 'document')} still tagged, because Logwave stopped while it removed the tags. Untag the day to remove the rest.`;
    return canceledRun(run, { removed, left, left_out: listed === 0 ? [] : [words] });
  } catch (error) {
    return failedToUntag(run, error, ports);
  }
}

/**
 * Removes the tags that a canceled attempt has placed.
 *
 * @param onUntagged receives how many documents were untagged so far
 * @param halting ends when the process is about to end: the rest of the tags stay, and are counted
 * @returns the run as it ends
 */
export async function takeTagsBack(
  run: Run,
  onUntagged: (documents: number) => void,
  ports: TakeBackPorts,
  halting: AbortSignal,
): Promise<Run> {
  let removed = 0;
  const onMore = (documents: number): void => onUntagged((removed = documents));
  try {
    const tagging = { ...ports.openTagging(), onUntagged: onMore };
    return canceledRun(run, await untagAttempt(run, tagging, halting));
  } catch (error) {
    return halting.aborted ? endCutShort(run, removed, ports) : failedToUntag(run, error, ports);
  }
}
