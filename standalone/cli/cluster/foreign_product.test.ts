import { foreignProduct } from './foreign_product';

const TAGLINE = 'The OpenSearch Project: https://opensearch.org/';
const greeting = (body: object | string, headers: Readonly<Record<string, string>> = {}) => ({
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('foreignProduct', () => {
  it('names OpenSearch and its version', () => {
    const body = { version: { distribution: 'opensearch', number: '2.19.6' }, tagline: TAGLINE };
    expect(foreignProduct(greeting(body))).toBe(
      'this is OpenSearch 2.19, which Logwave does not support yet: it needs Elasticsearch 8 or 9',
    );
    const header = { 'x-opensearch-version': 'OpenSearch/3.9.0 (opensearch)' };
    expect(foreignProduct(greeting('Unauthorized', header))).toMatch(/^this is OpenSearch 3\.9,/);
  });

  it('is not led astray by the version that OpenSearch claims for old clients', () => {
    const body = { version: { number: '7.10.2' }, tagline: TAGLINE };
    expect(foreignProduct(greeting(body))).toMatch(
      /^this is OpenSearch, which Logwave does not support yet/,
    );
  });

  it('knows OpenSearch by its realm where nobody has logged in', () => {
    const headers = { 'www-authenticate': 'Basic realm="OpenSearch Security"' };
    expect(foreignProduct(greeting('Unauthorized', headers))).toMatch(/^this is OpenSearch,/);
  });

  it('names an Elasticsearch that does not say so in the header', () => {
    const body = { version: { number: '7.10.2' }, tagline: 'You Know, for Search' };
    expect(foreignProduct(greeting(body))).toMatch(/^this is Elasticsearch 7\.10\.2, and/);
  });

  it('says nothing of Elasticsearch, nor of what it does not know', () => {
    const product = { 'x-elastic-product': 'Elasticsearch' };
    expect(foreignProduct(greeting({ tagline: TAGLINE }, product))).toBeUndefined();
    for (const body of ['', '<html>', '[]', 'null', '{"version":7}', '{"tagline":["x"]}']) {
      expect(foreignProduct(greeting(body))).toBeUndefined();
    }
  });
});
