import { BAD_REQUEST } from '../../common/http';
import type { Http, HttpAnswer } from '../app/basics';
import type { HttpStart } from './contracts';

/**
 * Kibana's error for a status of 400 or more carries the answer. One for a lower status means that
 * the body could not be read completely, for example because the user left the page. It is no
 * answer.
 */
function answerIn(error: unknown): HttpAnswer | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response))
    return undefined;
  const { status } = response;
  if (typeof status !== 'number' || status < BAD_REQUEST) return undefined;
  return { status, body: 'body' in error ? (error.body ?? null) : null };
}

/** Requests by Kibana's own client, which knows its base path and sends its headers. */
export function kibanaHttp(http: HttpStart): Http {
  return async ({ method, path, query, body, signal }) => {
    const given = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      const answer = await http.fetch(path, { method, query, signal, asResponse: true, ...given });
      return { status: answer.response?.status ?? 200, body: answer.body ?? null };
    } catch (error) {
      const refused = answerIn(error);
      if (refused === undefined) throw error;
      return refused;
    }
  };
}
