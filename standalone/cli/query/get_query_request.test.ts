import { getQueryRequest, type QueryOptions } from './get_query_request';

const bodyOf = (options: QueryOptions): unknown => getQueryRequest(options).body;
const errorOf = (options: QueryOptions): unknown => {
  try {
    return getQueryRequest(options);
  } catch (error) {
    return error;
  }
};
const range = ['@timestamp', '2015-04-01', '2015-04-02'];
const rangeFilter = { range: { '@timestamp': { gte: '2015-04-01', lte: '2015-04-02' } } };

describe('getQueryRequest', () => {
  it('searches logstash* for a query string, ten documents, by default', () => {
    expect(getQueryRequest({ terms: 'program:sshd' })).toEqual({
      method: 'POST',
      path: '/logstash*/_search',
      querystring: { allow_partial_search_results: false },
      body: {
        query: { query_string: { query: 'program:sshd' } },
        size: 10,
        track_total_hits: true,
      },
    });
  });

  it('takes size, fields and index', () => {
    const fields = ['host', 'message'];
    const request = getQueryRequest({ terms: '*', size: 3, fields, index: 'a/b,logs-?' });
    expect(request.path).toBe('/a%2Fb%2Clogs-%3F/_search');
    expect(request.body).toMatchObject({ size: 3, _source: { includes: fields } });
  });

  it('takes a term for a value: up to the first colon it is the field', () => {
    expect(bodyOf({ action: 'termquery', terms: 'src_ip:2001:db8::1 OR *' })).toMatchObject({
      query: { term: { src_ip: { value: '2001:db8::1 OR *' } } },
    });
  });

  it('takes a field for a field, whatever it is called', () => {
    const body = JSON.stringify(bodyOf({ action: 'termquery', terms: '__proto__:x' }));
    expect(body).toContain('{"term":{"__proto__":{"value":"x"}}}');
  });

  it('counts the values of a field and shows no documents', () => {
    expect(bodyOf({ action: 'termsagg', terms: 'program', size: 50 })).toEqual({
      query: { match_all: {} },
      aggs: { types: { terms: { field: 'program', size: 50 } } },
      size: 0,
      track_total_hits: true,
    });
  });

  it.each([
    [{}, { match_all: {} }],
    [{ terms: 'sshd' }, { query_string: { query: 'sshd' } }],
  ])('counts documents of %j', (options, query) => {
    const request = getQueryRequest({ action: 'count', ...options });
    expect(request).toMatchObject({ path: '/logstash*/_count', body: { query } });
  });

  it.each([
    [{ terms: 'x' }, { query_string: { query: 'x' } }],
    [{ action: 'termquery', terms: 'a:b' }, { term: { a: { value: 'b' } } }],
    [{ action: 'termsagg', terms: 'a' }, { match_all: {} }],
    [{ action: 'count' }, { match_all: {} }],
    [{ query: '{"query": {"exists": {"field": "a"}}}' }, { exists: { field: 'a' } }],
    [{ query: '{}' }, { match_all: {} }],
  ] as const)('keeps %j within a range', (options, query) => {
    expect(bodyOf({ ...options, range })).toMatchObject({
      query: { bool: { must: [query], filter: [rangeFilter] } },
    });
  });

  it('sends JSON as it is, except for what other options say', () => {
    const query = '{"query": {"match_all": {}}, "size": 7, "from": 5, "index": "x"}';
    const body = { query: { match_all: {} }, size: 7, from: 5, index: 'x' };
    expect(bodyOf({ query })).toEqual(body);
    expect(bodyOf({ query, size: 2, fields: ['a'] })).toEqual({
      ...body,
      size: 2,
      _source: { includes: ['a'] },
    });
  });

  it.each([[{ terms: '*' }], [{ query: '{"size": 7}' }]])(
    'only counts the hits of %j',
    (options) => {
      const body = bodyOf({ ...options, count: true });
      expect(body).toMatchObject({ size: 0, track_total_hits: true });
    },
  );

  it('lists all indices, or those named', () => {
    const list = { list: true } as const;
    const querystring = { format: 'json', s: 'index' };
    expect(getQueryRequest(list)).toEqual({ method: 'GET', path: '/_cat/indices', querystring });
    expect(getQueryRequest({ ...list, index: 'logwave-*' }).path).toBe('/_cat/indices/logwave-*');
  });

  it.each([
    [{}, 'give --terms, --query or --list'],
    [{ action: 'termsagg' }, 'give --terms, --query or --list'],
    [{ action: 'termquery', terms: 'sshd' }, '"sshd" is not a term: write it as FIELD:VALUE'],
    [{ action: 'termquery', terms: ':sshd' }, '":sshd" is not a term: write it as FIELD:VALUE'],
    [{ terms: 'x', range: ['a', '1'] }, '--range takes FIELD FROM TO, and 2 words were given'],
    [{ query: '{"query": ' }, '--query is not JSON'],
    [{ query: '[]' }, '--query must be a JSON object'],
    [{ query: 'null' }, '--query must be a JSON object'],
    [{ terms: 'x', index: '' }, '--index must not be empty'],
  ] as const)('calls %j wrong usage', (options, message) => {
    expect(errorOf(options)).toMatchObject({
      name: 'UserError',
      exitCode: 2,
      message: expect.stringContaining(message) as string,
    });
  });
});
