import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import type { JournalHead } from '../../app/tagging/journal_entry';
import type { JournalSelection } from '../../app/tagging/tagging_ports';
import { createTagJournal } from './tag_journal';

const { signal } = new AbortController();
const DAY: JournalSelection = { scope: 'default', day: '2026-11-20' };
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const missing = (type: string): FakeAnswer => ({
  status: 404,
  body: { error: { type, root_cause: [{ type }] }, status: 404 },
});
const notFound: FakeAnswer = { status: 404, body: { result: 'not_found', found: false } };

async function journalOn(answer: (request: ArrivedRequest) => FakeAnswer) {
  fake = await fakeElasticsearch(answer);
  return createTagJournal(fake.client);
}

async function headsOf(
  answer: (request: ArrivedRequest) => FakeAnswer,
  selection: JournalSelection,
): Promise<JournalHead[]> {
  const journal = await journalOn(answer);
  const heads: JournalHead[] = [];
  for await (const head of journal.heads(selection, signal)) heads.push(head);
  return heads;
}

describe('the journal', () => {
  const series = [{ subtype: '5', hours: [10] }];
  const head = { source: 'syslog', tag: 't', series, documents: 3 };
  const search = {
    body: {
      took: 1,
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: { hits: [{ _index: 'logwave-journal', _id: 'e1', _source: head }] },
    },
  };

  it('makes what was written a moment ago visible before it searches', async () => {
    const answer = ({ method }: ArrivedRequest) => (method === 'DELETE' ? notFound : search);
    const selection = { scope: 'default', run_id: 'r', attempt: 'a' };
    expect(await headsOf(answer, selection)).toEqual([{ id: 'e1', ...head }]);
    const [refreshing, searching] = fake?.requests ?? [];
    expect([refreshing?.method, refreshing?.query.get('refresh')]).toEqual(['DELETE', 'true']);
    expect(searching?.body).toMatchObject({
      query: {
        bool: {
          filter: [
            { term: { scope: 'default' } },
            { term: { run_id: 'r' } },
            { term: { attempt: 'a' } },
          ],
        },
      },
      _source: ['day', 'source', 'tag', 'series', 'documents'],
    });
  });

  it('has no entries if there is no journal yet', async () => {
    expect(await headsOf(() => missing('index_not_found_exception'), DAY)).toEqual([]);
    expect(fake?.requests).toHaveLength(1);
  });

  it('can remove an entry twice, and knows when one is gone', async () => {
    const journal = await journalOn(() => notFound);
    await journal.remove('e1', signal);
    expect(await journal.read('e1', signal)).toBeUndefined();
  });

  it('throws what it is refused: without the journal nothing may be tagged', async () => {
    const reason = 'index [logwave-journal] blocked by: [FORBIDDEN/8/index write (api)];';
    const cause = { type: 'cluster_block_exception', reason };
    const body = { error: { ...cause, root_cause: [cause] }, status: 403 };
    const journal = await journalOn(() => ({ status: 403, body }));
    await expect(journal.remove('e1', signal)).rejects.toThrow('cluster_block_exception');
    await expect(journal.read('e1', signal)).rejects.toThrow('cluster_block_exception');
  });
});
