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

/** A source whose documents could not all be read, and why, in a sentence. */
export interface UnreadSource {
  readonly source: string;
  readonly reason: string;
}

/** What tagging a run's findings came to, counted in documents. */
export interface TaggingResult {
  readonly updated: number;
  /** They had the tag, or somebody else set it meanwhile. */
  readonly already_tagged: number;
  /** Tags of earlier attempts at this run that no finding covers any more. */
  readonly taken_away: number;
  /** Deleted between reading and tagging. */
  readonly gone: number;
  /** Changed by others between reading and tagging, so read again. */
  readonly conflicts: number;
  readonly refused: readonly Refusal[];
  readonly unread: readonly UnreadSource[];
}

/** What tagging left out: one sentence for each index and reason, and for each unread source. */
export function describeLeftOut({
  refused,
  unread,
}: Pick<TaggingResult, 'refused' | 'unread'>): string[] {
  return [
    ...refused.map(({ index, documents, reason }) => {
      const what = documents === 1 ? '1 document' : `${documents} documents`;
      return `${index}: ${what} not updated, ${reason}`;
    }),
    ...unread.map(({ source, reason }) => `${source}: documents not all tagged, ${reason}`),
  ];
}
