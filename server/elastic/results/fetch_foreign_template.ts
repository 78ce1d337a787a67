import type { Client } from '../client';
import { FORBIDDEN, NOT_FOUND } from '../../../common/http';
import { isNamedBy, patiently } from '../asking';

/**
 * The index template of somebody else that matches one of our names, the one of the highest
 * priority if there are several; undefined if there is none, or the user may not see templates.
 *
 * @throws the client's errors
 */
export async function fetchForeignTemplate(
  client: Client,
  index: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const options = { signal, ignore: [FORBIDDEN, NOT_FOUND] };
  const answer = await patiently(() => client.indices.getIndexTemplate({}, options), signal);
  // An error answer that was ignored has no list.
  const { index_templates: templates = [] } = answer as Partial<typeof answer>;
  const matching = templates
    .filter(({ name }) => name !== index)
    .filter(({ index_template: { index_patterns: patterns } }) =>
      isNamedBy([patterns].flat().join(','), index),
    )
    .sort((a, b) => (b.index_template.priority ?? 0) - (a.index_template.priority ?? 0));
  return matching[0]?.name;
}
