import type { estypes } from '@elastic/elasticsearch';
import { CONFLICT, NOT_FOUND, SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS } from '../../../common/http';
import type { Refused, WriteOutcome } from '../../app/tagging';
import { indexBlockIn } from '../asking';

/** Why a full mapping does not accept a tag. */
export const FULL_MAPPING =
  'the index has as many fields as it may have (index.mapping.total_fields.limit), and "tags" is not one of them';

/** Elasticsearch's reason for not carrying out a request, or a part of it. */
export type Cause = Pick<estypes.ErrorCause, 'type' | 'reason'>;

/** Kinds of errors in words. Each applies to the whole index, or to one document. */
const REFUSALS = new Map<string, Omit<Refused, 'state'>>([
  ['security_exception', { reason: 'the privilege "write" is missing', whole_index: true }],
  ['index_closed_exception', { reason: 'the index is closed', whole_index: true }],
  [
    'invalid_index_name_exception',
    { reason: 'it is in another cluster, where nothing can be tagged', whole_index: true },
  ],
  [
    'document_parsing_exception',
    { reason: 'the mapping does not take a list of words in "tags"', whole_index: false },
  ],
  [
    'mapper_parsing_exception',
    { reason: 'the mapping does not take a list of words in "tags"', whole_index: false },
  ],
  [
    'strict_dynamic_mapping_exception',
    { reason: 'the mapping has no field "tags" and takes no new ones', whole_index: false },
  ],
]);

/** As in `failed to parse: Limit of total fields [1000] has been exceeded while adding new fields [2]`. */
const FIELD_LIMIT = /Limit of total fields \[\d+\] has been exceeded/;
const FULL: Refused = { state: 'refused', reason: FULL_MAPPING, whole_index: true };

const BUSY_STATUSES: readonly number[] = [TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE];

/**
 * A block of the whole index; undefined for one that passes, such as that of a cluster without a
 * master.
 */
function blockRefusal(reason: string): Refused | undefined {
  const block = indexBlockIn(reason);
  if (block === undefined) return undefined;
  return { state: 'refused', reason: `the index is ${block.phrase}`, whole_index: true };
}

/**
 * Why an index or a document refuses permanently, in words that are the same for all documents with
 * the same trouble. Elasticsearch's own would name each of them.
 *
 * @returns undefined if the trouble may pass
 */
export function refusalOf({ type, reason }: Cause, status: number): Refused | undefined {
  if (type === 'cluster_block_exception') return blockRefusal(reason ?? '');
  if (FIELD_LIMIT.test(reason ?? '')) return FULL;
  const known = REFUSALS.get(type);
  if (known !== undefined) return { state: 'refused', ...known };
  if (BUSY_STATUSES.includes(status)) return undefined;
  return { state: 'refused', reason: `Elasticsearch refuses it (${type})`, whole_index: false };
}

/** The outcome of one update of a bulk request, from its part of the answer. */
export function writeOutcomeOf({
  status,
  error,
}: Pick<estypes.BulkResponseItem, 'status' | 'error'>): WriteOutcome {
  if (error === undefined) return { state: 'updated' };
  if (status === CONFLICT) return { state: 'conflict' };
  if (status === NOT_FOUND) return { state: 'gone' };
  const refused = refusalOf(error, status);
  return refused ?? { state: 'busy', reason: `the cluster is overloaded (${error.type})` };
}
