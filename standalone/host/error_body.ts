import { STATUS_CODES } from 'node:http';
import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '../../common/api';

/** Codes of errors that occur before a route is reached, by their status. */
const CODES: readonly (readonly [number, ErrorCode])[] = [
  [404, 'not_found'],
  [413, 'body_too_large'],
  [500, 'internal'],
];

/**
 * An error in the shape that Kibana gives to all of its errors. As in Kibana, refusals of the
 * validators and the guards have no code.
 */
export function errorBody(status: number, message: string): ErrorBody {
  const body = { statusCode: status, error: STATUS_CODES[status] ?? 'Error', message };
  const code = CODES.find(([known]) => known === status)?.[1];
  return code === undefined ? body : { ...body, attributes: { code } };
}

/** The error of a request that the host did not finish because it is stopping. */
export function closingBody(): ErrorBody {
  return errorBody(
    ERROR_STATUS.elasticsearch_unreachable,
    'Logwave is stopping. Start it again with "logwave serve".',
  );
}
