import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchDocuments } from './fetch_documents';

const { signal } = new AbortController();
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const refs = [
  { index: 'logs-1', id: 'a' },
  { index: 'logs-1', id: 'b', routing: 'r' },
];

async function read(answer: FakeAnswer) {
  fake = await fakeElasticsearch(() => answer);
  return fetchDocuments(fake.client, refs, signal);
}

const error = (type: string, reason = '') => ({
  _index: 'logs-1',
  _id: 'a',
  error: { type, reason },
});
const docs = (...items: object[]): FakeAnswer => ({ body: { docs: items } });

describe('fetchDocuments', () => {
  it('reads tags and versions, and nothing else', async () => {
    const found = { found: true, _seq_no: 4, _primary_term: 2 };
    const outcomes = await read(
      docs({ ...found, _source: { tags: ['x'] } }, { ...found, _source: {} }),
    );
    expect(outcomes).toEqual([
      {
        state: 'found',
        document: { index: 'logs-1', id: 'a', seq_no: 4, primary_term: 2, tags: ['x'] },
      },
      {
        state: 'found',
        document: {
          index: 'logs-1',
          id: 'b',
          routing: 'r',
          seq_no: 4,
          primary_term: 2,
          tags: undefined,
        },
      },
    ]);
    expect(fake?.requests[0]?.body).toEqual({
      docs: [
        { _index: 'logs-1', _id: 'a', _source: ['tags'] },
        { _index: 'logs-1', _id: 'b', _source: ['tags'], routing: 'r' },
      ],
    });
  });

  it('reports documents and indices that are gone', async () => {
    const outcomes = await read(docs({ found: false }, error('index_not_found_exception')));
    expect(outcomes).toEqual([{ state: 'gone' }, { state: 'gone' }]);
  });

  it('reports what is closed, forbidden, away or in another cluster', async () => {
    const closed = await read(docs(error('index_closed_exception'), error('security_exception')));
    expect(closed).toEqual([
      { state: 'refused', reason: 'the index is closed', whole_index: true },
      { state: 'refused', reason: 'the privilege "read" is missing', whole_index: true },
    ]);
    await fake?.close();
    const away = await read(docs(error('no_shard_available_action_exception'), { found: false }));
    expect(away[0]).toEqual({
      state: 'refused',
      reason: 'Elasticsearch refuses it (no_shard_available_action_exception)',
      whole_index: false,
    });
  });

  it('takes a refusal of the whole request for one of each document', async () => {
    const cause = { type: 'security_exception', reason: 'no' };
    const body = { error: { ...cause, root_cause: [cause] }, status: 403 };
    expect((await read({ status: 403, body })).map(({ state }) => state)).toEqual([
      'refused',
      'refused',
    ]);
  });
});
