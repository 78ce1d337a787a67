import type { Client, estypes } from '@elastic/elasticsearch';
import { BAD_REQUEST, FORBIDDEN, NOT_FOUND } from '../../../common/http';
import { assertKeepsJournal } from './assert_keeps_journal';
import { createOwnIndex } from './create_own_index';
import { getIndexTemplate, logwaveIndices, TEMPLATE_VERSION } from './index_templates';
import type { OwnIndex } from './own_index';
import { patiently, asResponseError } from '../asking';
import { fetchSound } from './read_own_indices';
import { waitForShards } from './wait_for_shards';

/** The versions of those of our templates that are in place. */
async function templateVersions(client: Client, signal: AbortSignal): Promise<Map<string, number>> {
  // Where none of them is there, the answer is an empty list with the status "not found".
  const options = { signal, ignore: [NOT_FOUND] };
  const { index_templates: templates = [] }: Partial<estypes.IndicesGetIndexTemplateResponse> =
    await patiently(() => client.indices.getIndexTemplate({ name: 'logwave-*' }, options), signal);
  return new Map(templates.map(({ name, index_template: { version = 0 } }) => [name, version]));
}

/**
 * Puts the index templates in place, where they are not there yet or of an older version. It needs
 * the privilege to manage index templates, and nothing on the indices themselves.
 *
 * @returns the names of the templates that were put now; none at the second call
 * @throws the client's errors
 */
export async function ensureTemplates(client: Client, signal: AbortSignal): Promise<string[]> {
  const versions = await templateVersions(client, signal);
  const outdated = logwaveIndices.filter(
    ({ name }) => (versions.get(name) ?? 0) < TEMPLATE_VERSION,
  );
  for (const index of outdated) {
    const template = getIndexTemplate(index);
    await patiently(() => client.indices.putIndexTemplate(template, { signal }), signal);
  }
  return outdated.map(({ name }) => name);
}

/**
 * Templates keep those of others off our names, where that is possible. Where the user may not put
 * them, or another one stands in the way, the indices are made by name all the same, and looked at.
 */
async function tryTemplates(client: Client, signal: AbortSignal): Promise<void> {
  try {
    await ensureTemplates(client, signal);
  } catch (error) {
    const status = asResponseError(error)?.statusCode;
    if (status !== FORBIDDEN && status !== BAD_REQUEST) throw error;
  }
}

/**
 * Makes sure that indices of ours are there, can be searched and are as they must be.
 *
 * @returns whether the user may see more of them than the types of their fields
 * @throws ForeignMapping, RepairCutOff, IndexNotMade and ShardsNotStarted where they are not, and the client's
 *   errors, such as a refusal for a user who may not make them
 */
export async function ensureOwnIndices(
  client: Client,
  indices: readonly OwnIndex[],
  signal: AbortSignal,
): Promise<boolean> {
  const { existing, is_described: isDescribed } = await fetchSound(client, indices, signal);
  const missing = indices.filter(({ name }) => !existing.has(name));
  for (const index of missing) await createOwnIndex(client, index, signal);
  await waitForShards(
    client,
    indices.map(({ name }) => name),
    signal,
  );
  const made = missing.length > 0 ? await fetchSound(client, missing, signal) : null;
  return made?.is_described ?? isDescribed;
}

/**
 * Makes sure that everything Logwave writes is kept as it should be, before anything is written.
 *
 * @param ofTemplates who puts the index templates, where that is not the user
 * @throws as `ensureOwnIndices`
 */
export async function ensureIndices(
  client: Client,
  signal: AbortSignal,
  ofTemplates: Client = client,
): Promise<void> {
  await tryTemplates(ofTemplates, signal);
  const isDescribed = await ensureOwnIndices(client, logwaveIndices, signal);
  // Without its journal nothing could be untagged.
  if (!isDescribed) await assertKeepsJournal(client, signal);
}
