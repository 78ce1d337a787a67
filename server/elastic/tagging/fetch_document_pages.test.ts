import { localDay } from '../../../common/time/local_day';
import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import type { Answer, IndexGroup } from '../../app/counting/counting_ports';
import { UnreadableSource, type FoundDocument } from '../../app/tagging/tagging_ports';
import { fetchDocumentPages } from './fetch_document_pages';

const { signal } = new AbortController();
const WHOLE = { total: 1, successful: 1, skipped: 0, failed: 0 };
const flagged = {
  source: countsSource(),
  day: localDay('2026-11-20', 'UTC'),
  series: [{ subtype: '5', hours: [10], events: 1 }],
};
const group: IndexGroup = {
  index: 'logs-*',
  fields: new Map(),
  subtype_kind: 'keyword',
  unusable: null,
};
const hit = {
  _index: 'logs-1',
  _id: 'a',
  _seq_no: 3,
  _primary_term: 1,
  _source: { tags: 'x' },
  matched_queries: ['10'],
  fields: { severity: ['5'] },
};

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

function found(hits: readonly object[], shards: object = WHOLE): FakeAnswer {
  return { body: { took: 1, timed_out: false, _shards: shards, hits: { hits } } };
}

async function read(
  answer: FakeAnswer,
  groups: Answer<readonly IndexGroup[]> = { state: 'known', value: [group] },
): Promise<FoundDocument[]> {
  fake = await fakeElasticsearch(() => answer);
  const documents: FoundDocument[] = [];
  for await (const page of fetchDocumentPages(fake.client, flagged, groups, signal)) {
    documents.push(...page);
  }
  return documents;
}

describe('fetchDocumentPages', () => {
  it('reads the tags, the version and the index of each document', async () => {
    const documents = await read(found([hit, { ...hit, _id: 'b', _routing: 'r', _source: {} }]));
    const place = { index: 'logs-1', subtype: '5', hour: 10, seq_no: 3, primary_term: 1 };
    expect(documents).toEqual([
      { ...place, id: 'a', tags: 'x' },
      { ...place, id: 'b', routing: 'r', tags: undefined },
    ]);
    expect(fake?.requests[0]?.body).toMatchObject({
      _source: ['tags'],
      size: 1_000,
      docvalue_fields: [{ field: 'severity' }],
    });
  });

  it('passes over indices that cannot be counted either', async () => {
    const groups = { state: 'known', value: [{ ...group, unusable: 'mapped as text' }] } as const;
    expect(await read(found([hit]), groups)).toEqual([]);
    expect(fake?.requests).toEqual([]);
  });

  it.each([
    ['its indices are not known', found([]), 'an index does not answer'],
    ['a shard has failed', found([], { ...WHOLE, failed: 1 }), '1 of 1 shards failed'],
    ['no index is there any more', found([], { ...WHOLE, total: 0 }), 'no shard answered'],
    [
      'the place was lost',
      {
        status: 404,
        body: {
          error: { root_cause: [{ type: 'search_context_missing_exception', reason: 'none' }] },
        },
      },
      'Elasticsearch lost its place in the list: tag again to continue',
    ],
    [
      'a privilege is missing',
      {
        status: 403,
        body: { error: { root_cause: [{ type: 'security_exception', reason: 'unauthorized' }] } },
      },
      'unauthorized',
    ],
    [
      'it is not said which series a document belongs to',
      found([{ ...hit, fields: {} }]),
      'does not say which series a document belongs to',
    ],
  ])('cannot read a source where %s', async (state, answer, reason) => {
    const isUnknown = state === 'its indices are not known';
    const groups: Answer<readonly IndexGroup[]> = isUnknown
      ? { state: 'unknown', reason: 'an index does not answer' }
      : { state: 'known', value: [group] };
    const reading = read(answer, groups);
    await expect(reading).rejects.toBeInstanceOf(UnreadableSource);
    await expect(reading).rejects.toThrow(reason);
  });

  it('throws a wrong password, which holds for all sources', async () => {
    const body = { error: { root_cause: [{ type: 'security_exception' }] } };
    await expect(read({ status: 401, body })).rejects.toThrow('security_exception');
  });
});
