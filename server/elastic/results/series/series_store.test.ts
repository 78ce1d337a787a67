import {
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../../../test/fixtures/counts_fake_elasticsearch';
import type { SeriesRecord } from '../../../app/assessing/series_record';
import { fetchStoredSeries } from './series_store';
import { openSeriesWriter } from './series_writer';
import { fetchDrawnSeries } from './fetch_drawn_series';
import { DRAWN_PLACE, seriesBlockId } from './stored_series';

const { signal } = new AbortController();
const RUN = { scope: 'default', run_id: 'default:2015-04-01:UTC', day: '2015-04-01', attempt: 'a' };

function record(subtype: string): SeriesRecord {
  return {
    source: 'syslog',
    subtype,
    name: subtype,
    code: subtype,
    state: 'usual',
    reason: null,
    today: Array<number>(24).fill(1),
    total: 24,
    usual: null,
    usual_total: null,
    inner: null,
    outer: null,
    top: 5,
    surprise: null,
    by_hour: null,
    difference: null,
    spectrum: null,
    basis: '31 days',
    basis_days: [],
    omitted_days: [],
  };
}

/** An index of documents by id, with the few calls that the store makes. */
function store(): Promise<FakeElasticsearch & { readonly documents: Map<string, object> }> {
  const documents = new Map<string, object>();
  const fake = fakeElasticsearch(({ method, path, body }) => {
    const id = path.split('/').pop() ?? '';
    if (path.endsWith('_mget')) {
      const { ids } = body as { ids: string[] };
      const docs = ids.map((wanted) => {
        const found = documents.get(wanted);
        return found === undefined
          ? { _id: wanted, found: false }
          : { _id: wanted, found: true, _source: found };
      });
      return { body: { docs } };
    }
    if (path.endsWith('_bulk')) {
      const actions = String(body).trim().split('\n');
      const items = actions.map((line) => {
        const action = JSON.parse(line) as { delete: { _id: string } };
        documents.delete(action.delete._id);
        return { delete: { status: 200 } };
      });
      return { body: { items } };
    }
    if (method === 'GET') {
      const found = documents.get(id);
      return found === undefined
        ? { status: 404, body: { found: false } }
        : { body: { found: true, _source: found } };
    }
    documents.set(id, body as object);
    return { body: { _id: id, result: 'created' } };
  });
  return fake.then((made) => ({ ...made, documents }));
}

describe('the series store', () => {
  it('gives back what was stored, block by block', async () => {
    const { client, close } = await store();
    const writer = openSeriesWriter(client, RUN, 'syslog', signal);
    await writer.add([record('1'), record('2')]);
    await writer.add([record('3')]);
    await writer.close();
    const found = await fetchStoredSeries(
      client,
      [{ run_id: RUN.run_id, sources: ['syslog', 'ossec'] }],
      undefined,
      signal,
    );
    expect(found).toEqual([
      { run_id: RUN.run_id, source: 'syslog', series: [record('1'), record('2'), record('3')] },
    ]);
    await close();
  });

  it('does not give a day that was stored half', async () => {
    const { client, documents, close } = await store();
    const first = openSeriesWriter(client, RUN, 'syslog', signal);
    await first.add([record('1')]);
    await first.add([record('2')]);
    await first.close();
    const cutOff = openSeriesWriter(client, { ...RUN, attempt: 'b' }, 'syslog', signal);
    await cutOff.add([record('1')]);
    await cutOff.add([record('2')]);
    const wanted = [{ run_id: RUN.run_id, sources: ['syslog'] }];
    // Two blocks, and what reports draw.
    expect(documents.size).toBe(3);
    expect(await fetchStoredSeries(client, wanted, undefined, signal)).toEqual([]);
    await cutOff.close();
    expect(await fetchStoredSeries(client, wanted, undefined, signal)).toHaveLength(1);
    await close();
  });

  it('keeps for reports the 100 most unusual series, until another attempt stores its own', async () => {
    const { client, close } = await store();
    const unusual = Array.from({ length: 120 }, (_, place) => ({
      ...record(String(place)),
      state: 'unusual' as const,
      surprise: place,
    }));
    const writer = openSeriesWriter(client, RUN, 'syslog', signal);
    await writer.add([record('quiet'), ...unusual.slice(0, 60)]);
    await writer.add(unusual.slice(60));
    await writer.close();
    const drawnBy = async (attempt: string) =>
      fetchDrawnSeries(client, [{ run_id: RUN.run_id, source: 'syslog', attempt }], signal);
    const [drawn] = await drawnBy(RUN.attempt);
    expect(drawn?.series).toHaveLength(100);
    expect(drawn?.series[0]).toMatchObject({ subtype: '119', top: 5, today: unusual[0]?.today });
    expect(await drawnBy('b')).toEqual([]);
    await close();
  });

  it('does not treat blocks on a shard that does not answer as empty', async () => {
    const error = { type: 'no_shard_available_action_exception', reason: 'no shard is there' };
    const { client, close } = await fakeElasticsearch(() => ({
      body: { docs: [{ _index: 'logwave-series', _id: 'a', error }] },
    }));
    const wanted = [{ run_id: RUN.run_id, sources: ['syslog'] }];
    const reading = fetchStoredSeries(client, wanted, undefined, signal);
    await expect(reading).rejects.toThrow('no shard is there');
    await close();
  });

  it('removes the blocks of an earlier attempt that are not needed any more', async () => {
    const { client, documents, close } = await store();
    const large = openSeriesWriter(client, RUN, 'syslog', signal);
    for (const subtype of ['1', '2', '3']) await large.add([record(subtype)]);
    await large.close();
    const small = openSeriesWriter(client, { ...RUN, attempt: 'b' }, 'syslog', signal);
    await small.close();
    expect([...documents.keys()].sort()).toEqual(
      [0, DRAWN_PLACE].map((place) => seriesBlockId(RUN.run_id, 'syslog', place)).sort(),
    );
    await close();
  });
});
