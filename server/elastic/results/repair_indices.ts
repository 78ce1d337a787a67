import type { Client } from '../client';
import { CONFLICT } from '../../../common/http';
import { createOwnIndex } from './create_own_index';
import { hasWholeSource, IS_DATA_STREAM } from './index_faults';
import { JOURNAL_INDEX } from './journal_mapping';
import { repairCopyOf, type OwnIndex } from './own_index';
import { patiently, searchPages, bulkPatiently, type BulkOperation } from '../asking';
import { readOwnIndices, refuseFaulty } from './read_own_indices';
import { waitForShards } from './wait_for_shards';
/** A document of an index of ours is at most a few hundred kilobytes. */
const DOCUMENTS_PER_REQUEST = 20;

/** An index that was rebuilt, and how many documents it has kept. */
export interface RepairedIndex {
  readonly name: string;
  readonly documents: number;
}

/** An index that cannot be rebuilt without loss. The message says why. */
export class NotRepairable extends Error {
  override readonly name = 'NotRepairable';
}

/** Makes an index. One that a template has spoiled is removed again while it is empty. */
async function createWhole(client: Client, index: OwnIndex, signal: AbortSignal): Promise<void> {
  await createOwnIndex(client, index, signal);
  await waitForShards(client, [index.name], signal);
  const { faulty } = await readOwnIndices(client, [index], signal);
  const isEmpty = faulty.length > 0 && (await countDocuments(client, index.name, signal)) === 0;
  if (isEmpty) await client.indices.delete({ index: index.name }, { signal });
  await refuseFaulty(client, faulty, signal);
}

async function countDocuments(client: Client, index: string, signal: AbortSignal) {
  await patiently(() => client.indices.refresh({ index }, { signal }), signal);
  return (await patiently(() => client.count({ index }, { signal }), signal)).count;
}

/** Copies all documents. Existing ones stay as they are. @throws NotRepairable */
async function copyDocuments(
  client: Client,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<void> {
  const request = {
    index: from,
    query: { match_all: {} },
    size: DOCUMENTS_PER_REQUEST,
    source: true,
    ignore_unavailable: false,
  };
  for await (const hits of searchPages<object>(client, request, signal)) {
    const operations = hits.map(({ _id: id, _source: source }): BulkOperation => {
      if (id === undefined || source === undefined) {
        throw new NotRepairable(`${from} does not keep whole documents, so none can be copied`);
      }
      return [{ create: { _id: id } }, source];
    });
    const refused = await bulkPatiently(client, { index: to }, operations, signal);
    const [first] = refused.filter(({ status }) => status !== CONFLICT);
    if (first !== undefined) {
      throw new NotRepairable(`a document of ${from} cannot be copied: ${first.reason}`);
    }
  }
  const [wished, there] = [
    await countDocuments(client, from, signal),
    await countDocuments(client, to, signal),
  ];
  if (there >= wished) return;
  throw new NotRepairable(`${to} holds ${there} of the ${wished} documents of ${from}`);
}

/** @throws NotRepairable if documents have already lost parts */
async function assertWhole(client: Client, name: string, signal: AbortSignal): Promise<void> {
  const states = await patiently(() => client.indices.get({ index: name }, { signal }), signal);
  if (Object.values(states).every(hasWholeSource)) return;
  if ((await countDocuments(client, name, signal)) === 0) return;
  const advice =
    name === JOURNAL_INDEX
      ? 'keep it: the rest of it still lists tagged documents'
      : 'delete it, then analyze the days again';
  throw new NotRepairable(
    `${name} does not keep whole documents, and what they lost cannot be brought back: ${advice}`,
  );
}

/** Replaces the index by the copy's documents, and removes the copy. */
async function takeBack(client: Client, index: OwnIndex, signal: AbortSignal): Promise<number> {
  const copy = repairCopyOf(index);
  await createWhole(client, index, signal);
  await copyDocuments(client, copy.name, index.name, signal);
  const documents = await countDocuments(client, index.name, signal);
  await patiently(() => client.indices.delete({ index: copy.name }, { signal }), signal);
  return documents;
}

async function repairOne(client: Client, index: OwnIndex, signal: AbortSignal): Promise<number> {
  const { name } = index;
  const copy = repairCopyOf(index);
  await assertWhole(client, name, signal);
  await createWhole(client, copy, signal);
  // Nothing may be written between copying the last document and the removal.
  await client.indices.addBlock({ index: name, block: 'write' }, { signal });
  await copyDocuments(client, name, copy.name, signal);
  await patiently(() => client.indices.delete({ index: name }, { signal }), signal);
  return takeBack(client, index, signal);
}

/** How many documents the index has been rebuilt with; null if it is as it must be. */
async function repairWhereNeeded(
  client: Client,
  index: OwnIndex,
  signal: AbortSignal,
): Promise<number | null> {
  const copy = repairCopyOf(index);
  const found = await readOwnIndices(client, [index, copy], signal);
  const { existing, faulty } = found;
  if (!found.is_described) {
    throw new NotRepairable(
      `${index.name} cannot be checked: the privilege view_index_metadata is missing`,
    );
  }
  const names = [index.name, copy.name];
  if (faulty.some(({ name }) => !names.includes(name))) {
    throw new NotRepairable(`${index.name} is an alias: create the index behind it again by hand`);
  }
  if (faulty.some(({ faults }) => faults.includes(IS_DATA_STREAM))) {
    throw new NotRepairable(`${index.name} is a data stream: make an index of it by hand`);
  }
  if (faulty.some(({ name }) => name === index.name)) return repairOne(client, index, signal);
  return existing.has(copy.name) ? takeBack(client, index, signal) : null;
}

/**
 * Rebuilds those of our indices that are not as they must be, each through a copy, so that its
 * documents are in an index at any time. If it is interrupted at any point and called again, the
 * result is the same.
 *
 * In addition to what an analysis needs, it needs `manage` on `logwave-*`.
 *
 * @param onRepaired called with each index as soon as it is complete
 * @throws NotRepairable if documents would be lost, ForeignMapping if a template would spoil the
 * new index as well, and the client's errors
 */
export async function repairIndices(
  client: Client,
  indices: readonly OwnIndex[],
  onRepaired: (index: RepairedIndex) => void,
  signal: AbortSignal,
): Promise<void> {
  const obstacles: string[] = [];
  for (const index of indices) {
    try {
      const documents = await repairWhereNeeded(client, index, signal);
      if (documents !== null) onRepaired({ name: index.name, documents });
    } catch (error) {
      // The others may still be rebuilt.
      if (!(error instanceof NotRepairable)) throw error;
      obstacles.push(error.message);
    }
  }
  if (obstacles.length > 0) throw new NotRepairable(obstacles.join('. '));
}
