import type {
  ConnectionRequestOptions,
  ConnectionRequestOptionsAsStream,
  ConnectionRequestParams,
  ConnectionRequestResponse,
  ConnectionRequestResponseAsStream,
  UndiciConnection,
} from '@elastic/elasticsearch';

/** Sends a request, and returns the whole answer. */
export type Send = (
  params: ConnectionRequestParams,
  options: ConnectionRequestOptions,
) => Promise<ConnectionRequestResponse>;

/**
 * A kind of connection for Elasticsearch's client that handles each request in its own way. The
 * client can also request answers as streams, which Logwave never does.
 *
 * @param Base the connection that sends
 * @param request handles a request; `send` sends one through `Base`
 */
export function connectionThat(
  Base: typeof UndiciConnection,
  request: (...args: [...Parameters<Send>, send: Send]) => Promise<ConnectionRequestResponse>,
): typeof UndiciConnection {
  type Both = ConnectionRequestResponse & ConnectionRequestResponseAsStream;
  return class ChangedConnection extends Base {
    override request(...args: Parameters<Send>): Promise<ConnectionRequestResponse>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponseAsStream>;
    override async request(...[params, options]: Parameters<Send>): Promise<Both> {
      const send: Send = (...args) => super.request(...args);
      return (await request(params, options, send)) as Both;
    }
  };
}
