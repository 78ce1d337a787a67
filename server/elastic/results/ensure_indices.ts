import type { estypes } from '@elastic/elasticsearch';
import type { Client } from '../client';
import { BAD_REQUEST, FORBIDDEN, NOT_FOUND } from '../../../common/http';
import { assertKeepsJournal } from './assert_keeps_journal';
import { createOwnIndex } from './create_own_index';
import { getIndexTemplate, logwaveIndices, TEMPLATE_VERSION } from './index_templates';
import type { OwnIndex } from './own_index';
import { patiently, asResponseError } from '../asking';
import { fetchSound } from './read_own_indices';
import { waitForShards } from './wait_for_shards';

/** The versions of our installed templates. */
async function templateVersions(client: Client, signal: AbortSignal): Promise<Map<string, number>> {
  // If none of them exists, the answer is an empty list with the status "not found".
  const options = { signal, ignore: [NOT_FOUND] };
  const { index_templates: templates = [] }: Partial<estypes.IndicesGetIndexTemplateResponse> =
    await patiently(() => client.indices.getIndexTemplate({ name: 'logwave-*' }, options), signal);
  return new Map(templates.map(({ name, index_template: { version = 0 } }) => [name, version]));
}

/**
 * Installs the index templates that are missing or of an older version. It needs the privilege to
 * manage index templates, and nothing on the indices themselves.
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
 * Our templates keep those of others off our names, if that is possible. If the user may not put
 * them, or another one is in the way, the indices are still made by name and checked.
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
 * Makes sure that our indices exist, can be searched and are as they must be.
 *
 * @returns whether the user may see more of them than the types of their fields
 * @throws ForeignMapping, RepairCutOff, IndexNotMade and ShardsNotStarted if they are not, and the
 * client's errors, such as a refusal for a user who may not make them
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
 * Makes sure that everything Logwave writes is stored as it should be, before anything is written.
 *
 * @param ofTemplates the client that puts the index templates, if that is not the user's
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
