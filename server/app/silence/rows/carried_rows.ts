import { SILENCE_DAYS } from '../../../../common/api';
import {
  type EndedSilence,
  HOURS_PER_WEEK,
  silenceState,
  type WallHour,
  wallHourAt,
  wallHourOf,
} from '../../../../common/silence';
import { least } from '../../../../common/lists';
import { streamKey } from '../../../../common/sources';
import { addDays, HOURS_PER_DAY } from '../../../../common/time';
import type { CountedStreams } from '../counted_streams';
import { type LookContext, type Missed, missedIn, silenceMark, toRow } from '../judge_stream';
import { markOf } from '../marks';
import type { EarlierRow, FoldedStream, SilenceRow, StreamRef } from './silence_row';
import { awaitedHours, type WatchedStream } from '../watched_stream';

/** A silence of an earlier look. */
export type EarlierStream = FoldedStream &
  Partial<Pick<EarlierRow, 'missing' | 'missing_until' | 'daily' | 'stored_on'>>;

/** The result of an earlier look: what was silent, and which streams for the same cause. */
export interface EarlierSilences {
  readonly streams: readonly EarlierStream[];
  /** The key of the row that stood for a stream, by the key of the stream. */
  readonly parents: ReadonlyMap<string, string>;
}

/** When the longest of the silences began that an earlier look found; null if there is none. */
export function silentSince(rows: readonly SilenceRow[]): number | null {
  const begun = rows.flatMap(({ state, last_seen: last }) =>
    state === 'silent' || state === 'muted' ? Date.parse(last) : [],
  );
  return begun.length === 0 ? null : least(begun);
}

/** Unfolds the rows of an earlier look. @param isWatched whether a source can still be looked at */
export function unfold(
  rows: readonly EarlierRow[],
  isWatched: (source: string) => boolean,
): EarlierSilences {
  const streams: EarlierStream[] = [];
  const parents = new Map<string, string>();
  for (const row of rows) {
    streams.push(row);
    // Rows of earlier versions only stand for themselves.
    const below: SilenceRow['below'] | undefined = row.below;
    for (const stream of below ?? []) {
      streams.push(row.stored_on === undefined ? stream : { ...stream, stored_on: row.stored_on });
      parents.set(streamKey(stream), streamKey(row));
    }
  }
  return { streams: streams.filter(({ source }) => isWatched(source)), parents };
}

const refOf = ({ source, host, subtype }: StreamRef): StreamRef => ({ source, host, subtype });

/** When a stream sent events again; undefined if it has not. */
function spokeAgain(stream: WatchedStream | undefined, last: WallHour): WallHour | undefined {
  const next = Math.floor(last) + 1;
  if (stream === undefined || stream.last < next) return undefined;
  const { from, hours } = stream.occupied();
  let at = Math.max(0, next - from);
  while (at < hours.length && hours[at] !== 1) at += 1;
  // The minute may be known before its hour is counted.
  return at < hours.length ? from + at : stream.last;
}

/**
 * Whether nothing is known of an hour in which a stream had no event that was counted. Without any
 * counts, no more is known than at the earlier look.
 */
function unknownHours(
  row: EarlierStream,
  { countsOf, today, zone }: LookContext,
): (hour: WallHour) => boolean {
  const counts = countsOf(row);
  if (counts !== undefined) return (hour) => counts.isUnknown(hour);
  const { missing_until: until, stored_on: on } = row;
  const counted = until == null ? today : wallHourAt(Date.parse(until), zone);
  const looked = on === undefined ? today : wallHourOf(addDays(on, 1));
  return (hour) => hour >= Math.min(today, counted, looked);
}

/** By the usual week; by the usual day once the days before the silence have left the training days. */
function missingIn(
  silence: EndedSilence,
  row: EarlierStream,
  stream: WatchedStream | undefined,
  context: LookContext,
): Missed {
  const law = stream?.lawBefore(silence.from);
  const daily = new Float64Array(HOURS_PER_WEEK).fill(row.usual_per_day / HOURS_PER_DAY);
  const { usual, isOffice } = law ?? { usual: daily, isOffice: false };
  const asked = stream ?? { ...refOf(row), isUnknown: unknownHours(row, context) };
  const missed = { ...silence, isToTheMinute: row.is_to_the_minute };
  return missedIn({ usual }, missed, awaitedHours({ isOffice }, asked, context));
}

/** The last days of a stream that is in no counts: none of its events, or unknown. */
function daysWithout(counts: CountedStreams | undefined): SilenceRow['daily'] {
  return counts?.dailyOfNone(SILENCE_DAYS) ?? Array<null>(SILENCE_DAYS).fill(null);
}

/**
 * A silence that an earlier look found. Its deadline stays, even if days have left the training
 * days.
 *
 * @returns undefined if it does not last, and was over more than a day ago
 */
export function carryOn(
  row: EarlierStream,
  stream: WatchedStream | undefined,
  context: LookContext,
): SilenceRow | undefined {
  const { zone, now } = context;
  const last = wallHourAt(Date.parse(row.last_seen), zone);
  const mark = markOf(context.marks, row);
  const due = row.due_by === null ? undefined : wallHourAt(Date.parse(row.due_by), zone);
  const deadline = due === undefined ? undefined : { at: due, lateAt: due, isToTheMinute: false };
  const back = spokeAgain(stream, last);
  const lasting = { last, deadline, now, mark: silenceMark(mark, zone) };
  const over = back === undefined ? undefined : { from: last, to: back };
  const state =
    over === undefined
      ? silenceState(lasting)
      : silenceState({ last: over.to, deadline: undefined, now, ended: over });
  if (state === null) return undefined;
  const { usual, longest_gap, usual_per_day } = row;
  const missed = missingIn({ from: last, to: back ?? now }, row, stream, context);
  const told = {
    ref: refOf(row),
    state,
    mark,
    last,
    due,
    back: back ?? null,
    isToTheMinute: row.is_to_the_minute,
    learned: { usual, longest_gap, usual_per_day, missed },
    daily: stream?.daily(SILENCE_DAYS) ?? daysWithout(context.countsOf(row)),
  };
  return toRow(told, context);
}

/** Whether a silence was called no chance in an hour that people have since excused. */
export function isExcused(row: FoldedStream, { zone, decided }: LookContext): boolean {
  if (row.due_by === null) return false;
  const { off, like } = decided.of(row);
  // An event that is due at the end of an hour was expected in it.
  const hour = Math.ceil(wallHourAt(Date.parse(row.due_by), zone)) - 1;
  return off.has(hour) || like.has(hour);
}

/**
 * Rows of an earlier look whose streams are still silent, or have been back for less than a day, by
 * their keys. Their deadlines stay, even if the counts that they were learned from have left the
 * training days. If the deadline is in excused hours, the stream is assessed again.
 */
export function carriedRows(
  earlier: readonly EarlierStream[],
  streams: ReadonlyMap<string, WatchedStream>,
  context: LookContext,
): Map<string, SilenceRow> {
  const rows = new Map<string, SilenceRow>();
  for (const row of earlier) {
    const key = streamKey(row);
    if (rows.has(key) || (row.state !== 'silent' && row.state !== 'muted')) continue;
    if (streams.has(key) && isExcused(row, context)) continue;
    const again = carryOn(row, streams.get(key), context);
    if (again !== undefined) rows.set(key, again);
  }
  return rows;
}
