import { ApiError } from '../../common/api';
import type { Settings } from '../../common/settings';
import { isDigestKey, type Source, valuesOfSubtype } from '../../common/sources';
import type { IndexGroup } from '../app/counting';
import type { Reader } from './reader';

/** How many sources are named where an unknown one is asked for. */
const NAMED = 10;

/** The answer for a source that is not there, with those that are. */
export function noSource(id: string, known: readonly string[]): ApiError {
  const named = known.slice(0, NAMED).join(', ');
  const more = known.length > NAMED ? ` and ${known.length - NAMED} more` : '';
  const sources = known.length === 0 ? 'there is none' : `the sources are ${named}${more}`;
  return new ApiError('source_not_found', `there is no source ${id}: ${sources}`);
}

/** @throws ApiError `source_not_found` */
export function sourceOf({ sources }: Settings, id: string): Source {
  const source = sources.find((one) => one.id === id);
  if (source !== undefined) return source;
  throw noSource(
    id,
    sources.filter(({ enabled }) => enabled).map((one) => one.id),
  );
}

/**
 * Refuses the key of a series that the source cannot have.
 *
 * @param place what is refused, such as `query.subtype`
 * @throws ApiError `bad_request` that says how a key of the source is written
 */
export function assertSubtype(
  { id, subtype_fields }: Source,
  subtype: string,
  place: string,
): void {
  if (isDigestKey(subtype)) return;
  if (valuesOfSubtype(subtype, subtype_fields.length) !== undefined) return;
  const example = JSON.stringify(subtype_fields.map((field) => `value of ${field}`));
  throw new ApiError(
    'bad_request',
    `${place}: the source "${id}" distinguishes its series by ${subtype_fields.join(', ')}, so write the subtype as a JSON list of ${subtype_fields.length} texts: ${example}`,
  );
}

/**
 * The indices of a source, as far as the caller may see them.
 *
 * @throws ApiError if Elasticsearch refuses, and the client's errors
 */
export async function groupsOf(
  reader: Reader,
  source: Source,
  signal: AbortSignal,
): Promise<readonly IndexGroup[]> {
  const groups = await reader.fetchIndexGroups(source, signal);
  if (groups.state === 'known') return groups.value;
  throw new ApiError('elasticsearch_refused', `${source.id}: ${groups.reason}`);
}
