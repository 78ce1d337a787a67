import { dialectOf } from './dialect';

const TAGLINE = 'The OpenSearch Project: https://opensearch.org/';
const greeting = (body: object | string, headers: Readonly<Record<string, string>> = {}) => ({
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const versioned = (number: string) => ({
  version: { distribution: 'opensearch', number },
  tagline: TAGLINE,
});

describe('dialectOf', () => {
  it('knows OpenSearch by its distribution and by the header of its version', () => {
    expect(dialectOf(greeting(versioned('2.19.6')))).toEqual({ kind: 'opensearch' });
    const header = { 'x-opensearch-version': 'OpenSearch/3.9.0 (opensearch)' };
    expect(dialectOf(greeting('Unauthorized', header))).toEqual({ kind: 'opensearch' });
  });

  it('is not led astray by the version that OpenSearch claims for old clients', () => {
    const body = { version: { number: '7.10.2' }, tagline: TAGLINE };
    expect(dialectOf(greeting(body))).toEqual({ kind: 'opensearch' });
  });

  it('recognizes OpenSearch by its realm if the client has not logged in', () => {
    const headers = { 'www-authenticate': 'Basic realm="OpenSearch Security"' };
    expect(dialectOf(greeting('Unauthorized', headers))).toEqual({ kind: 'opensearch' });
  });

  it('refuses an OpenSearch without points in time', () => {
    for (const number of ['1.3.20', '2.3.0']) {
      expect(dialectOf(greeting(versioned(number)))).toEqual({
        kind: 'refused',
        words: `this is OpenSearch ${number.slice(0, 3)}, and Logwave needs 2.4 or newer`,
      });
    }
  });

  it('names an Elasticsearch that does not say so in the header', () => {
    const body = { version: { number: '7.10.2' }, tagline: 'You Know, for Search' };
    expect(dialectOf(greeting(body))).toMatchObject({
      kind: 'refused',
      words: expect.stringMatching(/^this is Elasticsearch 7\.10\.2, and/) as string,
    });
  });

  it('believes the header of the product, and says nothing of what it does not know', () => {
    const product = { 'x-elastic-product': 'Elasticsearch' };
    expect(dialectOf(greeting({ tagline: TAGLINE }, product))).toEqual({ kind: 'elasticsearch' });
    for (const body of ['', '<html>', '[]', 'null', '{"version":7}', '{"tagline":["x"]}']) {
      expect(dialectOf(greeting(body))).toEqual({ kind: 'unknown' });
    }
  });
});
