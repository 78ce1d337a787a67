import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@elastic/elasticsearch';
import { ForeignMapping } from './foreign_mapping';
import { JOURNAL_INDEX } from './journal_mapping';
import { patiently, writePatiently } from '../asking';
const PROBE = 'probe';
/** Of a scope that no analysis has, so that it is never taken for an entry. */
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
 * Writes a document into the journal, reads it and takes it away: for users who may not see by its
 * mapping whether the journal keeps all of what is written there.
 *
 * @throws ForeignMapping where it does not, and the client's errors
 */
export async function assertKeepsJournal(client: Client, signal: AbortSignal): Promise<void> {
  const place = { index: JOURNAL_INDEX, id: `${PROBE}:${randomUUID()}` };
  // What was not refreshed is given back from the log of writes, where it is whole all the same.
  const write = { ...place, document: probe, refresh: true };
  await writePatiently(() => client.index(write, { signal }), signal);
  const read = { ...place, realtime: false };
  const found = await patiently(() => client.get(read, { signal }), signal);
  await writePatiently(() => client.delete(place, { signal }), signal);
  if (isDeepStrictEqual(found._source, probe)) return;
  const faults = ['it does not give back what is written there'];
  throw new ForeignMapping([{ name: JOURNAL_INDEX, faults }]);
}
