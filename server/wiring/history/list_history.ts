import { createHash } from 'node:crypto';
import type { Client } from '../../elastic/client';
import { type HistoryEntry, historyOf } from '../../../common/history';
import { DEFAULT_SCOPE } from '../../app/basics';
import { fetchDecidedMarks } from '../../elastic/silence';

const DIGEST_LENGTH = 12;

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, DIGEST_LENGTH);
}

/**
 * What people have decided, the latest first.
 *
 * @throws the client's errors
 */
export async function listHistory(client: Client, signal: AbortSignal): Promise<HistoryEntry[]> {
  return historyOf(await fetchDecidedMarks(client, DEFAULT_SCOPE, signal), digestOf);
}
