import type { ConnectionRequestParams, UndiciConnection } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { fromOpenSearch, toOpenSearch } from './translate';

function textOf(body: ConnectionRequestParams['body']): string | undefined {
  if (body === undefined || body === null || body === '') return undefined;
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body.toString();
  throw new Error('OpenSearch: a streamed body cannot be translated');
}

function lengthOf(body: string): Readonly<Record<string, string>> {
  return { 'content-length': String(Buffer.byteLength(body)) };
}

/**
 * A kind of connection for Elasticsearch's client that translates for OpenSearch.
 *
 * @param Base the connection that sends; its requests are those that OpenSearch gets
 */
export function openSearchConnection(Base: typeof UndiciConnection): typeof UndiciConnection {
  return connectionThat(Base, async (params, options, send) => {
    const asked = { ...params, querystring: String(params.querystring ?? '') };
    const { headers = {}, body, ...rest } = asked;
    const sent = { ...rest, headers: headers as Record<string, string>, body: textOf(body) };
    const translated = toOpenSearch(sent);
    const headersSent: Record<string, string> = { ...translated.headers };
    delete headersSent['content-length'];
    if (translated.body !== undefined) Object.assign(headersSent, lengthOf(translated.body));
    const changed = { headers: headersSent, body: translated.body ?? '' };
    const answer = await send({ ...params, ...translated, ...changed }, options);
    return { ...answer, ...fromOpenSearch(sent, { ...answer, body: answer.body.toString() }) };
  });
}
