import { addDays, dayAt, localDay, type Day } from '../time';

/** What a person wrote down about a stream: a source, a host, a series, or all of them. */
export interface StreamMark {
  readonly version: 1;
  readonly kind: 'gone' | 'mute' | 'back';
  readonly scope: string;
  /** Null for any source. */
  readonly source: string | null;
  readonly host: string | null;
  readonly subtype: string | null;
  readonly reason: string | null;
  readonly author: string | null;
  /** Who answers for a mute; the author where it is missing. */
  readonly owner?: string | null;
  /** The first muted day; the day before it was written down where it is missing. */
  readonly from?: Day | null;
  /** ISO 8601 in UTC, as are all times. */
  readonly at: string;
  /** When it ends; null where it has no end. */
  readonly until: string | null;
}

/** Which stream; null where it is about the whole of it. */
export interface Stream {
  readonly source: string;
  readonly host: string | null;
  readonly subtype: string | null;
}

/** Whether a mark is about a stream: one of a host also about its series, one of a source about all. */
function isAbout({ source, host, subtype }: StreamMark, stream: Stream): boolean {
  if (source !== null && source !== stream.source) return false;
  if (host !== null && host !== stream.host) return false;
  return subtype === null || subtype === stream.subtype;
}

/** The latest mark about a stream; undefined where there is none, or it was taken back. */
export function markOf(marks: readonly StreamMark[], stream: Stream): StreamMark | undefined {
  let latest: StreamMark | undefined;
  for (const mark of marks) {
    if (isAbout(mark, stream) && (latest === undefined || mark.at >= latest.at)) latest = mark;
  }
  return latest?.kind === 'back' ? undefined : latest;
}

/**
 * The mute that holds for findings of a stream on a day. Findings that are muted are stored and
 * listed, and never tagged.
 *
 * @param zone of the day
 * @returns undefined where none holds: there is none, it begins later, or it has ended
 */
export function muteOn(
  marks: readonly StreamMark[],
  stream: Stream,
  day: Day,
  zone: string,
): StreamMark | undefined {
  const mark = markOf(marks, stream);
  if (mark?.kind !== 'mute' || mark.until === null) return undefined;
  const first = mark.from ?? addDays(dayAt(Date.parse(mark.at), zone), -1);
  return day >= first && localDay(day, zone).from < Date.parse(mark.until) ? mark : undefined;
}
