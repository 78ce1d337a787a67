import { errors } from '@elastic/elasticsearch';
import type { ApiResponse } from '@opensearch-project/opensearch';
import { asForeign } from '../../server/elastic/asking';

/** An answer, as far as errors speak of it: nothing of the connection, which holds the password. */
export type Answered = Pick<ApiResponse, 'statusCode' | 'headers' | 'body'>;

type Diagnosed = ConstructorParameters<typeof errors.ResponseError>[0];

/** A refusal, as Elasticsearch's client throws it. */
export function responseError({ statusCode, headers, body }: Answered): errors.ResponseError {
  const answer = { statusCode: statusCode ?? 0, headers: headers ?? {}, body: body as unknown };
  return new errors.ResponseError({ ...answer, warnings: null, meta: {} } as unknown as Diagnosed);
}

/**
 * An error of OpenSearch's client as that of Elasticsearch's client, whose names it has, so that
 * everybody who handles errors only has to know one of them. Other errors stay as they are.
 */
export function asClientError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message } = error;
  switch (name) {
    case 'ResponseError': {
      const { meta: answer } = error as Error & { readonly meta: ApiResponse };
      return asForeign(responseError(answer), answer.meta.request.params);
    }
    case 'ConnectionError':
    case 'NoLivingConnectionsError':
      return new errors.ConnectionError(message);
    case 'TimeoutError':
      return new errors.TimeoutError(message);
    case 'RequestAbortedError':
      return new errors.RequestAbortedError(message);
    case 'DeserializationError':
      return new errors.DeserializationError(message, (error as Error & { data: string }).data);
    default:
      return error;
  }
}
