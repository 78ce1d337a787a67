import type { errors } from '@elastic/elasticsearch';
import { FORBIDDEN } from '../../../common/http';

/**
 * The error as an answer of Elasticsearch; undefined if it is none.
 *
 * It is recognized by its name and status, not by its class: inside Kibana the client is Kibana's
 * own copy, and its classes are not those that this project would import.
 */
export function asResponseError(error: unknown): errors.ResponseError | undefined {
  if (!(error instanceof Error) || error.name !== 'ResponseError') return undefined;
  return 'statusCode' in error && 'body' in error ? (error as errors.ResponseError) : undefined;
}

/** Whether a user lacks the privilege for a request. */
export function isForbidden(error: unknown): boolean {
  return asResponseError(error)?.statusCode === FORBIDDEN;
}
