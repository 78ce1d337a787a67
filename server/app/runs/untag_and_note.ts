import type { Day } from '../../../common/time';
import { changeInTurn } from '../basics';
import type { Run } from './run';
import type { RunLedger } from './run_ledger';
import {
  describeStillTagged,
  type JournalCount,
  type JournalSelection,
  untag,
  type UntagPorts,
  type UntagResult,
} from '../tagging';

/** Elasticsearch does not accept year 0. */
const EVER: readonly [Day, Day] = ['0001-01-01', '9999-12-31'];

export interface UntagAndNotePorts extends UntagPorts {
  readonly ledger: RunLedger;
}

/** What a run notes of the tags that untagging has left; null if there are none. */
export function taggedLeft({ tagged, unsettled }: JournalCount): number | null {
  return tagged + unsettled === 0 ? null : tagged;
}

/** The runs whose documents a selection includes. */
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
 * Removes tags, and records in the ledger how many documents of each run still have one: none only
 * if the journal no longer lists any. The page, the command line and uninstalling all use it.
 *
 * @throws Contention if others keep changing a run; what the ports throw
 */
export async function untagAndNote(
  selection: JournalSelection,
  ports: UntagAndNotePorts,
  signal: AbortSignal,
): Promise<UntagResult> {
  const result = await untag(selection, ports, signal);
  const { ledger, journal } = ports;
  for (const { run_id: runId, scope } of await runsOf(selection, ledger, signal)) {
    await changeInTurn(`the run ${runId}`, async () => {
      const found = await ledger.read(runId, signal);
      // A run that is being analyzed again has tagged nothing yet.
      if (found === undefined || found.run.tagged === null) return 'nothing to note';
      const left = await journal.count({ scope, run_id: runId }, signal);
      return ledger.write({ ...found.run, tagged: taggedLeft(left) }, found.version, signal);
    });
  }
  return result;
}

/** The result of untagging one attempt at a run. */
export interface UntaggedAttempt {
  readonly removed: number;
  /**
   * Documents that the journal still lists for the run: those of other attempts, and refused ones.
   */
  readonly left: JournalCount;
  /** What was refused, one sentence each. */
  readonly left_out: readonly string[];
}

/**
 * Removes the tags that one attempt at a run has placed.
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
