import type { Day } from '../../../common/time';
import type { Run } from './run';
import type { RunLedger } from './run_ledger';
import {
  describeStillTagged,
  type JournalSelection,
  untag,
  type UntagPorts,
  type UntagResult,
} from '../tagging';
/** Elasticsearch knows no year 0. */
const EVER: readonly [Day, Day] = ['0001-01-01', '9999-12-31'];

export interface UntagAndNotePorts extends UntagPorts {
  readonly ledger: RunLedger;
}

/** The runs whose documents a selection is about. */
async function runsOf(
  selection: JournalSelection,
  ledger: RunLedger,
  signal: AbortSignal,
): Promise<readonly Run[]> {
  const { scope } = selection;
  if ('day' in selection) return ledger.list(scope, selection.day, selection.day, signal);
  if (!('run_id' in selection)) return ledger.list(scope, ...EVER, signal);
  const found = await ledger.read(selection.run_id, signal);
  return found === undefined ? [] : [found.run];
}

/**
 * Takes tags away, and notes in the ledger how many documents of each run still carry one: none
 * only where the journal lists none any more. It is what every door does: page, command line and
 * uninstalling.
 *
 * @throws what the ports throw
 */
export async function untagAndNote(
  selection: JournalSelection,
  ports: UntagAndNotePorts,
  signal: AbortSignal,
): Promise<UntagResult> {
  const result = await untag(selection, ports, signal);
  const { ledger, journal } = ports;
  for (const { run_id: runId, scope } of await runsOf(selection, ledger, signal)) {
    const found = await ledger.read(runId, signal);
    if (found === undefined || found.run.tagged === null) continue;
    const left = await journal.count({ scope, run_id: runId }, signal);
    // Where somebody writes the run at this moment it is being analyzed anew.
    await ledger.write({ ...found.run, tagged: left === 0 ? null : left }, found.version, signal);
  }
  return result;
}

/** What untagging one attempt at a run came to. */
export interface UntaggedAttempt {
  readonly removed: number;
  /** Documents that the journal still lists for the run: by other attempts, or since it was refused. */
  readonly left: number;
  /** What was refused, a sentence each. */
  readonly left_out: readonly string[];
}

/**
 * Takes away the tags that one attempt at a run has placed.
 *
 * @throws what the ports throw
 */
export async function untagAttempt(
  { scope, run_id, attempt }: Pick<Run, 'scope' | 'run_id' | 'attempt'>,
  ports: UntagPorts,
  signal: AbortSignal,
): Promise<UntaggedAttempt> {
  const { removed, refused } = await untag({ scope, run_id, attempt }, ports, signal);
  const left = await ports.journal.count({ scope, run_id }, signal);
  return { removed, left, left_out: describeStillTagged(refused) };
}
