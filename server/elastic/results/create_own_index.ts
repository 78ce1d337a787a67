import type { Client } from '../client';
import { BAD_REQUEST } from '../../../common/http';
import { refusalReason, refusalType, patiently, asResponseError } from '../asking';
import { fetchForeignTemplate } from './fetch_foreign_template';
import { IndexNotMade } from './foreign_mapping';
import { getCreateRequest, unknownSettingIn, type OwnIndex } from './own_index';
const ALREADY_EXISTS = 'resource_already_exists_exception';
/** As in `Invalid index name [logwave-runs], already exists as alias`. */
const EXISTS_AS_ALIAS = /already exists as alias/;

function existsAlready(error: unknown): boolean {
  return refusalType(error) === ALREADY_EXISTS || EXISTS_AS_ALIAS.test(refusalReason(error) ?? '');
}

/**
 * Makes one of our indices by its name, with all of its mapping and settings. An existing one, or
 * an alias of the name, is left as it is.
 *
 * @throws IndexNotMade if Elasticsearch refuses, with the template that causes it as far as it may
 * be seen, and the client's other errors, such as that of a missing privilege
 */
export async function createOwnIndex(
  client: Client,
  index: OwnIndex,
  signal: AbortSignal,
): Promise<void> {
  const unknown = new Set<string>();
  for (;;) {
    try {
      const request = getCreateRequest(index, unknown);
      await patiently(() => client.indices.create(request, { signal }), signal);
      return;
    } catch (error) {
      // Somebody else may have made it at the same moment.
      if (existsAlready(error)) return;
      const reason = refusalReason(error);
      if (asResponseError(error)?.statusCode !== BAD_REQUEST || reason === undefined) throw error;
      const setting = unknownSettingIn(reason);
      if (setting === undefined || unknown.has(setting)) {
        const template = await fetchForeignTemplate(client, index.name, signal);
        throw new IndexNotMade(index.name, reason, template);
      }
      unknown.add(setting);
    }
  }
}
