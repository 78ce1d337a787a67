import { fromOpenSearch, toOpenSearch } from './translate';

const sent = (method: string, path: string, body?: object) => ({
  method,
  path,
  querystring: 'keep_alive=5m',
  headers: { accept: 'application/vnd.elasticsearch+json; compatible-with=8' },
  body: body === undefined ? undefined : JSON.stringify(body),
});

describe('toOpenSearch', () => {
  it('opens and closes a point in time at the address of OpenSearch', () => {
    expect(toOpenSearch(sent('POST', '/logs-*/_pit'))).toMatchObject({
      path: '/logs-*/_search/point_in_time',
      headers: { accept: 'application/json' },
    });
    expect(toOpenSearch(sent('DELETE', '/_pit', { id: 'a' }))).toMatchObject({
      path: '/_search/point_in_time',
      body: '{"pit_id":["a"]}',
    });
  });

  it('translates the order of a search', () => {
    const search = sent('POST', '/_search', { size: 2, sort: [{ _shard_doc: 'asc' }] });
    expect(toOpenSearch(search).body).toBe('{"size":2,"sort":[{"_id":"asc"},{"_index":"asc"}]}');
    const unordered = sent('POST', '/_search', { query: { term: { sort: 'a' } } });
    expect(toOpenSearch(unordered).body).toBe(unordered.body);
  });

  it('puts names of fields into the address', () => {
    const asked = sent('POST', '/logs/_field_caps', { fields: ['a', 'b'] });
    expect(toOpenSearch(asked)).toMatchObject({
      querystring: 'keep_alive=5m&fields=a%2Cb',
      body: undefined,
    });
  });
});

describe('fromOpenSearch', () => {
  it('bears the name of the product, and calls a point in time by its id', () => {
    const answered = { statusCode: 200, headers: {}, body: '{"pit_id":"a"}' };
    const answer = fromOpenSearch(sent('POST', '/logs/_pit'), answered);
    expect(answer.body).toBe('{"id":"a"}');
    expect(answer.headers).toMatchObject({ 'x-elastic-product': 'Elasticsearch' });
  });

  it('does not take a refused security endpoint for a missing right', () => {
    const answered = { statusCode: 403, headers: {}, body: '{}' };
    const path = '/_security/user/_has_privileges';
    expect(fromOpenSearch(sent('POST', path), answered).statusCode).toBe(404);
  });
});
