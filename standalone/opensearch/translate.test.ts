import {
  pointOf,
  toAllocation,
  toBulk,
  toCount,
  toFieldCaps,
  toIndex,
  toIndexMade,
  toMget,
  toPointClosed,
  toRequest,
  toSearch,
  toTemplatePut,
} from './translate';

describe('a request for OpenSearch', () => {
  it('opens and closes a point in time by the names of OpenSearch', () => {
    expect(pointOf({ pit_id: 'a', creation_time: 7 })).toEqual({ id: 'a', creation_time: 7 });
    expect(toPointClosed({ id: 'a' })).toEqual({ body: { pit_id: ['a'] } });
    expect(() => pointOf({ id: 'a' })).toThrow('an answer without "pit_id"');
  });

  it('has the order of a search translated', () => {
    expect(toSearch({ index: 'logs', size: 2, sort: [{ _shard_doc: 'asc' }] })).toEqual({
      index: 'logs',
      body: { size: 2, sort: [{ _id: 'asc' }, { _index: 'asc' }] },
    });
    const query = { term: { sort: 'a' } };
    expect(toSearch({ query })).toEqual({ body: { query } });
    expect(toSearch({ index: 'logs', request_cache: false })).toEqual({
      index: 'logs',
      request_cache: false,
    });
  });

  it('puts names of fields into the address', () => {
    expect(toFieldCaps({ index: 'logs', fields: ['a', 'b'], include_unmapped: true })).toEqual({
      index: 'logs',
      fields: 'a,b',
      include_unmapped: true,
    });
    expect(toFieldCaps({ fields: '*', index_filter: { match_all: {} } })).toEqual({
      fields: '*',
      body: { index_filter: { match_all: {} } },
    });
  });

  it('has documents, queries and definitions as its body', () => {
    const query = { match_all: {} };
    expect(toCount({ index: 'logs', ignore_unavailable: true, query })).toEqual({
      index: 'logs',
      ignore_unavailable: true,
      body: { query },
    });
    const operations = [{ index: {} }, { a: 1 }];
    expect(toBulk({ index: 'logs', refresh: true, operations })).toEqual({
      index: 'logs',
      refresh: true,
      body: operations,
    });
    expect(toIndex({ index: 'logs', id: 'a', op_type: 'create', document: { a: 1 } })).toEqual({
      index: 'logs',
      id: 'a',
      op_type: 'create',
      body: { a: 1 },
    });
    expect(toMget({ index: 'logs', ids: ['a'], _source_includes: ['b'] })).toEqual({
      index: 'logs',
      _source_includes: ['b'],
      body: { ids: ['a'] },
    });
    expect(toIndexMade({ index: 'logs', mappings: {} })).toEqual({
      index: 'logs',
      body: { mappings: {} },
    });
    expect(toTemplatePut({ name: 'logs', index_patterns: ['logs-*'], priority: 1 })).toEqual({
      name: 'logs',
      body: { index_patterns: ['logs-*'], priority: 1 },
    });
    expect(toAllocation({ index: 'logs', shard: 0, primary: true })).toEqual({
      body: { index: 'logs', shard: 0, primary: true },
    });
  });

  it('keeps its address, and an own copy of the query', () => {
    const querystring = { format: 'json' };
    const asked = { method: 'GET', path: '/_cat/indices', querystring };
    expect(toRequest(asked)).toEqual(asked);
    expect(toRequest(asked).querystring).not.toBe(querystring);
    const body = { sort: ['_shard_doc'] };
    expect(toRequest({ method: 'POST', path: '/logs/_search', body })).toEqual({
      method: 'POST',
      path: '/logs/_search',
      body: { sort: [{ _id: 'asc' }, { _index: 'asc' }] },
    });
    const counted = { method: 'POST', path: '/logs/_count', body: { sort: ['_shard_doc'] } };
    expect(toRequest(counted)).toEqual(counted);
  });
});
