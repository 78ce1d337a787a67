import { answer } from './answer';
import { MemoryCluster } from './memory_cluster';
import type { Json } from './request';

const DAY = 86_400_000;

function ask(cluster: MemoryCluster, method: string, path: string, body?: Json) {
  return answer(cluster, { method, path, query: new URLSearchParams(), body });
}

/** Two days of which the documents are made only when somebody asks, each time noted. */
function lazyCluster(): { readonly cluster: MemoryCluster; readonly made: string[] } {
  const cluster = new MemoryCluster();
  const made: string[] = [];
  for (const day of [0, 1]) {
    const span = { from: day * DAY, to: (day + 1) * DAY };
    const sources = [0, 1, 2].map((place) => ({ time: span.from + place, type: `t${place}` }));
    const lazy = {
      span,
      time_field: 'time',
      known_fields: new Set(['time', 'type']),
      outlines: () => sources,
      make: () => {
        made.push(`day ${day}`);
        return sources.map((source, place) => [`${place}`, { ...source, text: 'x' }] as const);
      },
    };
    const time = { type: 'date' as const };
    cluster.make(`logs-${day}`, { mappings: { properties: { time } }, lazy: [lazy] });
  }
  return { cluster, made };
}

describe('the Elasticsearch in memory', () => {
  it.each([
    ['GET', '/_ml/anomaly_detectors', undefined, 'GET /_ml/anomaly_detectors'],
    ['POST', '/logs/_update_by_query', {}, 'POST /logs/_update_by_query'],
    ['POST', '/_search', { query: { geo_shape: {} } }, 'the query "geo_shape"'],
    ['POST', '/_search', { aggs: { a: { percentiles: {} } } }, 'the aggregation "percentiles"'],
  ])('names what it does not know: %s %s', (method, path, body, name) => {
    const { cluster } = lazyCluster();
    expect(() => ask(cluster, method, path, body)).toThrow(
      `the Elasticsearch in memory does not know ${name}`,
    );
  });

  it('makes no documents to count by what is known of them', () => {
    const { cluster, made } = lazyCluster();
    const aggs = { types: { terms: { field: 'type' } } };
    const { body } = ask(cluster, 'POST', '/logs-*/_search', { size: 0, aggs });
    expect(body).toMatchObject({ hits: { total: { value: 6 } } });
    expect(made).toEqual([]);
  });

  it('makes those of the days that a search may find something in', () => {
    const { cluster, made } = lazyCluster();
    const query = { bool: { filter: [{ range: { time: { gte: DAY, lt: DAY + 2 } } }] } };
    const { body } = ask(cluster, 'POST', '/logs-*/_search', { query });
    expect(body).toMatchObject({ hits: { hits: [{ _id: '0' }, { _id: '1' }] } });
    expect(made).toEqual(['day 1']);
  });

  it('makes all of them to count by another field, once', () => {
    const { cluster, made } = lazyCluster();
    const query = { exists: { field: 'text' } };
    expect(ask(cluster, 'POST', '/logs-*/_count', { query }).body).toMatchObject({ count: 6 });
    expect(ask(cluster, 'POST', '/logs-*/_count', { query }).body).toMatchObject({ count: 6 });
    expect(made).toEqual(['day 0', 'day 1']);
  });

  it('makes no documents to count by a field that none of those found has', () => {
    const made: string[] = [];
    const cluster = new MemoryCluster();
    const plain = { time: 1, type: 'plain' };
    const rich = { time: 2, type: 'rich', address: 'one of the day' };
    const lazy = {
      span: { from: 0, to: DAY },
      time_field: 'time',
      known_fields: new Set(['time', 'type']),
      outlines: () => [plain, rich],
      make: () => {
        made.push('all');
        return [['0', plain] as const, ['1', { ...rich, address: '192.0.2.1' }] as const];
      },
    };
    cluster.make('logs', { lazy: [lazy] });
    const aggs = { addresses: { terms: { field: 'address' } } };
    const addressesOf = (type: string) => {
      const query = { term: { type } };
      return ask(cluster, 'POST', '/logs/_search', { size: 0, query, aggs }).body;
    };
    expect(addressesOf('plain')).toMatchObject({
      hits: { total: { value: 1 } },
      aggregations: { addresses: { buckets: [] } },
    });
    expect(made).toEqual([]);
    const bucket = { key: '192.0.2.1', doc_count: 1 };
    expect(addressesOf('rich')).toMatchObject({
      aggregations: { addresses: { buckets: [bucket] } },
    });
    expect(made).toEqual(['all']);
  });

  it('looks into no other day for the last document', () => {
    const { cluster, made } = lazyCluster();
    const sort = [{ time: { order: 'desc', format: 'epoch_millis' } }];
    const request = { size: 1, track_total_hits: false, sort };
    const { body } = ask(cluster, 'POST', '/logs-*/_search', request);
    expect(body).toMatchObject({ hits: { hits: [{ sort: [String(DAY + 2)] }] } });
    expect(made).toEqual(['day 1']);
  });

  it('makes only the part of a day that a search may find something in, and reads it as it is', () => {
    const made: number[] = [];
    const cluster = new MemoryCluster();
    const lazy = [0, 1, 2].map((hour) => ({
      span: { from: hour * 10, to: (hour + 1) * 10 },
      time_field: 'time',
      known_fields: new Set(['time']),
      outlines: () => [{ time: hour * 10 }],
      make: () => {
        made.push(hour);
        return [[`${hour}`, { time: hour * 10, text: 'x' }] as const];
      },
    }));
    cluster.make('logs', { lazy });
    const count = (query: Json) => ask(cluster, 'POST', '/logs/_count', { query }).body;
    const late = { range: { time: { gte: 10, lt: 20 } } };
    const text = { exists: { field: 'text' } };
    expect(count({ bool: { filter: [late, text] } })).toMatchObject({ count: 1 });
    expect(made).toEqual([1]);
    expect(count({ range: { time: { gte: 0 } } })).toMatchObject({ count: 3 });
    expect(made).toEqual([1]);
    cluster.index('logs').put('1', { time: 10, text: 'x', tags: ['a'] });
    expect(count({ bool: { filter: [late, { term: { tags: 'a' } }] } })).toMatchObject({
      count: 1,
    });
    expect(made).toEqual([1]);
    expect(cluster.index('logs').delete('2')).toBe(true);
    expect(count(text)).toMatchObject({ count: 2 });
    expect(made).toEqual([1, 0, 2]);
  });

  it('draws the same sample for the same seed, among what the query finds', () => {
    const { cluster } = lazyCluster();
    const query = { range: { time: { gte: 0, lt: 2 * DAY } } };
    const sample = (score: Json, size: number) => {
      const request = { size, query: { function_score: { query, random_score: score } } };
      const { hits } = ask(cluster, 'POST', '/logs-*/_search', request).body as {
        hits: { hits: { _index: string; _id: string }[] };
      };
      return hits.hits.map(({ _index, _id }) => `${_index} ${_id}`);
    };
    expect(sample({ seed: 1 }, 4)).toEqual(sample({ seed: 1 }, 4));
    expect(new Set(sample({ seed: 1 }, 9)).size).toBe(6);
    const orders = [1, 2, 3, 4, 5].map((seed) => sample({ seed }, 6).join());
    expect(new Set(orders).size).toBeGreaterThan(3);
    expect(() => sample({}, 4)).toThrow('a random_score without a seed');
  });

  it('finds what was written later, whenever it happened', () => {
    const { cluster } = lazyCluster();
    cluster.index('logs-1').put('new', { time: 5, type: 'late' });
    const query = { range: { time: { gte: 0, lt: DAY } } };
    expect(ask(cluster, 'POST', '/logs-*/_count', { query }).body).toMatchObject({ count: 4 });
  });
});
