import {
  type FakeElasticsearch,
  fakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import { fetchIndexGroups } from './fetch_index_groups';

const { signal } = new AbortController();
const source = countsSource({ filter: [], subtype_fields: ['alert.id'] });
const usable = { metadata_field: false, searchable: true, aggregatable: true };
const CAPABILITIES = {
  indices: ['logs-1'],
  fields: {
    '@timestamp': { date: { ...usable, type: 'date' } },
    alert: { nested: { ...usable, type: 'nested', searchable: false, aggregatable: false } },
    'alert.id': { keyword: { ...usable, type: 'keyword' } },
  },
};

let fake: FakeElasticsearch;
afterEach(() => fake.close());

/** Where so many shards are asked which nested fields whole documents have as well. */
async function groupsWith(shards: number, atRoot: number) {
  fake = await fakeElasticsearch(({ path }) => {
    if (path.endsWith('/_field_caps')) return { body: CAPABILITIES };
    const _shards = { total: shards, successful: shards, skipped: 0, failed: 0 };
    const aggregations = { at_root: { buckets: { 'alert.id': { doc_count: atRoot } } } };
    const found = shards === 0 ? {} : { aggregations };
    return { body: { timed_out: false, _shards, hits: { hits: [] }, ...found } };
  });
  return fetchIndexGroups(fake.client, source, signal);
}

describe('the indices of a source with a nested field', () => {
  it('are a group where whole documents have the field as well', async () => {
    const groups = await groupsWith(1, 5);
    expect(groups).toMatchObject({ state: 'known', value: [{ index: 'logs-*', unusable: null }] });
  });

  it('are unknown for now where they went away before their documents were asked for it', async () => {
    const reason = 'no shard answered';
    expect(await groupsWith(0, 0)).toEqual({ state: 'unknown', reason, is_passing: true });
  });
});

describe('the indices of a source that leaves some out', () => {
  const WEB = '.ds-logs-web-2026.11.30-000001';

  async function notesOf(index: string, indices: readonly string[]) {
    const field = { ...usable, type: 'date' };
    const fields = {
      '@timestamp': { date: field },
      severity: { keyword: { ...usable, type: 'keyword' } },
    };
    const nothing = { indices: [], aliases: [], data_streams: [] };
    fake = await fakeElasticsearch(({ path }) => ({
      body: path.startsWith('/_resolve/') ? nothing : { indices, fields },
    }));
    const groups = await fetchIndexGroups(fake.client, countsSource({ index, filter: [] }), signal);
    return groups.state === 'known' ? groups.value.map(({ notes }) => notes) : groups.reason;
  }

  it('come with a note where they are read all the same', async () => {
    expect(await notesOf('logs-*,-logs-web', ['logs-1', WEB])).toEqual([
      [
        `-logs-web does not leave out ${WEB}, which searches still read: Elasticsearch leaves a data stream out by a pattern only (-logs-web*), and an index only together with its aliases`,
      ],
    ]);
    expect(await notesOf('logs-*,-logs-web', ['logs-1'])).toEqual([undefined]);
  });
});
