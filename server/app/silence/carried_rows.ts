import { wallHourAt } from '../../../common/silence';
import { carryOn, type LookContext } from './judge_stream';
import { type FoldedStream, type SilenceRow, streamKey } from './silence_row';
import type { WatchedStream } from './watched_stream';

/** What an earlier look found: what was silent, and which streams for the same cause. */
export interface EarlierSilences {
  readonly streams: readonly FoldedStream[];
  /** The key of the row that stood for a stream, by the key of the stream. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Unfolds the rows of an earlier look. @param isWatched whether a source can still be looked at */
export function unfold(
  rows: readonly SilenceRow[],
  isWatched: (source: string) => boolean,
): EarlierSilences {
  const streams: FoldedStream[] = [];
  const parents = new Map<string, string>();
  for (const row of rows) {
    streams.push(row);
    // Rows of earlier versions stand for themselves only.
    const below: SilenceRow['below'] | undefined = row.below;
    for (const stream of below ?? []) {
      streams.push(stream);
      parents.set(streamKey(stream), streamKey(row));
    }
  }
  return { streams: streams.filter(({ source }) => isWatched(source)), parents };
}

/**
 * Rows of an earlier look whose streams have not spoken since, by their keys. Their deadlines stay,
 * also when the counts that taught them have left the training days.
 */
export function carriedRows(
  earlier: readonly FoldedStream[],
  streams: ReadonlyMap<string, WatchedStream>,
  context: LookContext,
): Map<string, SilenceRow> {
  const rows = new Map<string, SilenceRow>();
  for (const row of earlier) {
    if (row.state !== 'silent' && row.state !== 'muted') continue;
    const key = streamKey(row);
    const stream = streams.get(key);
    const last = wallHourAt(Date.parse(row.last_seen), context.zone);
    if (rows.has(key) || (stream !== undefined && stream.last >= Math.floor(last) + 1)) continue;
    const again = carryOn(row, stream, context);
    if (again !== undefined) rows.set(key, again);
  }
  return rows;
}
