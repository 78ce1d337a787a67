import { readLedger, type ChannelLedger, type LedgerStore } from '../../app/notifying';
import type { SavedObjectsRepository } from '../contracts';
import { isConflict, isMissing } from '../saved_object_error';
import { DELIVERIES_TYPE } from '../saved_object_types';

/**
 * Stores what was sent in saved objects, one for each channel. They can be written even when the
 * key of the schedule has expired, which is then the message.
 */
export function createSavedLedger(repository: SavedObjectsRepository): LedgerStore {
  return {
    async read(channel) {
      try {
        const found = await repository.get<ChannelLedger>(DELIVERIES_TYPE, channel);
        return { ledger: readLedger(found.attributes), version: found.version ?? null };
      } catch (error) {
        if (isMissing(error)) return { ledger: readLedger(undefined), version: null };
        throw error;
      }
    },
    async write(channel, ledger, version) {
      const expected = version === null ? {} : { overwrite: true, version };
      const options = { id: channel, ...expected };
      try {
        return (await repository.create(DELIVERIES_TYPE, ledger, options)).version;
      } catch (error) {
        if (isConflict(error) || isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}
