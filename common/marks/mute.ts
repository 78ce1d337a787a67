import { addDays, dayAt, localDay, type Day } from '../time';

/** A mark that a person put on a stream: a source, a host, a series, or all of them. */
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
  /** Who is responsible for a mute; the author if absent. */
  readonly owner?: string | null;
  /** The first muted day; the day before it was written if absent. */
  readonly from?: Day | null;
  /** ISO 8601 in UTC, as are all times. */
  readonly at: string;
  /** When it ends; null if it has no end. */
  readonly until: string | null;
}

/** Identifies a stream; null if it is about the whole of it. */
export interface Stream {
  readonly source: string;
  readonly host: string | null;
  readonly subtype: string | null;
}

/**
 * Whether a mark applies to a stream. A host's mark also applies to its series, a source's to
 * everything in it.
 */
export function isAbout({ source, host, subtype }: StreamMark, stream: Stream): boolean {
  if (source !== null && source !== stream.source) return false;
  if (host !== null && host !== stream.host) return false;
  return subtype === null || subtype === stream.subtype;
}

/** The latest mark of a stream; undefined if there is none, or it was taken back. */
export function markOf(marks: readonly StreamMark[], stream: Stream): StreamMark | undefined {
  let latest: StreamMark | undefined;
  for (const mark of marks) {
    if (isAbout(mark, stream) && (latest === undefined || mark.at >= latest.at)) latest = mark;
  }
  return latest?.kind === 'back' ? undefined : latest;
}

/**
 * The mute that applies to findings of a stream on a day. Muted findings are stored and listed, and
 * never tagged.
 *
 * @param zone of the day
 * @returns undefined if none applies: there is none, it begins later, or it has ended
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
