import { BAD_REQUEST } from '../../common/http';
import { answerBulk } from './answers/bulk';
import { answerDocument, answerMultiGet } from './answers/documents';
import { answerFieldCapabilities } from './answers/field_capabilities';
import { filterAnswer } from './answers/filter_answer';
import {
  answerIndex,
  answerResolve,
  answerSettings,
  answerStats,
  answerTemplates,
} from './answers/indices';
import { answerCount, answerSearch } from './answers/search';
import type { MemoryCluster } from './memory_cluster';
import { isOn, Refusal, UnknownRequest, type MemoryAnswer, type MemoryRequest } from './request';

const HEALTHY = { status: 'green', timed_out: false, indices: {} };
const NO_SHARD_FAILED = { _shards: { total: 0, successful: 0, failed: 0 } };

/** Elasticsearch's answer if a module, such as security, is not installed. */
function noHandler({ method, path }: MemoryRequest): never {
  const reason = `no handler found for uri [${path}] and method [${method}]`;
  throw new Refusal(BAD_REQUEST, 'illegal_argument_exception', reason);
}

function ofCluster(
  cluster: MemoryCluster,
  request: MemoryRequest,
  [first = '', second = '', third = '']: readonly string[],
): MemoryAnswer | undefined {
  switch (first) {
    case '':
    case '_security':
      return noHandler(request);
    case '_cluster':
      return second === 'health' ? { body: HEALTHY } : noHandler(request);
    case '_index_template':
      return answerTemplates(cluster, request, second);
    case '_template':
      return { body: {} };
    case '_resolve':
      return answerResolve(cluster, request, third);
    case '_pit':
      return { body: { succeeded: true, num_freed: 1 } };
    default:
      return undefined;
  }
}

function openPoint(cluster: MemoryCluster, { query }: MemoryRequest, index: string): MemoryAnswer {
  cluster.reach(index, { ignoreUnavailable: isOn(query, 'ignore_unavailable') });
  return { body: { id: index, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 } } };
}

function ofIndices(
  cluster: MemoryCluster,
  request: MemoryRequest,
  index: string,
  [action = '', id = '']: readonly string[],
): MemoryAnswer | undefined {
  switch (action) {
    case '':
      return index === '' ? undefined : answerIndex(cluster, request, index);
    case '_doc':
    case '_create':
      return answerDocument(cluster, request, { index, id, isCreate: action === '_create' });
    case '_bulk':
      return answerBulk(cluster, index, String(request.body));
    case '_mget':
      return answerMultiGet(cluster, request, index);
    case '_search':
      return answerSearch(cluster, request, index);
    case '_count':
      return answerCount(cluster, request, index);
    case '_field_caps':
      return answerFieldCapabilities(cluster, request, index);
    case '_pit':
      return openPoint(cluster, request, index);
    case '_refresh':
      return { body: NO_SHARD_FAILED };
    case '_settings':
      return answerSettings(cluster, request, index, id);
    case '_stats':
      return answerStats(cluster, request, index);
    default:
      return undefined;
  }
}

/**
 * The parts of Elasticsearch that Logwave uses, in memory.
 *
 * @throws UnknownRequest, with its name, for an unknown request
 */
export function answer(cluster: MemoryCluster, request: MemoryRequest): MemoryAnswer {
  const parts = request.path.split('/').filter(Boolean).map(decodeURIComponent);
  const [first = ''] = parts;
  const isOfCluster = first === '' || first.startsWith('_');
  try {
    const found =
      (isOfCluster ? ofCluster(cluster, request, parts) : undefined) ??
      (isOfCluster
        ? ofIndices(cluster, request, '', parts)
        : ofIndices(cluster, request, first, parts.slice(1)));
    if (found === undefined) throw new UnknownRequest(`${request.method} ${request.path}`);
    return { ...found, body: filterAnswer(found.body, request.query.get('filter_path')) };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
