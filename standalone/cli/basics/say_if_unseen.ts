import type { StreamMark } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import type { Client } from '../../../server/elastic/client';
import { unseenHostWords } from '../../../server/wiring';
import { say } from './output';

/**
 * Says of a mark that was set that nobody has seen its host.
 *
 * @throws errors of the connection, and the abort
 */
export async function sayIfUnseen(
  client: Client,
  settings: Settings,
  { host, ...mark }: StreamMark,
  signal: AbortSignal,
): Promise<void> {
  if (host === null) return;
  const words = await unseenHostWords(client, settings, { ...mark, host }, signal);
  if (words !== null) say(words);
}
