import type { Client } from '../client';
import { appendAll } from '../../../common/lists';
import {
  hoursToTag,
  type FindingsOfDay,
  Refusals,
  type Refusal,
  type SourceHours,
  type UpdateGuard,
} from '../../app/tagging';
import { fetchIndexGroups } from '../counting';
import { fetchUntagged, type UntaggedDocuments } from './fetch_untagged';
import type { CountedPart } from './get_untagged_query';
import { createUpdateGuard } from './update_guard';

/** What tagging some findings would do. */
export interface DocumentsToTag {
  /** Documents that it would read. */
  readonly documents: number;
  /** Those that it would update; null if some indices cannot tell. */
  readonly untagged: number | null;
  /** Those that it would not tag, by index, and why. */
  readonly refused: readonly Refusal[];
}

/** What is left to tag in each index: without the documents that would be refused. */
async function taggable(
  { source: { tag } }: SourceHours,
  found: ReadonlyMap<string, UntaggedDocuments>,
  guard: UpdateGuard,
  refusals: Refusals,
  signal: AbortSignal,
): Promise<UntaggedDocuments[]> {
  const losing = await guard.losing(found.keys(), signal);
  const hiding = await guard.hiding(found.keys(), tag, signal);
  return [...found].map(([index, { documents, untagged }]) => {
    const lacking = untagged ?? documents;
    const lost = losing.get(index);
    const refused = hiding.get(index) ?? lost;
    if (refused === undefined) return { documents, untagged };
    // An existing tag is found. A tag that no search finds counts as missing.
    const count = hiding.has(index) ? documents : lacking;
    if (count > 0) refusals.add(index, lost ?? refused, count);
    return { documents: documents - count, untagged: 0 };
  });
}

/**
 * How many documents tagging some findings would read, how many of them it would update, and which
 * it would not tag: a few searches for each source, and the mapping of each index. A document that
 * is in findings of two sources counts once, though it would get two tags.
 *
 * @returns undefined if the indices do not reveal it
 * @throws errors of the connection, a wrong password, and the abort
 */
export async function fetchDocumentsToTag(
  client: Client,
  findings: FindingsOfDay,
  signal: AbortSignal,
): Promise<DocumentsToTag | undefined> {
  const guard = createUpdateGuard(client);
  const refusals = new Refusals();
  const counts: UntaggedDocuments[] = [];
  const earlier: CountedPart[] = [];
  for (const flagged of hoursToTag(findings)) {
    const groups = await fetchIndexGroups(client, flagged.source, signal);
    const counted = await fetchUntagged(client, flagged, groups, earlier, signal);
    if (counted.state === 'unknown') return undefined;
    const { byIndex, parts } = counted.value;
    appendAll(counts, await taggable(flagged, byIndex, guard, refusals, signal));
    appendAll(earlier, parts);
  }
  return {
    documents: counts.reduce((sum, { documents }) => sum + documents, 0),
    untagged: counts.some(({ untagged }) => untagged === null)
      ? null
      : counts.reduce((sum, { untagged }) => sum + (untagged ?? 0), 0),
    refused: refusals.list(),
  };
}
