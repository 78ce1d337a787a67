import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { isIndexGone } from './is_index_gone';
import { removeFound, removeVersions } from './remove_documents';

const { signal } = new AbortController();
const versions = ['a', 'b', 'c'].map((id, at) => ({ id, seq_no: at, primary_term: 1 }));
const refusal = (status: number, type: string, reason: string): FakeAnswer => ({
  status,
  body: { error: { type, reason, root_cause: [{ type, reason }] }, status },
});
const FORBIDDEN = refusal(403, 'security_exception', 'action [delete] is unauthorized');
const MISSING = refusal(404, 'index_not_found_exception', 'no such index');

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function clusterWith(answer: FakeAnswer): Promise<FakeElasticsearch> {
  fake = await fakeElasticsearch(() => answer);
  return fake;
}

function deleted(...statuses: number[]): FakeAnswer {
  const items = statuses.map((status) => {
    const error = { type: `type ${status}`, reason: `reason ${status}` };
    return { delete: { _id: '?', status, ...(status < 300 ? {} : { error }) } };
  });
  return { body: { errors: true, items } };
}

describe('removeVersions', () => {
  it('deletes only the versions that were read', async () => {
    const { client, requests } = await clusterWith(deleted(200, 200, 404));
    const removal = await removeVersions(client, 'kept', versions, signal);
    expect(removal).toEqual({ removed: 3, rewritten: [], problem: null });
    expect(String(requests[0]?.body)).toContain('"if_seq_no":2,"if_primary_term":1');
  });

  it('leaves what somebody has written meanwhile, which is not a problem', async () => {
    fake = await fakeElasticsearch(({ path }) =>
      path.endsWith('_mget')
        ? { body: { docs: [{ _id: 'b', found: true }] } }
        : deleted(200, 409, 200),
    );
    const { client } = fake;
    const removal = await removeVersions(client, 'kept', versions, signal);
    expect(removal).toEqual({ removed: 2, rewritten: ['b'], problem: null });
  });

  it('knows a document that is deleted already from one that was written', async () => {
    fake = await fakeElasticsearch(({ path }) =>
      path.endsWith('_mget')
        ? { body: { docs: [{ _id: 'b', found: false }] } }
        : deleted(200, 409, 200),
    );
    const { rewritten } = await removeVersions(fake.client, 'kept', versions, signal);
    expect(rewritten).toEqual([]);
  });

  it('says in a phrase that single documents may not be deleted', async () => {
    const { client } = await clusterWith(deleted(200, 403, 403));
    const removal = await removeVersions(client, 'kept', versions, signal);
    expect(removal).toEqual({ removed: 1, rewritten: [], problem: 'reason 403' });
  });

  it('says in a phrase that nothing may be deleted', async () => {
    const { client } = await clusterWith(FORBIDDEN);
    const { removed, problem } = await removeVersions(client, 'kept', versions, signal);
    expect([removed, problem]).toEqual([0, 'action [delete] is unauthorized']);
  });
});

describe('removeFound', () => {
  it('has nothing to do where the index is not there', async () => {
    const { client } = await clusterWith(MISSING);
    const removal = await removeFound(client, 'kept', { match_all: {} }, signal);
    expect(removal).toEqual({ removed: 0, rewritten: [], problem: null });
  });
});

describe('isIndexGone', () => {
  it('believes Elasticsearch alone that an index is gone', async () => {
    const { client } = await clusterWith(MISSING);
    expect(await isIndexGone(client, 'logs-1', signal)).toBe(true);
  });

  it('takes an index for there that is closed or may not be looked at', async () => {
    const closed = refusal(400, 'index_closed_exception', 'closed');
    for (const answer of [FORBIDDEN, closed]) {
      const { client } = await clusterWith(answer);
      expect(await isIndexGone(client, 'logs-1', signal)).toBe(false);
      await fake?.close();
      fake = undefined;
    }
  });

  it('does not ask for an index of another cluster', async () => {
    const { client, requests } = await clusterWith(MISSING);
    expect(await isIndexGone(client, 'far:logs-1', signal)).toBe(false);
    expect(requests).toHaveLength(0);
  });
});
