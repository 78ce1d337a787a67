import type {
  estypes,
  TransportRequestOptions,
  TransportRequestParams,
} from '@elastic/elasticsearch';

/** How a request is sent. Without `maxRetries` and `ignore`, as the client was made. */
export type Options = Pick<TransportRequestOptions, 'signal' | 'maxRetries' | 'ignore'>;

/** A call of the client: what is asked, and its answer. */
type Call<Asked, Answer> = (asked: Asked, options?: Options) => Promise<Answer>;

/** Calls on indices and templates. */
export interface IndicesCalls {
  readonly addBlock: Call<estypes.IndicesAddBlockRequest, estypes.IndicesAddBlockResponse>;
  readonly create: Call<estypes.IndicesCreateRequest, estypes.IndicesCreateResponse>;
  readonly delete: Call<estypes.IndicesDeleteRequest, estypes.IndicesDeleteResponse>;
  readonly exists: Call<estypes.IndicesExistsRequest, boolean>;
  readonly get: Call<estypes.IndicesGetRequest, estypes.IndicesGetResponse>;
  readonly getIndexTemplate: Call<
    estypes.IndicesGetIndexTemplateRequest,
    estypes.IndicesGetIndexTemplateResponse
  >;
  readonly getSettings: Call<estypes.IndicesGetSettingsRequest, estypes.IndicesGetSettingsResponse>;
  readonly getTemplate: Call<estypes.IndicesGetTemplateRequest, estypes.IndicesGetTemplateResponse>;
  readonly putIndexTemplate: Call<
    estypes.IndicesPutIndexTemplateRequest,
    estypes.IndicesPutIndexTemplateResponse
  >;
  readonly refresh: Call<estypes.IndicesRefreshRequest, estypes.IndicesRefreshResponse>;
  readonly resolveIndex: Call<
    estypes.IndicesResolveIndexRequest,
    estypes.IndicesResolveIndexResponse
  >;
  readonly stats: Call<estypes.IndicesStatsRequest, estypes.IndicesStatsResponse>;
}

/** Calls on the whole cluster. */
export interface ClusterCalls {
  readonly allocationExplain: Call<
    estypes.ClusterAllocationExplainRequest,
    estypes.ClusterAllocationExplainResponse
  >;
  readonly health: Call<estypes.ClusterHealthRequest, estypes.ClusterHealthResponse>;
}

/** Calls on users. */
export interface SecurityCalls {
  readonly getUser: Call<estypes.SecurityGetUserRequest, estypes.SecurityGetUserResponse>;
}

/** A request by its address, for what has no call of its own. */
export type Asked = Pick<
  TransportRequestParams,
  'method' | 'path' | 'querystring' | 'body' | 'bulkBody'
>;

/**
 * Everything that Logwave asks of a cluster, in the terms of Elasticsearch: the client of
 * Elasticsearch, and Kibana's, are such clients as they are; `standalone/opensearch/` makes one of
 * the client of OpenSearch.
 *
 * The calls throw the errors of Elasticsearch's client: ResponseError for a refusal,
 * ConnectionError, TimeoutError, and RequestAbortedError after an abort. They are recognized by
 * their names.
 */
export interface Client {
  readonly bulk: Call<estypes.BulkRequest, estypes.BulkResponse>;
  readonly closePointInTime: Call<
    estypes.ClosePointInTimeRequest,
    estypes.ClosePointInTimeResponse
  >;
  readonly count: Call<estypes.CountRequest, estypes.CountResponse>;
  readonly delete: Call<estypes.DeleteRequest, estypes.DeleteResponse>;
  readonly fieldCaps: Call<estypes.FieldCapsRequest, estypes.FieldCapsResponse>;
  get<Document = unknown>(
    asked: estypes.GetRequest,
    options?: Options,
  ): Promise<estypes.GetResponse<Document>>;
  index<Document = unknown>(
    asked: estypes.IndexRequest<Document>,
    options?: Options,
  ): Promise<estypes.IndexResponse>;
  readonly info: Call<estypes.InfoRequest, estypes.InfoResponse>;
  mget<Document = unknown>(
    asked: estypes.MgetRequest,
    options?: Options,
  ): Promise<estypes.MgetResponse<Document>>;
  readonly openPointInTime: Call<estypes.OpenPointInTimeRequest, estypes.OpenPointInTimeResponse>;
  readonly ping: Call<estypes.PingRequest, boolean>;
  search<
    Document = unknown,
    Aggregations = Record<estypes.AggregateName, estypes.AggregationsAggregate>,
  >(
    asked: estypes.SearchRequest,
    options?: Options,
  ): Promise<estypes.SearchResponse<Document, Aggregations>>;
  readonly indices: IndicesCalls;
  readonly cluster: ClusterCalls;
  readonly security: SecurityCalls;
  readonly transport: { readonly request: Call<Asked, unknown> };
}
