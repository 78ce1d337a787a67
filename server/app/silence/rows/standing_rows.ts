import { streamKey } from '../../../../common/sources';
import { wallHourAt } from '../../../../common/silence';
import { carryOn, type EarlierSilences, type EarlierStream, isExcused } from './carried_rows';
import type { LookContext } from '../judge_stream';
import type { SilenceRow, StreamRef } from './silence_row';
import type { WatchedStream } from '../watched_stream';

/** What became of the silences that earlier looks have stored for the same day. */
export interface StandingRows {
  /** Those of which nothing new is known, by the keys of their streams. */
  readonly rows: ReadonlyMap<string, SilenceRow>;
  /** Those whose streams were seen with events since. */
  readonly lifted: readonly StreamRef[];
}

function isHeardSince(
  stream: WatchedStream | undefined,
  { last_seen: last }: EarlierStream,
  { zone }: LookContext,
): boolean {
  return stream !== undefined && stream.last >= Math.floor(wallHourAt(Date.parse(last), zone)) + 1;
}

/** Whether the counts say that a stream is not silent, or people do. */
function isSettled(
  stream: WatchedStream | undefined,
  row: EarlierStream,
  context: LookContext,
): boolean {
  if (isExcused(row, context)) return true;
  return stream !== undefined && !stream.isUnknown(context.today) && stream.law() !== undefined;
}

/** A row of which nothing new is known: what was counted of it stays. */
function asStored(again: SilenceRow, { daily, missing, missing_until: until }: EarlierStream) {
  if (daily === undefined || missing === undefined) return again;
  return { ...again, daily, missing, missing_until: until ?? null };
}

/**
 * Silences that earlier looks have stored for the same day. One is lifted only if its stream was
 * really seen with events: it stays if the stream can no longer be looked at.
 *
 * @param judged the rows of streams that are silent, late or back by what is known now
 */
export function standingRows(
  { streams: stored }: EarlierSilences,
  streams: ReadonlyMap<string, WatchedStream>,
  judged: ReadonlyMap<string, SilenceRow>,
  context: LookContext,
): StandingRows {
  const rows = new Map<string, SilenceRow>();
  const lifted: StreamRef[] = [];
  for (const row of stored) {
    const key = streamKey(row);
    const known = judged.get(key);
    if (row.state !== 'silent' || (known !== undefined && known.state !== 'recovered')) continue;
    const stream = streams.get(key);
    if (isHeardSince(stream, row, context)) {
      const { source, host, subtype } = row;
      lifted.push({ source, host, subtype });
    } else if (known === undefined && !isSettled(stream, row, context)) {
      const again = carryOn(row, stream, context);
      if (again !== undefined) rows.set(key, asStored(again, row));
    }
  }
  return { rows, lifted };
}
