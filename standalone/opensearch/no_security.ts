import { NOT_FOUND } from '../../common/http';
import type { Options } from '../../server/elastic/client';
import { responseError } from './client_error';

const SECURITY = /^\/_security\//;

/** Whether an address is one of Elasticsearch's security, of which OpenSearch has none. */
export function isSecurity(path: string): boolean {
  return SECURITY.test(path);
}

/** Elasticsearch's answer if it has no security. */
const BODY = {
  error: { type: 'illegal_argument_exception', reason: 'there is no such endpoint in OpenSearch' },
  status: NOT_FOUND,
};

/**
 * The answer to everything that concerns users and rights. OpenSearch itself is not asked: its own
 * security answers 401 or 403 to addresses that it does not have, which would look like a wrong
 * password or a missing right.
 *
 * @throws ResponseError unless `ignore` names its status
 */
export function refuseSecurity<Answer>({ ignore = [] }: Options = {}): Promise<Answer> {
  if (ignore.includes(NOT_FOUND)) return Promise.resolve(BODY as Answer);
  const headers = { 'content-type': 'application/json' };
  return Promise.reject(responseError({ statusCode: NOT_FOUND, headers, body: BODY }));
}
