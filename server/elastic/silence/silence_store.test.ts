import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchSilencesOf } from './silence_store';

const { signal } = new AbortController();
const OWNER = { scope: 'default', zone: 'UTC' };
/** As versions before names and days stored it. */
const STREAM = { source: 'postfix', host: null, subtype: 'bounce', state: 'silent' };

describe('what was silent on a day', () => {
  it('has a name and days, also where an earlier version has stored it', async () => {
    const host = { ...STREAM, host: 'mail1', subtype: null, below: [STREAM] };
    const named = { ...STREAM, series_name: 'Bounce notices', daily: [1], below: [] };
    const hits = [host, named].map((silence, place) => ({
      _id: String(place),
      _source: { silence },
    }));
    const fake = await fakeElasticsearch(() => ({
      body: { timed_out: false, _shards: { total: 1, failed: 0 }, hits: { hits } },
    }));
    const rows = await fetchSilencesOf(fake.client, OWNER, '2026-11-28', signal).finally(() =>
      fake.close(),
    );
    expect(rows.map(({ series_name: name, daily }) => [name, daily])).toEqual([
      ['mail1', []],
      ['Bounce notices', [1]],
    ]);
    expect(rows[0]?.below).toMatchObject([{ series_name: 'bounce' }]);
  });
});
