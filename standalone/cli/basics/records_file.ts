import { open } from 'node:fs/promises';
import type { TaggedRecord } from '../../../server/app/tagging';
import { writeReason } from '../../files';
import { UserError } from './user_error';

/** A file to which tagged documents are appended, one JSON a line. */
export interface RecordsFile {
  add(records: readonly TaggedRecord[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a records file, and creates it if it is missing. Its content stays: a run that was stopped
 * halfway has tagged documents that the next one does not tag again.
 *
 * @throws UserError if it cannot be written
 */
export async function openRecordsFile(file: string): Promise<RecordsFile> {
  const handle = await open(file, 'a').catch((error: unknown) => {
    throw new UserError(`cannot write the records file ${file}: ${writeReason(error)}`);
  });
  return {
    add: async (records) => {
      const lines = records.map(({ index, id, source, subtype, hour }) =>
        JSON.stringify({ index, id, source, subtype, hour }),
      );
      await handle.appendFile(`${lines.join('\n')}\n`).catch((error: unknown) => {
        throw new UserError(`cannot write the records file ${file}: ${writeReason(error)}`);
      });
    },
    close: () => handle.close(),
  };
}
