import type { Client, estypes } from '@elastic/elasticsearch';
import { refusalType } from './error_reason';
import { capabilityIn } from './field_use';
import { getIndexTemplate, logwaveIndices, TEMPLATE_VERSION } from './index_templates';
import { patiently } from './patiently';
import { asResponseError } from './response_error';

const FORBIDDEN = 403;
const NOT_FOUND = 404;
const names = logwaveIndices.map(({ name }) => name);

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

/** The field by which everything is looked up, in each of the indices. */
const KEY_FIELD = 'scope';

/** An index that was made without its mapping: nothing would be found in it again. */
export class ForeignMapping extends Error {
  override readonly name = 'ForeignMapping';

  constructor(indices: readonly string[]) {
    const which = indices.length === 1 ? 'was made' : 'were made';
    super(
      `${indices.join(', ')} ${which} without the mapping of Logwave: copy what you need and delete it, then run this again`,
    );
  }
}

/**
 * Which of Logwave's indices exist and may be read: one request that needs no more than `read`.
 *
 * @throws ForeignMapping where one of them is not mapped as it should be, and the client's errors
 */
export async function fetchExistingIndices(
  client: Client,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const request = {
    index: names.join(','),
    fields: [KEY_FIELD],
    include_unmapped: true,
    ignore_unavailable: true,
    allow_no_indices: true,
  };
  const answer = await patiently(() => client.fieldCaps(request, { signal }), signal);
  const indices = [answer.indices].flat();
  const foreign = indices.filter(
    (index) => capabilityIn(index, answer.fields[KEY_FIELD])?.type !== 'keyword',
  );
  if (foreign.length > 0) throw new ForeignMapping(foreign);
  return new Set(indices);
}

/** Makes the indices that are not there, each with its mapping. */
async function createIndices(
  client: Client,
  existing: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<void> {
  for (const { name, mappings, settings } of logwaveIndices) {
    if (existing.has(name)) continue;
    try {
      await client.indices.create({ index: name, mappings, settings }, { signal });
    } catch (error) {
      // Somebody else may have made it at the same moment.
      if (refusalType(error) !== 'resource_already_exists_exception') throw error;
    }
  }
}

/**
 * Makes sure that everything Logwave writes is mapped as it should be: by the index templates, or,
 * for a user who may not manage templates, by making the indices themselves.
 *
 * @throws ForeignMapping where an index was made without them, and the client's errors, such as a
 *   refusal for a user who may do neither
 */
export async function ensureIndices(client: Client, signal: AbortSignal): Promise<void> {
  const existing = await fetchExistingIndices(client, signal);
  try {
    await ensureTemplates(client, signal);
  } catch (error) {
    if (asResponseError(error)?.statusCode !== FORBIDDEN) throw error;
    await createIndices(client, existing, signal);
  }
}
