import { UndiciConnection } from '@elastic/elasticsearch';
import { connectionThat } from '../connection';
import { assertReading } from './assert_reading';

/**
 * A kind of connection for Elasticsearch's client that changes nothing in the cluster: reading
 * requests are sent, and any other throws before it is sent.
 *
 * @param Base the connection that sends
 */
export function readingConnection(
  Base: typeof UndiciConnection = UndiciConnection,
): typeof UndiciConnection {
  return connectionThat(Base, async (params, options, send) => {
    assertReading(params);
    return send(params, options);
  });
}
