import type { Settings } from '../../../common/settings';
import type { StreamMark } from '../../../common/marks';
import { DEFAULT_SCOPE } from '../../app/basics';
import { orUnknown } from '../../elastic/asking';
import type { Client } from '../../elastic/client';
import { FINDINGS_INDEX } from '../../elastic/results';
import { fetchDocumentsOfHost, fetchMarks } from '../../elastic/silence';

/** A host that a mark is about, of one source or of all (null). */
export interface MarkedHost {
  readonly kind: StreamMark['kind'];
  readonly host: string;
  readonly source: string | null;
}

/** Whether there may be a mark of the host to take back: then taking it back changes something. */
async function mayBeMarked(client: Client, host: string, signal: AbortSignal): Promise<boolean> {
  const marks = await orUnknown(() => fetchMarks(client, DEFAULT_SCOPE, signal));
  if (marks.state === 'unknown') return true;
  return marks.value.some((mark) => mark.host === host && mark.kind !== 'back');
}

/**
 * Says that a host that is to be marked was never seen: it is perhaps misspelled, and the mark would
 * change nothing. A mark is allowed nonetheless: the host may log later, its logs may have expired,
 * and a user may have the right to mark alone. Asks one search for each index expression until one
 * names the host, and then whether it was ever stored as silent. A mark that is taken back was one of
 * the host, seen or not.
 *
 * @returns a sentence; null if the host was seen, or that cannot be found out
 * @throws errors of the connection, and the abort
 */
export async function unseenHostWords(
  client: Client,
  { sources }: Settings,
  { kind, host, source }: MarkedHost,
  signal: AbortSignal,
): Promise<string | null> {
  if (kind === 'back' && (await mayBeMarked(client, host, signal))) return null;
  const about = sources.filter(({ id, enabled }) => (source === null ? enabled : id === source));
  const indices = new Set(about.map(({ index }) => index));
  let isKnown = false;
  for (const index of [...indices, FINDINGS_INDEX]) {
    const found = await fetchDocumentsOfHost(client, index, host, signal);
    if (found.state === 'unknown') continue;
    if (found.value > 0) return null;
    isKnown ||= index !== FINDINGS_INDEX;
  }
  if (!isKnown) return null;
  const where = source === null ? 'of the sources' : `of ${source}`;
  return `No document ${where} names the host ${host}, so nothing changes until one does: check the name.`;
}
