import { FORBIDDEN } from '../../common/http';
import { ApiError, type ErrorBody, type ErrorCode, ERROR_STATUS } from '../../common/api';
import { NoSuchDay } from '../../common/time';
import { describeError, elasticsearchTrouble, isSessionOver } from './describe_error';
import { asResponseError } from '../elastic/asking';

/** The names of the statuses, as HTTP gives them. */
const STATUS_NAMES: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [409, 'Conflict'],
  [413, 'Payload Too Large'],
  [422, 'Unprocessable Entity'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
]);

function bodyOf(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): ErrorBody {
  const statusCode = ERROR_STATUS[code];
  const error = STATUS_NAMES.get(statusCode) ?? 'Error';
  return { statusCode, error, message, attributes: { ...details, code } };
}

function codeOfTrouble(error: unknown): ErrorCode {
  if (isSessionOver(error)) return 'unauthorized';
  const answer = asResponseError(error);
  if (answer === undefined) return 'elasticsearch_unreachable';
  return answer.statusCode === FORBIDDEN ? 'forbidden_in_elasticsearch' : 'elasticsearch_refused';
}

/**
 * The body of the answer for any error, in Kibana's shape. An unexpected error shows the caller no
 * details: the host logs it.
 */
export function answerError(error: unknown): ErrorBody {
  if (error instanceof ApiError) return bodyOf(error.code, error.message, error.details);
  if (error instanceof NoSuchDay) return bodyOf('bad_request', error.message);
  if (elasticsearchTrouble(error) !== undefined) {
    return bodyOf(codeOfTrouble(error), describeError(error));
  }
  return bodyOf('internal', 'Unexpected error. See the server log.');
}
