import {
  EMPTY_LEDGER,
  withDelivery,
  type ChannelLedger,
  type LedgerStore,
} from './delivery_ledger';

/**
 * A ledger that continues in memory while its store does not answer, so that an Elasticsearch that
 * is down can be reported. Deliveries made meanwhile are written once the store answers.
 *
 * @param isStoreDown whether an error means that the store does not answer
 */
export function rememberingLedger(
  store: LedgerStore,
  isStoreDown: (error: unknown) => boolean,
): LedgerStore {
  const kept = new Map<string, ChannelLedger>();
  return {
    async read(channel, signal) {
      const memory = kept.get(channel);
      try {
        const { ledger, version } = await store.read(channel, signal);
        const [latest] = memory?.deliveries ?? [];
        const isKnown = ledger.deliveries.some(({ morning }) => morning === latest?.morning);
        if (latest === undefined || isKnown) return { ledger, version };
        return { ledger: withDelivery(ledger, latest), version };
      } catch (error) {
        if (!isStoreDown(error)) throw error;
        return { ledger: memory ?? EMPTY_LEDGER, version: 'memory' };
      }
    },
    async write(channel, ledger, version, signal) {
      if (version !== 'memory') return store.write(channel, ledger, version, signal);
      kept.set(channel, ledger);
      return Promise.resolve(version);
    },
  };
}
