import type { Client } from '../elastic/client';
import { DEFAULT_SCOPE } from '../app/basics';
import { settledBy, type IsSettled } from '../app/notifying';
import { markOf } from '../app/silence';
import { fetchJudgments, fetchMarks } from '../elastic/silence';

/**
 * The current judgments and mutes.
 *
 * @throws the client's errors
 */
export async function fetchSettled(
  client: Client,
  now: Date,
  signal: AbortSignal,
): Promise<IsSettled> {
  const judgments = await fetchJudgments(client, DEFAULT_SCOPE, signal);
  const marks = await fetchMarks(client, DEFAULT_SCOPE, signal);
  return settledBy(judgments, (source, subtype) => {
    const mark = markOf(marks, { source, host: null, subtype });
    if (mark === undefined) return false;
    return mark.until === null || Date.parse(mark.until) > now.getTime();
  });
}
