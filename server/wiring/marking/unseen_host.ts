import type { Settings } from '../../../common/settings';
import { type StreamMark, takesBack } from '../../../common/marks';
import { DEFAULT_SCOPE, HeldAnswers, stableJson } from '../../app/basics';
import type { Answer } from '../../app/counting';
import { orUnknown } from '../../elastic/asking';
import type { Client } from '../../elastic/client';
import { FINDINGS_INDEX } from '../../elastic/results';
import {
  fetchDocumentsOfHost,
  fetchMarks,
  fetchSourceDocumentsOfHost,
} from '../../elastic/silence';

/** A mark about a host, of one source or of all (null), that has been set. */
export type MarkedHost = Pick<StreamMark, 'kind' | 'source' | 'subtype' | 'at'> & {
  readonly host: string;
};

/** Whether there may be a mark of the host to take back: then taking it back changes something. */
async function mayTakeBack(
  client: Client,
  back: MarkedHost,
  { sources }: Settings,
  signal: AbortSignal,
): Promise<boolean> {
  const marks = await orUnknown(() => fetchMarks(client, DEFAULT_SCOPE, signal));
  if (marks.state === 'unknown') return true;
  return takesBack(
    marks.value,
    back,
    sources.map(({ id }) => id),
  );
}

/** @param unread ids of sources that could not be read */
function unseenWords({ host, source }: MarkedHost, unread: readonly string[]): string {
  if (unread.length > 0) {
    const names = `No document of the sources that could be read names the host ${host}`;
    return `${names}: check the name. Not read: ${unread.join(', ')}.`;
  }
  const where = source === null ? 'of the sources' : `of ${source}`;
  return `No document ${where} names the host ${host}, so nothing changes until one does: check the name.`;
}

/**
 * Says that a host that is to be marked was never seen: it is perhaps misspelled, and the mark would
 * change nothing. A mark is allowed nonetheless: the host may log later, its logs may have expired,
 * and a user may have the right to mark alone. Searches the documents of each source until one
 * names the host, and then whether it was ever stored as silent. A mark that is taken back was one of
 * the host, seen or not.
 *
 * @returns a sentence, and which sources could not be read, if there are any; null if the host was seen,
 * or no source could be read
 * @throws errors of the connection, and the abort
 */
export async function unseenHostWords(
  client: Client,
  settings: Settings,
  mark: MarkedHost,
  signal: AbortSignal,
): Promise<string | null> {
  const { kind, host, source } = mark;
  if (kind === 'back' && (await mayTakeBack(client, mark, settings, signal))) return null;
  const isAbout = ({ id, enabled }: Settings['sources'][number]): boolean =>
    source === null ? enabled : id === source;
  const about = settings.sources.filter(isAbout);
  // Several sources may read the same documents.
  const found = new HeldAnswers<Answer<number>>();
  const unread: string[] = [];
  for (const one of about) {
    const question = stableJson([one.index, one.filter]);
    const ask = () => fetchSourceDocumentsOfHost(client, one, host, signal);
    const documents = await found.ask(question, ask);
    if (documents.state === 'unknown') unread.push(one.id);
    else if (documents.value > 0) return null;
  }
  if (unread.length === about.length) return null;
  const stored = await fetchDocumentsOfHost(client, FINDINGS_INDEX, host, signal);
  if (stored.state === 'known' && stored.value > 0) return null;
  return unseenWords(mark, unread);
}
