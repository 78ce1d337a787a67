import {
  BROKEN,
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import type { ReadDocument, Refused } from '../../app/tagging/tagging_ports';
import { writeTags } from './write_tags';

const { signal } = new AbortController();
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const NO_GUARD = { losing: () => Promise.resolve(new Map<string, Refused>()) };

const update = (parts: Partial<ReadDocument> = {}): ReadDocument => ({
  index: 'logs-1',
  id: 'a',
  seq_no: 7,
  primary_term: 1,
  tags: ['x'],
  ...parts,
});

async function write(answer: FakeAnswer | typeof BROKEN, updates = [update()]) {
  fake = await fakeElasticsearch(() => answer);
  return writeTags(fake.client, NO_GUARD, updates, signal);
}

const item = (status: number, type?: string, reason = '') => ({
  update: { status, ...(type === undefined ? {} : { error: { type, reason } }) },
});
const answerOf = (...items: object[]): FakeAnswer => ({ body: { items } });
const refusal = (status: number, type: string, reason = 'no'): FakeAnswer => ({
  status,
  body: { error: { type, reason, root_cause: [{ type, reason }] }, status },
});

describe('writeTags', () => {
  it('updates the version that was read, in the concrete index, with the routing', async () => {
    const outcomes = await write(answerOf(item(200), item(200)), [
      update(),
      update({ index: '.ds-logs-1', id: 'b', routing: 'r', tags: [] }),
    ]);
    expect(outcomes).toEqual([{ state: 'updated' }, { state: 'updated' }]);
    const [request] = fake?.requests ?? [];
    const lines = String(request?.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([
      { update: { _index: 'logs-1', _id: 'a', if_seq_no: 7, if_primary_term: 1 } },
      { doc: { tags: ['x'] } },
      {
        update: { _index: '.ds-logs-1', _id: 'b', if_seq_no: 7, if_primary_term: 1, routing: 'r' },
      },
      { doc: { tags: [] } },
    ]);
  });

  it('sends nothing to an index in which an update would lose data', async () => {
    fake = await fakeElasticsearch(() => answerOf(item(200)));
    const lost: Refused = { state: 'refused', reason: 'a part is kept', whole_index: true };
    const guard = { losing: () => Promise.resolve(new Map([['logs-2', lost]])) };
    const updates = [update({ index: 'logs-2' }), update(), update({ index: 'logs-2', id: 'b' })];
    expect(await writeTags(fake.client, guard, updates, signal)).toEqual([
      lost,
      { state: 'updated' },
      lost,
    ]);
    expect(String(fake.requests[0]?.body)).not.toContain('logs-2');
  });

  it.each([
    ['a conflict', item(409, 'version_conflict_engine_exception'), { state: 'conflict' }],
    ['a document that is gone', item(404, 'document_missing_exception'), { state: 'gone' }],
    [
      'a busy cluster',
      item(429, 'es_rejected_execution_exception'),
      { state: 'busy', reason: 'the cluster is overloaded (es_rejected_execution_exception)' },
    ],
    [
      'a shard that is away',
      item(503, 'unavailable_shards_exception'),
      { state: 'busy', reason: 'the cluster is overloaded (unavailable_shards_exception)' },
    ],
    [
      'a read-only index',
      item(
        403,
        'cluster_block_exception',
        'index [a] blocked by: [FORBIDDEN/8/index write (api)];',
      ),
      { state: 'refused', reason: 'the index is read-only', whole_index: true },
    ],
    [
      'a full disk, for which waiting does not help',
      item(
        429,
        'cluster_block_exception',
        'index [a] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block];',
      ),
      {
        state: 'refused',
        reason: 'the index is read-only while a disk is nearly full',
        whole_index: true,
      },
    ],
    [
      'a block that goes by',
      item(503, 'cluster_block_exception', 'blocked by: [SERVICE_UNAVAILABLE/2/no master];'),
      { state: 'busy', reason: 'the cluster is overloaded (cluster_block_exception)' },
    ],
    [
      'a closed index',
      item(400, 'index_closed_exception'),
      { state: 'refused', reason: 'the index is closed', whole_index: true },
    ],
    [
      'a missing privilege',
      item(403, 'security_exception', 'action [...] is unauthorized'),
      { state: 'refused', reason: 'the privilege "write" is missing', whole_index: true },
    ],
    [
      'a mapping that takes no words, in words without the document',
      item(400, 'document_parsing_exception', "[1:2] failed to parse field [tags] in 'a'"),
      {
        state: 'refused',
        reason: 'the mapping does not take a list of words in "tags"',
        whole_index: false,
      },
    ],
    [
      'a full mapping',
      item(
        400,
        'document_parsing_exception',
        '[1:2] failed to parse: Limit of total fields [10] has been exceeded while adding new fields [2]',
      ),
      {
        state: 'refused',
        reason:
          'the index has as many fields as it may have (index.mapping.total_fields.limit), and "tags" is not one of them',
        whole_index: true,
      },
    ],
    [
      'anything else, by the name that Elasticsearch has for it',
      item(400, 'illegal_argument_exception', 'something about document a'),
      {
        state: 'refused',
        reason: 'Elasticsearch refuses it (illegal_argument_exception)',
        whole_index: false,
      },
    ],
  ])('reports %s', async (_, answered, outcome) => {
    expect(await write(answerOf(answered))).toEqual([outcome]);
  });

  it('does not know the result of updates without an answer, and sends them once', async () => {
    const [outcome] = await write(BROKEN);
    expect(outcome).toEqual({ state: 'unanswered', reason: 'no answer came (other side closed)' });
    expect(fake?.requests).toHaveLength(1);
    await fake?.close();
    const [behindProxy] = await write({ status: 503, body: {} });
    expect(behindProxy).toMatchObject({ state: 'unanswered' });
    expect(fake?.requests).toHaveLength(1);
    await fake?.close();
    expect(await write(answerOf())).toMatchObject([{ state: 'unanswered' }]);
  });

  it('takes a refusal of the whole request for one of each update', async () => {
    const two = [update(), update({ id: 'b' })];
    const busy = await write(refusal(429, 'es_rejected_execution_exception'), two);
    expect(busy.map(({ state }) => state)).toEqual(['busy', 'busy']);
    await fake?.close();
    expect(await write(refusal(403, 'security_exception'), two)).toEqual(
      two.map(() => ({
        state: 'refused',
        reason: 'the privilege "write" is missing',
        whole_index: true,
      })),
    );
  });

  it('throws a wrong password, and sends nothing where nothing is to be updated', async () => {
    await expect(write(refusal(401, 'security_exception'))).rejects.toThrow();
    await fake?.close();
    expect(await write(answerOf(), [])).toEqual([]);
    expect(fake?.requests).toEqual([]);
  });
});
