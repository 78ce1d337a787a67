import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { capabilityIn } from '../counting';
import { fetchForeignTemplate } from './fetch_foreign_template';
import { ForeignMapping, RepairCutOff, type FaultyIndex } from './foreign_mapping';
import {
  allSearchedFields,
  fieldFaults,
  IS_DATA_STREAM,
  KEY_FIELD,
  stateFaults,
} from './index_faults';
import { logwaveIndices } from './index_templates';
import { isNamedBy, patiently, isForbidden } from '../asking';
import { repairCopyOf, type OwnIndex } from './own_index';
import { isNotStarted, waitForShards } from './wait_for_shards';

type States = Readonly<Record<string, estypes.IndicesIndexState>>;

/** Which of our indices exist, and what is wrong with them. */
export interface OwnIndices {
  /** Our names, and what is behind an alias with one of our names. */
  readonly existing: ReadonlySet<string>;
  readonly faulty: readonly FaultyIndex[];
  /** Whether the user may see more than the types of fields. */
  readonly is_described: boolean;
}

/** Descriptions of the indices for users who may see them; none for others. */
async function fetchStates(
  client: Client,
  names: readonly string[],
  signal: AbortSignal,
): Promise<States> {
  if (names.length === 0) return {};
  const request = { index: names.join(','), ignore_unavailable: true };
  try {
    return await patiently(() => client.indices.get(request, { signal }), signal);
  } catch (error) {
    // A user who may read and write but not see metadata still gets the types of all fields.
    if (!isForbidden(error)) throw error;
    return {};
  }
}

/** Field capabilities of indices. Somebody else may have made one of them a moment ago. */
async function fetchFieldTypes(
  client: Client,
  request: estypes.FieldCapsRequest & { readonly index: string },
  signal: AbortSignal,
): Promise<estypes.FieldCapsResponse> {
  const send = () => patiently(() => client.fieldCaps(request, { signal }), signal);
  try {
    return await send();
  } catch (error) {
    if (!isNotStarted(error)) throw error;
    await waitForShards(client, request.index.split(','), signal);
    return send();
  }
}

/** Which of ours an index is: itself, or the part of a data stream; undefined behind an alias. */
function ownOf(index: string, wanted: readonly OwnIndex[]): OwnIndex | undefined {
  return wanted.find(({ name }) => isNamedBy(name, index));
}

function faultsOf(
  index: string,
  wanted: readonly OwnIndex[],
  fields: estypes.FieldCapsResponse['fields'],
  states: States,
): string[] {
  const own = ownOf(index, wanted);
  if (own === undefined) {
    const isLookedUp = wanted.some(
      ({ mappings }) => mappings.properties?.[KEY_FIELD] !== undefined,
    );
    if (!isLookedUp) return [];
    const type = capabilityIn(index, fields[KEY_FIELD])?.type;
    return type === 'keyword' ? [] : [`"${KEY_FIELD}" is ${type ?? 'not mapped'}, not keyword`];
  }
  if (own.name !== index) return [IS_DATA_STREAM];
  const state = states[index];
  return [
    ...fieldFaults(own, index, fields),
    ...(state === undefined ? [] : stateFaults(own, state)),
  ];
}

/**
 * Checks which of our indices exist and whether they are as they must be. It needs no more than
 * `read`. With `view_index_metadata` it detects more faults.
 *
 * @throws the client's errors
 */
export async function readOwnIndices(
  client: Client,
  wanted: readonly OwnIndex[],
  signal: AbortSignal,
): Promise<OwnIndices> {
  const request = {
    index: wanted.map(({ name }) => name).join(','),
    fields: allSearchedFields(wanted),
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const answer = await fetchFieldTypes(client, request, signal);
  const indices = [answer.indices].flat();
  const own = indices.filter((index) => wanted.some(({ name }) => name === index));
  const states = await fetchStates(client, own, signal);
  const found = indices.map((index) => {
    const which = ownOf(index, wanted);
    return { name: which?.name ?? index, faults: faultsOf(index, wanted, answer.fields, states) };
  });
  return {
    existing: new Set(found.map(({ name }) => name)),
    faulty: found.filter(({ faults }) => faults.length > 0),
    // Names that the user may not see are ignored like those that do not exist.
    is_described: own.every((name) => states[name] !== undefined),
  };
}

/**
 * Which of our indices exist and may be read.
 *
 * @param names those that matter; all of them by default
 * @throws as `fetchSound`
 */
export async function fetchExistingIndices(
  client: Client,
  signal: AbortSignal,
  names: readonly string[] = logwaveIndices.map(({ name }) => name),
): Promise<ReadonlySet<string>> {
  const wanted = logwaveIndices.filter(({ name }) => names.includes(name));
  return (await fetchSound(client, wanted, signal)).existing;
}

/**
 * Reads some indices, which are all as they must be as far as the user may see.
 *
 * @throws ForeignMapping if one is not, RepairCutOff if documents of one are elsewhere, and the
 * client's errors
 */
export async function fetchSound(
  client: Client,
  wanted: readonly OwnIndex[],
  signal: AbortSignal,
): Promise<OwnIndices> {
  const copies = wanted.map(repairCopyOf);
  const found = await readOwnIndices(client, [...wanted, ...copies], signal);
  const { existing, faulty } = found;
  const cutOff = wanted.filter((index) => existing.has(repairCopyOf(index).name));
  if (cutOff.length > 0) throw new RepairCutOff(cutOff.map(({ name }) => name));
  await refuseFaulty(client, faulty, signal);
  return found;
}

/** @throws ForeignMapping if some are faulty, and the client's errors */
export async function refuseFaulty(
  client: Client,
  faulty: readonly FaultyIndex[],
  signal: AbortSignal,
): Promise<void> {
  const [first] = faulty;
  if (first === undefined) return;
  throw new ForeignMapping(faulty, await fetchForeignTemplate(client, first.name, signal));
}
