import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchEarlierSilences, fetchSilencesOf, saveSilences } from './silence_store';

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

describe('a look that replaces an earlier one of the day', () => {
  it('removes what it does not find silent, except of sources that it could not look at', async () => {
    const host = { ...STREAM, host: 'mail1', subtype: null, below: [] };
    const stored = { ...STREAM, series_name: 'Bounce notices', daily: [1], below: [] };
    const other = { ...stored, source: 'syslog' };
    const hits = [host, stored, other].map((silence, place) => ({
      _id: String(place),
      _source: { silence },
    }));
    const page = { timed_out: false, _shards: { total: 1, failed: 0 }, hits: { hits } };
    const removed: string[] = [];
    const fake = await fakeElasticsearch(({ path, body }) => {
      if (!path.endsWith('/_bulk')) return { body: page };
      const ids = JSON.stringify(body).match(/[012](?=\W*\})/g) ?? [];
      removed.push(...ids);
      const items = ids.map((id) => ({
        delete: { _index: 'logwave-findings', _id: id, status: 200 },
      }));
      return { body: { errors: false, items } };
    });
    const look = { day: '2026-11-28', rows: [], sources: ['postfix'] };
    try {
      await saveSilences(fake.client, OWNER, look, new Date('2026-11-29T06:00:00Z'), signal);
      expect(removed).toEqual(['0', '1']);
    } finally {
      await fake.close();
    }
  });
});

describe('what was silent before a day', () => {
  it('is not known where a shard did not answer', async () => {
    const _shards = {
      total: 5,
      failed: 1,
      failures: [{ reason: { type: 'io', reason: 'broken' } }],
    };
    const fake = await fakeElasticsearch(() => ({
      body: { timed_out: false, _shards, hits: { hits: [] } },
    }));
    try {
      await expect(fetchEarlierSilences(fake.client, OWNER, '2026-11-28', signal)).rejects.toThrow(
        '1 of 5 shards failed',
      );
    } finally {
      await fake.close();
    }
  });

  it('is nothing where nothing was ever stored', async () => {
    const fake = await fakeElasticsearch(() => ({
      body: { timed_out: false, _shards: { total: 0, failed: 0 }, hits: { hits: [] } },
    }));
    try {
      expect(await fetchEarlierSilences(fake.client, OWNER, '2026-11-28', signal)).toEqual([]);
    } finally {
      await fake.close();
    }
  });
});
