import type { Refusal } from './refusals';

/** A document that was tagged: a line of the records file. */
export interface TaggedRecord {
  readonly index: string;
  readonly id: string;
  readonly source: string;
  readonly subtype: string;
  /** Wall-clock hour, 0 to 23. */
  readonly hour: number;
}

/** How many documents carry a tag of any source. */
export interface TaggedDocuments {
  /** Those that are known to have it. */
  readonly documents: number;
  /** How many more may have one or not: no answer has come; absent if there are none. */
  readonly unsettled?: number;
  /** The numbers are upper limits: there are too many documents to find those with two tags. */
  readonly is_most: boolean;
}

/** A source whose documents could not all be read, and why, in a sentence. */
export interface UnreadSource {
  readonly source: string;
  readonly reason: string;
}

/** The result of tagging a run's findings, counted in documents. */
export interface TaggingResult {
  readonly updated: number;
  /** They had the tag already, or somebody else set it meanwhile. */
  readonly already_tagged: number;
  /** Tags of earlier attempts at this run that no finding covers any more. */
  readonly taken_away: number;
  /** Deleted between reading and tagging. */
  readonly gone: number;
  /** Changed by others between reading and tagging, so they were read again. */
  readonly conflicts: number;
  readonly refused: readonly Refusal[];
  /** Tags of earlier attempts that no finding covers any more, and that could not be removed. */
  readonly still_tagged: readonly Refusal[];
  readonly unread: readonly UnreadSource[];
}

function documentWords(documents: number): string {
  return documents === 1 ? '1 document' : `${documents} documents`;
}

/** Of how many refused documents it is known that they were not changed, and of how many not. */
export function countRefused(refused: readonly Refusal[]): {
  readonly certain: number;
  readonly unsettled: number;
} {
  let [certain, unsettled] = [0, 0];
  for (const { documents, is_unsettled: isUnsettled } of refused) {
    if (isUnsettled === true) unsettled += documents;
    else certain += documents;
  }
  return { certain, unsettled };
}

/** What was not tagged, and why: one sentence for each index and reason. */
export function describeNotTagged(refused: readonly Refusal[]): string[] {
  return refused.map(({ index, documents, reason, is_unsettled: isUnsettled }) =>
    isUnsettled === true
      ? `${index}: ${documentWords(documents)} may be tagged or not, because ${reason}`
      : `${index}: ${documentWords(documents)} not tagged, because ${reason}`,
  );
}

/** Which tags could not be removed, and why: one sentence for each index and reason. */
export function describeStillTagged(refused: readonly Refusal[]): string[] {
  return refused.map(
    ({ index, documents, reason, is_unsettled: isUnsettled }) =>
      `${index}: ${documentWords(documents)} ${isUnsettled === true ? 'may still be' : 'still'} tagged, because ${reason}`,
  );
}

/** Whether tagging again may tag more: the rest could not be read, or was refused temporarily. */
export function isWorthAnotherTry(result: TaggingResult): boolean {
  const { refused, still_tagged: stillTagged, unread } = result;
  return unread.length > 0 || [...refused, ...stillTagged].some((one) => one.is_passing);
}

/** What tagging left out: one sentence for each index and reason, and for each unread source. */
export function describeLeftOut({
  refused,
  still_tagged: stillTagged,
  unread,
}: Pick<TaggingResult, 'refused' | 'still_tagged' | 'unread'>): string[] {
  return [
    ...describeNotTagged(refused),
    ...describeStillTagged(stillTagged),
    ...unread.map(({ source, reason }) => `${source}: documents not all tagged, ${reason}`),
  ];
}
