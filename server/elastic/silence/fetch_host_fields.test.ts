import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import { fetchHostFields } from './fetch_host_fields';

const { signal } = new AbortController();
const RANGE = { from: Date.parse('2026-02-01T00:00Z'), to: Date.parse('2026-03-01T00:00Z') };
const source = countsSource({ filter: [] });

type Types = Record<string, { readonly [type: string]: { readonly aggregatable: boolean } }>;

/** The number of documents with a host, for fields of these types in an index with 168 documents. */
async function fieldsOf(types: Types, candidates: readonly string[]) {
  const fields = Object.fromEntries(
    Object.entries(types).map(([field, byType]) => [
      field,
      Object.fromEntries(
        Object.entries(byType).map(([type, { aggregatable }]) => [
          type,
          { type, searchable: true, aggregatable },
        ]),
      ),
    ]),
  );
  const fake = await fakeElasticsearch(({ path }) =>
    path.includes('_field_caps')
      ? { body: { indices: ['logs-1'], fields } }
      : {
          body: {
            timed_out: false,
            _shards: { total: 1, failed: 0 },
            aggregations: { found: { doc_count: 168 } },
          },
        },
  );
  try {
    return await fetchHostFields(fake.client, source, candidates, RANGE, signal);
  } finally {
    await fake.close();
  }
}

const DATE = { '@timestamp': { date: { aggregatable: true } } };

describe('the fields that have the hosts', () => {
  it('are those with documents, and objects are not among them', async () => {
    const types = {
      ...DATE,
      host: { object: { aggregatable: false } },
      'host.name': { keyword: { aggregatable: true } },
    };
    expect(await fieldsOf(types, ['host', 'host.name'])).toEqual({
      state: 'known',
      value: new Map([['host.name', 168]]),
    });
  });

  it('are unknown if documents can be counted by none of them, in words about the source', async () => {
    const types = { ...DATE, host: { text: { aggregatable: false } } };
    expect(await fieldsOf(types, ['host', 'host.name'])).toEqual({
      state: 'unknown',
      reason:
        'the field "host" of the source "syslog" is mapped as text in logs-1: map it as keyword, or write the host into another field',
    });
  });

  it('are absent if no index maps any of them', async () => {
    expect(await fieldsOf(DATE, ['host'])).toEqual({ state: 'known', value: new Map() });
  });
});
