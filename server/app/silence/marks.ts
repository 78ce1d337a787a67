import type { StreamRef } from './silence_row';

/**
 * What a person wrote down about streams. Marks are only ever added: one is taken back by another of
 * the kind "back" with the same scope.
 */
export interface Mark {
  readonly version: 1;
  readonly kind: 'gone' | 'mute' | 'back';
  readonly scope: string;
  /** Null for any source. */
  readonly source: string | null;
  readonly host: string | null;
  readonly subtype: string | null;
  readonly reason: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC, as are all times. */
  readonly at: string;
  /** When it ends; null where it has no end. */
  readonly until: string | null;
}

/** Whether a mark is about a stream: one of a host also about its series, one of a source about all. */
function isAbout({ source, host, subtype }: Mark, stream: StreamRef): boolean {
  if (source !== null && source !== stream.source) return false;
  if (host !== null && host !== stream.host) return false;
  return subtype === null || subtype === stream.subtype;
}

/** The latest mark about a stream; undefined where there is none, or it was taken back. */
export function markOf(marks: readonly Mark[], stream: StreamRef): Mark | undefined {
  let latest: Mark | undefined;
  for (const mark of marks) {
    if (isAbout(mark, stream) && (latest === undefined || mark.at >= latest.at)) latest = mark;
  }
  return latest?.kind === 'back' ? undefined : latest;
}
