import { ApiError } from '../../../common/api';
import type { StreamMark } from '../../../common/marks';
import { addDays, dayAt, type Day, localDay } from '../../../common/time';
import { subtypeKey } from '../../app/basics';
import type { Judging } from '../judging';
import { setMark } from '../silence';

/** What is muted, why, and how long; or what is no longer muted. */
export interface NewMute {
  readonly kind: 'mute' | 'back';
  /** Null for all sources. */
  readonly source: string | null;
  readonly host?: string | null | undefined;
  readonly subtype?: string | null | undefined;
  readonly reason?: string | undefined;
  readonly owner?: string | null | undefined;
  readonly from?: Day | null | undefined;
  readonly until?: Day | undefined;
}

/** When a mute begins and ends. */
function spanOf({ kind, from, until }: NewMute, { settings: { zone }, now }: Judging) {
  if (kind === 'back') return { from: null, until: null };
  if (until === undefined) {
    throw new ApiError('judgment_invalid', 'a mute needs an end: name the first day after it');
  }
  const first = from ?? addDays(dayAt(now.getTime(), zone), -1);
  if (until <= first) {
    throw new ApiError('judgment_invalid', `name an end after ${first}: nothing would be muted`);
  }
  return { from: first, until: new Date(localDay(until, zone).from).toISOString() };
}

/**
 * Mutes streams, or takes that back. It needs no more than `write` on the index of marks.
 *
 * @throws ApiError for what cannot be muted, in a sentence; the client's errors
 */
export async function keepMute(
  given: NewMute,
  judging: Judging,
  signal: AbortSignal,
): Promise<StreamMark> {
  const { kind, source, host = null, subtype = null, reason = null, owner } = given;
  const { client, settings, author, now } = judging;
  if (source !== null && !settings.sources.some(({ id }) => id === source)) {
    throw new ApiError('source_not_found', `there is no source ${source} in the settings`);
  }
  const span = spanOf(given, judging);
  const key = subtype === null ? null : subtypeKey(subtype);
  const who = { author, owner: kind === 'back' ? null : (owner ?? author) };
  return setMark(
    client,
    { kind, source, host, subtype: key, reason, ...who, ...span },
    now,
    signal,
  );
}
