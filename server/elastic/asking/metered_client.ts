import type { RunCost } from '../../app/basics';
import type { Client } from '../client';

/** A client, and what its requests have cost so far. */
export interface MeteredClient<C extends Client = Client> {
  readonly client: C;
  readonly spent: () => RunCost;
}

type Called = (...asked: readonly unknown[]) => Promise<unknown>;

interface BulkItem {
  readonly status?: number;
}

/** How many documents a bulk answer says were written. */
function writtenInBulk(body: unknown): number {
  const { items = [] } = body as { readonly items?: readonly Record<string, BulkItem>[] };
  return items.filter((item) => {
    const [[kind, { status = 0 }] = ['', {}]] = Object.entries(item);
    return kind !== 'delete' && status >= 200 && status < 300;
  }).length;
}

/**
 * The same client, which counts its requests to Elasticsearch: each search that was sent, whatever
 * its result, and each document that was written. Deleted documents are not counted.
 */
export function meteredClient<C extends Client>(client: C): MeteredClient<C> {
  let [searches, written] = [0, 0];
  const search = (name: 'search' | 'count'): Called => {
    const called = client[name].bind(client) as Called;
    return (...asked) => {
      searches += 1;
      return called(...asked);
    };
  };
  const write = (name: 'index' | 'bulk', writtenBy: (answer: unknown) => number): Called => {
    const called = client[name].bind(client) as Called;
    return async (...asked) => {
      const answer = await called(...asked);
      written += writtenBy(answer);
      return answer;
    };
  };
  const counting = new Map<string | symbol, Called>([
    ['search', search('search')],
    ['count', search('count')],
    ['index', write('index', () => 1)],
    ['bulk', write('bulk', writtenInBulk)],
  ]);
  return {
    client: new Proxy(client, {
      get: (target, name): unknown => counting.get(name) ?? Reflect.get(target, name),
    }),
    spent: () => ({ searches, documents_written: written }),
  };
}
