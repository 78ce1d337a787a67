import type {
  ConnectionRequestOptions,
  ConnectionRequestOptionsAsStream,
  ConnectionRequestParams,
  ConnectionRequestResponse,
  ConnectionRequestResponseAsStream,
  UndiciConnection,
} from '@elastic/elasticsearch';
import { fromOpenSearch, toOpenSearch, type Answered } from './translate';

type Both = ConnectionRequestResponse & ConnectionRequestResponseAsStream;

function textOf(body: ConnectionRequestParams['body']): string | undefined {
  if (body === undefined || body === null || body === '') return undefined;
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body.toString();
  throw new Error('OpenSearch: a streamed body cannot be translated');
}

/**
 * A kind of connection for Elasticsearch's client that speaks to OpenSearch.
 *
 * @param Base the connection that sends; its requests are those that OpenSearch gets
 */
export function openSearchConnection(Base: typeof UndiciConnection): typeof UndiciConnection {
  return class OpenSearchConnection extends Base {
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions,
    ): Promise<ConnectionRequestResponse>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponseAsStream>;
    override async request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions | ConnectionRequestOptionsAsStream,
    ): Promise<Both> {
      const asked = { ...params, querystring: String(params.querystring ?? '') };
      const { headers = {}, body, ...rest } = asked;
      const sent = { ...rest, headers: headers as Record<string, string>, body: textOf(body) };
      const translated = toOpenSearch(sent);
      const headersSent: Record<string, string> = { ...translated.headers };
      delete headersSent['content-length'];
      if (translated.body !== undefined) Object.assign(headersSent, lengthOf(translated.body));
      const answer = await super.request(
        {
          ...params,
          ...translated,
          headers: headersSent,
          body: translated.body ?? '',
        },
        options,
      );
      const answered: Answered = { ...answer, body: answer.body.toString() };
      return fromOpenSearch(sent, answered) as Both;
    }
  };
}

function lengthOf(body: string): Readonly<Record<string, string>> {
  return { 'content-length': String(Buffer.byteLength(body)) };
}
