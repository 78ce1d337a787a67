import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { fetchSilencesOf, saveSilences } from './silence_store';

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
  it('keeps the hosts that it could not look at, and lifts none of them', async () => {
    const host = { ...STREAM, host: 'mail1', subtype: null, below: [] };
    const stored = { ...STREAM, series_name: 'Bounce notices', daily: [1], below: [] };
    const hits = [host, stored].map((silence, place) => ({
      _id: String(place),
      _source: { silence },
    }));
    const page = { timed_out: false, _shards: { total: 1, failed: 0 }, hits: { hits } };
    const removed = (id: string): object => ({
      delete: { _index: 'logwave-findings', _id: id, status: 200 },
    });
    const fake = await fakeElasticsearch(({ path, body }) => {
      if (!path.endsWith('/_bulk')) return { body: page };
      const ids = JSON.stringify(body).match(/[01](?=\W*\})/g) ?? [];
      return { body: { errors: false, items: ids.map(removed) } };
    });
    const nothing = { day: '2026-11-28', rows: [], sources: ['postfix'] };
    const save = (withoutHosts: string[]) =>
      saveSilences(
        fake.client,
        OWNER,
        { ...nothing, without_hosts: withoutHosts },
        new Date('2026-11-29T06:00:00Z'),
        signal,
      );
    try {
      expect((await save(['postfix'])).map(({ series_name: name }) => name)).toEqual([
        'Bounce notices',
      ]);
      expect((await save([])).map(({ series_name: name }) => name)).toEqual([
        'mail1',
        'Bounce notices',
      ]);
    } finally {
      await fake.close();
    }
  });
});
