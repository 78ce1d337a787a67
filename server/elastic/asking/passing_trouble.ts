import { INTERNAL_SERVER_ERROR, REQUEST_TIMEOUT, TOO_MANY_REQUESTS } from '../../../common/http';
import { bucketLimit } from './error_reason';
import { asResponseError } from './response_error';
import { IncompleteAnswer } from './incomplete_answer';

const BUSY_STATUSES: readonly number[] = [REQUEST_TIMEOUT, TOO_MANY_REQUESTS];

/**
 * Whether the obstacle to a request may pass by itself: a shard that failed, an overloaded cluster
 * or server in front of it. A missing or closed index, a missing privilege and a limit of the
 * cluster are permanent.
 */
export function isPassingTrouble(error: unknown): boolean {
  if (error instanceof IncompleteAnswer) return error.isPassing;
  const status = asResponseError(error)?.statusCode ?? 0;
  if (bucketLimit(error) !== undefined) return false;
  return BUSY_STATUSES.includes(status) || status >= INTERNAL_SERVER_ERROR;
}

const NO_ANSWER: readonly string[] = [
  'ConnectionError',
  'TimeoutError',
  'NoLivingConnectionsError',
];

/**
 * Whether no answer came at all. The class is that of the client, which is Kibana's own in Kibana.
 */
export function isUnanswered(error: unknown): error is Error {
  return error instanceof Error && NO_ANSWER.includes(error.name);
}
