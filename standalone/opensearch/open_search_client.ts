import type { Client as OpenSearch } from '@opensearch-project/opensearch';
import type {
  Client,
  ClusterCalls,
  IndicesCalls,
  Options,
  SecurityCalls,
} from '../../server/elastic/client';
import { isSecurity, refuseSecurity } from './no_security';
import { type Send, sendPatiently } from './send';
import {
  pointOf,
  toAllocation,
  toBulk,
  toCount,
  toFieldCaps,
  toIndex,
  toIndexMade,
  toMget,
  toPointClosed,
  toRequest,
  toSearch,
  toTemplatePut,
} from './translate';

/** As Elasticsearch's client. */
const MAX_RETRIES = 3;

/** Sends one request, and returns what came. The types of answers are those of Elasticsearch. */
type Ask = <Answer>(send: Send, options: Options | undefined) => Promise<Answer>;

/** What both clients ask alike, though their types differ in what Logwave does not use. */
const same = <Asked>(asked: unknown): Asked => asked as Asked;

function indicesCalls({ indices }: OpenSearch, ask: Ask): IndicesCalls {
  return {
    addBlock: (asked, options) => ask((sent) => indices.addBlock(same(asked), sent), options),
    create: (asked, options) => ask((sent) => indices.create(toIndexMade(asked), sent), options),
    delete: (asked, options) => ask((sent) => indices.delete(same(asked), sent), options),
    exists: (asked, options) => ask((sent) => indices.exists(same(asked), sent), options),
    get: (asked, options) => ask((sent) => indices.get(same(asked), sent), options),
    getIndexTemplate: (asked, options) =>
      ask((sent) => indices.getIndexTemplate(same({ ...asked }), sent), options),
    getSettings: (asked, options) =>
      ask((sent) => indices.getSettings(same({ ...asked }), sent), options),
    getTemplate: (asked, options) =>
      ask((sent) => indices.getTemplate(same({ ...asked }), sent), options),
    putIndexTemplate: (asked, options) =>
      ask((sent) => indices.putIndexTemplate(toTemplatePut(asked), sent), options),
    refresh: (asked, options) => ask((sent) => indices.refresh(same({ ...asked }), sent), options),
    resolveIndex: (asked, options) =>
      ask((sent) => indices.resolveIndex(same(asked), sent), options),
    stats: (asked, options) => ask((sent) => indices.stats(same({ ...asked }), sent), options),
  };
}

function clusterCalls({ cluster }: OpenSearch, ask: Ask): ClusterCalls {
  return {
    allocationExplain: (asked, options) =>
      ask((sent) => cluster.allocationExplain(toAllocation(asked), sent), options),
    health: (asked, options) => ask((sent) => cluster.health(same({ ...asked }), sent), options),
  };
}

const securityCalls: SecurityCalls = { getUser: (_asked, options) => refuseSecurity(options) };

/**
 * OpenSearch's client as the client that Logwave knows: what differs is translated. OpenSearch has
 * none of Elasticsearch's addresses for users and rights: it is not asked, and the answer is that
 * there is no such address.
 *
 * @param maxRetries for requests that do not name their own
 */
export function openSearchClient(openSearch: OpenSearch, maxRetries = MAX_RETRIES): Client {
  const ask: Ask = async <Answer>(send: Send, options: Options = {}) =>
    (await sendPatiently(send, { maxRetries, ...options })).body as Answer;
  const { transport } = openSearch;
  return {
    bulk: (asked, options) => ask((sent) => openSearch.bulk(toBulk(asked), sent), options),
    closePointInTime: (asked, options) =>
      ask((sent) => openSearch.deletePit(toPointClosed(asked), sent), options),
    count: (asked, options) => ask((sent) => openSearch.count(toCount(asked), sent), options),
    delete: (asked, options) => ask((sent) => openSearch.delete(same(asked), sent), options),
    fieldCaps: (asked, options) =>
      ask((sent) => openSearch.fieldCaps(toFieldCaps(asked), sent), options),
    get: (asked, options) => ask((sent) => openSearch.get(same(asked), sent), options),
    index: (asked, options) => ask((sent) => openSearch.index(toIndex(asked), sent), options),
    info: (_asked, options) => ask((sent) => openSearch.info({}, sent), options),
    mget: (asked, options) => ask((sent) => openSearch.mget(toMget(asked), sent), options),
    openPointInTime: async (asked, options) =>
      pointOf(await ask((sent) => openSearch.createPit(same(asked), sent), options)),
    ping: (_asked, options) => ask((sent) => openSearch.ping({}, sent), options),
    search: (asked, options) => ask((sent) => openSearch.search(toSearch(asked), sent), options),
    indices: indicesCalls(openSearch, ask),
    cluster: clusterCalls(openSearch, ask),
    security: securityCalls,
    transport: {
      request: (asked, options) => {
        if (isSecurity(asked.path)) return refuseSecurity(options);
        return ask((sent) => transport.request(same(toRequest(asked)), sent), options);
      },
    },
  };
}
