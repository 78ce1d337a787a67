import type {
  Client,
  Transport,
  TransportRequestOptions,
  TransportRequestParams,
} from '@elastic/elasticsearch';
import { asForeign, assertFromElasticsearch } from './check_answer';

function checkedTransport(transport: Transport): Transport {
  const request = async (
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<unknown> => {
    const result = await transport
      .request(params, { ...options, meta: true })
      .catch((error: unknown) => {
        throw asForeign(error, params);
      });
    assertFromElasticsearch(result, params);
    return options.meta === true ? result : result.body;
  };
  return new Proxy(transport, {
    get: (target, name): unknown => (name === 'request' ? request : Reflect.get(target, name)),
  });
}

/**
 * A client, or one of its groups such as `indices`, whose methods send through another transport.
 */
function sendingThrough<T extends object>(api: T, transport: Transport): T {
  const groups = new WeakMap<object, object>();
  return new Proxy(api, {
    get: (target, name): unknown => {
      if (name === 'transport') return transport;
      // The client creates the group itself, without this transport.
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'object' || value === null || !('transport' in value)) return value;
      const group = groups.get(value) ?? sendingThrough(value, transport);
      groups.set(value, group);
      return group;
    },
  });
}

/**
 * The same client, but it only accepts answers that come from Elasticsearch: for clients that
 * others have made, such as Kibana's. Anything else is a ForeignAnswer.
 */
export function checkedClient(client: Client): Client {
  return sendingThrough(client, checkedTransport(client.transport));
}
