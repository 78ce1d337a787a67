import type { Client } from '../../../server/elastic/client';
import type { MappingTypeMapping } from '@elastic/elasticsearch/lib/api/types';
import { NOT_FOUND } from '../../../common/http';
import {
  ensureOwnIndices,
  type OwnIndex,
  readVersioned,
  type Versioned,
  writeVersioned,
} from '../../../server/elastic/results';

/** Where this host stores its settings and its schedule: one document each. */
export const SETTINGS_INDEX = 'logwave-settings';

export type HostDocumentId = 'settings' | 'schedule' | 'stopped_runs' | `deliveries:${string}`;

/** Nothing is searched in these documents, and the names in them are the user's. */
const mappings: MappingTypeMapping = { dynamic: false, properties: {} };

export type HostDocument = Versioned<unknown>;

/** The index of a host's documents, and its mapping. */
export function hostIndex(name = SETTINGS_INDEX): OwnIndex {
  return { name, mappings };
}

/** Where a host stores its persistent state. */
export interface HostDocuments {
  /** The document as it is at this moment; undefined if there is none yet. */
  read(id: HostDocumentId, signal: AbortSignal): Promise<HostDocument | undefined>;
  /**
   * Writes a document if it was not written since it was read.
   *
   * @param version the version that was read; null if there must be none yet
   * @returns the new version, or undefined if somebody else was first
   */
  write(
    id: HostDocumentId,
    content: object,
    version: string | null,
    signal: AbortSignal,
  ): Promise<string | undefined>;
  /** Removes all documents; returns whether there were any. */
  remove(signal: AbortSignal): Promise<boolean>;
}

interface ToWrite {
  readonly index: string;
  readonly id: HostDocumentId;
  readonly document: object;
}

async function write(
  client: Client,
  request: ToWrite,
  version: string | null,
  signal: AbortSignal,
): Promise<string | undefined> {
  // Writing to a missing index would create one that maps every field it gets.
  await ensureOwnIndices(client, [hostIndex(request.index)], signal);
  return writeVersioned(client, request, version, signal);
}

async function remove(client: Client, index: string, signal: AbortSignal): Promise<boolean> {
  const exists = await client.indices.exists({ index }, { signal });
  if (exists) await client.indices.delete({ index }, { signal, ignore: [NOT_FOUND] });
  return exists;
}

/** Stores a host's documents in an index of Elasticsearch. */
export function createHostDocuments(client: Client, index = SETTINGS_INDEX): HostDocuments {
  return {
    read: (id, signal) => readVersioned<unknown>(client, { index, id }, signal),
    write: (id, document, version, signal) =>
      write(client, { index, id, document }, version, signal),
    remove: (signal) => remove(client, index, signal),
  };
}
