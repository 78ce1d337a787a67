import {
  Transport,
  type TransportRequestOptions,
  type TransportRequestOptionsWithMeta,
  type TransportRequestOptionsWithOutMeta,
  type TransportRequestParams,
  type TransportResult,
} from '@elastic/elasticsearch';
import { asForeign, assertFromElasticsearch } from '../../../server/elastic/asking';

/**
 * The client looks for the name of Elasticsearch in an answer, then accepts any text, and even a
 * redirect, as the answer. This only accepts answers that come from Elasticsearch.
 */
export class CheckedTransport extends Transport {
  override request<TResponse = unknown>(
    params: TransportRequestParams,
    options?: TransportRequestOptionsWithOutMeta,
  ): Promise<TResponse>;
  override request<TResponse = unknown, TContext = unknown>(
    params: TransportRequestParams,
    options?: TransportRequestOptionsWithMeta,
  ): Promise<TransportResult<TResponse, TContext>>;
  override request<TResponse = unknown>(
    params: TransportRequestParams,
    options?: TransportRequestOptions,
  ): Promise<TResponse>;
  override async request<TResponse = unknown>(
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<TResponse | TransportResult<TResponse, unknown>> {
    const result = await super
      .request<TResponse>(params, { ...options, meta: true })
      .catch((error: unknown) => {
        throw asForeign(error, params);
      });
    assertFromElasticsearch(result, params);
    return options.meta === true ? result : result.body;
  }
}
