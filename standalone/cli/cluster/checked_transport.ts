import {
  Transport,
  type TransportRequestOptions,
  type TransportRequestOptionsWithMeta,
  type TransportRequestOptionsWithOutMeta,
  type TransportRequestParams,
  type TransportResult,
} from '@elastic/elasticsearch';
import { ForeignAnswer } from '../../../server/elastic/foreign_answer';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:;|$)/i;
const HEAD = 'HEAD';
const NO_CONTENT = 204;

function headerOf({ headers }: TransportResult, name: string): string {
  const value: unknown = headers?.[name];
  return typeof value === 'string' ? value : '';
}

/** @throws ForeignAnswer where something between has answered, such as a proxy with its login page */
function assertFromElasticsearch(result: TransportResult, method: string): void {
  const type = headerOf(result, 'content-type');
  const hasBody = method !== HEAD && result.statusCode !== NO_CONTENT;
  const isJson = JSON_TYPE.test(type) && typeof result.body !== 'string';
  if (hasBody && !isJson) throw new ForeignAnswer(type);
}

/**
 * The client looks for the name of Elasticsearch in an answer, then takes any text for what it asked
 * for, and a way to somewhere else for an answer. This takes JSON only.
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
    const result = await super.request<TResponse>(params, { ...options, meta: true });
    assertFromElasticsearch(result, params.method);
    return options.meta === true ? result : result.body;
  }
}
