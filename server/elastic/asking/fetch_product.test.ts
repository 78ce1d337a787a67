import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchProduct } from './fetch_product';

const signal = new AbortController().signal;
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function productOf(answer: FakeAnswer) {
  fake = await fakeElasticsearch(() => answer);
  return fetchProduct(fake.client, signal);
}

describe('fetchProduct', () => {
  it('distinguishes Elasticsearch from OpenSearch, whatever version that claims to be', async () => {
    const elastic = { version: { number: '9.4.3' }, tagline: 'You Know, for Search' };
    expect(await productOf({ body: elastic })).toEqual({ name: 'Elasticsearch', version: '9.4.3' });
    await fake?.close();
    const tagline = 'The OpenSearch Project: https://opensearch.org/';
    const open = { version: { number: '7.10.2' }, tagline };
    expect(await productOf({ body: open })).toEqual({ name: 'OpenSearch', version: '7.10.2' });
  });

  it('says that it is not told, where it is refused or gets another answer', async () => {
    expect(await productOf({ body: { hello: 'world' } })).toBeNull();
    await fake?.close();
    expect(await productOf({ status: 403, body: { error: 'no' } })).toBeNull();
  });
});
