import { settingsId, type Source } from '../../../common/sources';
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../common/time';
import { GRACE_MS } from '../../../common/waveform/hours';
import { LEAST_TRAINING, type SilenceTask } from './silence_task';
import type { SourceNote } from './source_notes';

/** A clock that is ahead by less than this is normal. */
const AHEAD_MS = 5 * MS_PER_MINUTE;
const FAR_AHEAD_MS = 3650 * MS_PER_DAY;
const MOST_NAMED = 5;

/** When hosts last sent an event, in milliseconds, and what a reader should know about that. */
export interface ExactEvents {
  readonly last: ReadonlyMap<string, number>;
  readonly notes: readonly SourceNote[];
  /** Whether this is the answer about all hosts that were asked for. */
  readonly is_known: boolean;
}

const NOTHING: ExactEvents = { last: new Map(), notes: [], is_known: false };

function aheadNotes(ahead: readonly string[]): SourceNote[] {
  if (ahead.length === 0) return [];
  const names = ahead.slice(0, MOST_NAMED).join(', ');
  const more = ahead.length > MOST_NAMED ? ` and ${ahead.length - MOST_NAMED} more` : '';
  const words = `The clock of ${names}${more} is ahead, so its last event is taken as of now.`;
  return [{ source: null, words }];
}

/**
 * Last events by host to the minute, if the instant looked at is the present one.
 *
 * @param silent hosts that are searched in all training days; null searches for hosts of the last
 * two days
 */
export async function exactEvents(
  hosts: Source,
  silent: readonly string[] | null,
  { request, ports, today }: SilenceTask,
  signal: AbortSignal,
): Promise<ExactEvents> {
  const now = request.now.getTime();
  // Whether events came after a past instant says nothing about that instant.
  const at = request.at.getTime();
  if (at < now - GRACE_MS || (at < now && at >= today.to)) return NOTHING;
  const days = silent === null ? 1 : LEAST_TRAINING;
  // A clock that is ahead writes times in the future.
  const range = { from: today.from - days * MS_PER_DAY, to: now + FAR_AHEAD_MS };
  const found = await ports.lastEvents(hosts, range, silent, signal);
  if (found.state === 'unknown') {
    const words = `last events of hosts are known to the hour only: ${found.reason}`;
    return { last: new Map(), notes: [{ source: settingsId(hosts), words }], is_known: false };
  }
  const last = new Map<string, number>();
  const ahead: string[] = [];
  for (const [host, time] of found.value) {
    if (time > now + AHEAD_MS) ahead.push(host);
    last.set(host, Math.min(time, now));
  }
  return { last, notes: aheadNotes(ahead), is_known: true };
}
