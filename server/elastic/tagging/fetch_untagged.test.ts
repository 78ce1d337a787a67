import { localDay } from '../../../common/time/local_day';
import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import type { IndexGroup } from '../../app/counting/counting_ports';
import { fetchUntagged } from './fetch_untagged';

const { signal } = new AbortController();
let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const flagged = {
  source: countsSource(),
  day: localDay('2026-11-20', 'UTC'),
  series: [{ subtype: '5', hours: [10], events: 9 }],
};
const group: IndexGroup = {
  index: 'logs-*',
  fields: new Map(),
  subtype_kind: 'keyword',
  unusable: null,
};
const capability = (type: string) => ({ [type]: { type, searchable: true, aggregatable: true } });

/** Counts where `tags` and its twin are mapped so. */
async function count(fields: object, groups = [group]) {
  const indices = {
    sum_other_doc_count: 0,
    buckets: [{ key: 'logs-1', doc_count: 9, untagged: { doc_count: 4 } }],
  };
  fake = await fakeElasticsearch(({ path }): FakeAnswer => {
    if (path.endsWith('/_field_caps')) return { body: { indices: ['logs-1'], fields } };
    const _shards = { total: 1, successful: 1, skipped: 0, failed: 0 };
    return { body: { took: 1, timed_out: false, _shards, hits: {}, aggregations: { indices } } };
  });
  return fetchUntagged(fake.client, flagged, { state: 'known', value: groups }, [], signal);
}

/** The field by which tags were searched for. */
function tagsField(): string[] {
  const search = fake?.requests.find(({ path }) => path.endsWith('/_search'));
  return ['"tags":', '"tags.keyword":'].filter((name) =>
    JSON.stringify(search?.body).includes(name),
  );
}

describe('fetchUntagged', () => {
  it('counts by whole tags: the field itself, or its twin', async () => {
    const counted = await count({ tags: capability('keyword') });
    const byIndex = new Map([['logs-1', { documents: 9, untagged: 4 }]]);
    expect(counted).toMatchObject({ state: 'known', value: { byIndex } });
    expect(tagsField()).toEqual(['"tags":']);
    await fake?.close();
    await count({ tags: capability('text'), 'tags.keyword': capability('keyword') });
    expect(tagsField()).toEqual(['"tags.keyword":']);
  });

  it('counts if no document has tags at all', async () => {
    expect(await count({})).toMatchObject({ state: 'known' });
  });

  it('does not know where tags are words of a text', async () => {
    expect(await count({ tags: capability('text') })).toMatchObject({
      state: 'known',
      value: { byIndex: new Map([['logs-1', { documents: 9, untagged: null }]]) },
    });
  });

  it('adds up indices that map the fields differently, and leaves out what cannot be counted', async () => {
    const groups = [group, group, { ...group, unusable: 'mapped as text' }];
    expect(await count({}, groups)).toMatchObject({
      value: { byIndex: new Map([['logs-1', { documents: 18, untagged: 8 }]]) },
    });
  });
});
