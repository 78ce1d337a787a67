import { readLedger, rememberingLedger, type LedgerStore } from '../../../server/app/notifying';
import { elasticsearchTrouble } from '../../../server/wiring';
import type { HostDocuments } from '../settings/host_documents';

/** Stores what was sent among the host's documents, and in memory while Elasticsearch is down. */
export function createHostLedger(documents: HostDocuments): LedgerStore {
  const store: LedgerStore = {
    read: async (channel, signal) => {
      const found = await documents.read(`deliveries:${channel}`, signal);
      return { ledger: readLedger(found?.content), version: found?.version ?? null };
    },
    write: (channel, ledger, version, signal) =>
      documents.write(`deliveries:${channel}`, ledger, version, signal),
  };
  return rememberingLedger(store, (error) => elasticsearchTrouble(error) !== undefined);
}
