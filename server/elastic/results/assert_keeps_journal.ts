import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '../client';
import { ForeignMapping } from './foreign_mapping';
import { JOURNAL_INDEX } from './journal_mapping';
import { patiently, writePatiently } from '../asking';
const PROBE = 'probe';
/** Of a scope that no analysis has, so that it is never read as an entry. */
const probe = {
  scope: PROBE,
  run_id: PROBE,
  source: PROBE,
  tag: PROBE,
  series: [{ subtype: 'a', hours: [0] }],
  documents: 1,
  hits: [{ index: 'a', id: 'b', subtype: 'a', hour: 0, was: 'list' }],
};

/**
 * Writes a document into the journal, reads it and deletes it: for users who may not read the
 * mapping, so that it is known whether the journal keeps everything that is written there.
 *
 * @throws ForeignMapping if it does not, and the client's errors
 */
export async function assertKeepsJournal(client: Client, signal: AbortSignal): Promise<void> {
  const place = { index: JOURNAL_INDEX, id: `${PROBE}:${randomUUID()}` };
  // Before a refresh, a get reads the log of writes, which is complete in any case.
  const write = { ...place, document: probe, refresh: true };
  await writePatiently(() => client.index(write, { signal }), signal);
  const read = { ...place, realtime: false };
  const found = await patiently(() => client.get(read, { signal }), signal);
  await writePatiently(() => client.delete(place, { signal }), signal);
  if (isDeepStrictEqual(found._source, probe)) return;
  const faults = ['it does not give back what is written there'];
  throw new ForeignMapping([{ name: JOURNAL_INDEX, faults }]);
}
