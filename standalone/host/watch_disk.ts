import type { Client } from '../../server/elastic/client';
import { OWN_INDICES } from '../../server/app/basics';
import { awaitDisk, type Log } from '../../server/wiring';
const WATCH = { index: OWN_INDICES, every: 5_000 };

/** Reports when the disk has no room for Logwave's indices, and when it has room again. */
export async function watchDisk(client: Client, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const shortage = await awaitDisk(client, WATCH, (found) => found !== undefined, signal);
    if (shortage === undefined) return;
    log.warn(`${shortage}. No day can be analyzed until there is more space.`);
    await awaitDisk(client, WATCH, (found) => found === undefined, signal);
    if (!signal.aborted) log.info('Elasticsearch has room for indices again.');
  }
}
