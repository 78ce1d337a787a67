import type { Run } from './run';
import type { RunLedger } from './run_ledger';
import type { JournalSelection } from './tagging_ports';
import { untag, type UntagPorts, type UntagResult } from './untag';

export interface UntagAndNotePorts extends UntagPorts {
  readonly ledger: RunLedger;
}

/** The runs whose documents a selection is about. */
async function runsOf(
  selection: JournalSelection,
  ledger: RunLedger,
  signal: AbortSignal,
): Promise<readonly Run[]> {
  if ('day' in selection) return ledger.list(selection.scope, selection.day, selection.day, signal);
  const found = await ledger.read(selection.run_id, signal);
  return found === undefined ? [] : [found.run];
}

/**
 * Takes tags away, and where all of them are gone strikes from the ledger how many documents carry
 * one.
 *
 * @throws what the ports throw
 */
export async function untagAndNote(
  selection: JournalSelection,
  ports: UntagAndNotePorts,
  signal: AbortSignal,
): Promise<UntagResult> {
  const result = await untag(selection, ports, signal);
  if (result.refused.length > 0) return result;
  for (const { run_id: runId } of await runsOf(selection, ports.ledger, signal)) {
    const found = await ports.ledger.read(runId, signal);
    if (found === undefined || found.run.tagged === null) continue;
    // Where somebody writes the run at this moment it is being analysed anew.
    await ports.ledger.write({ ...found.run, tagged: null }, found.version, signal);
  }
  return result;
}
