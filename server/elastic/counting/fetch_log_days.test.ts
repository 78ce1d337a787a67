import { localDay } from '../../../common/time';
import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { GROUP } from '../../../test/fixtures/counts_fake_ports';
import { countsSource } from '../../../test/fixtures/counts_source';
import { fetchLogDays } from './fetch_log_days';

const { signal } = new AbortController();
const tested = localDay('2026-11-20', 'UTC');
const shards = (total: number) => ({ total, successful: total, skipped: 0, failed: 0 });
const at = (time: string) => [{ sort: [String(Date.parse(time))] }];

/** Finds the days with logs of indices whose searches are all answered so. */
async function logDays(parts: object) {
  const fake = await fakeElasticsearch(() => ({
    body: { timed_out: false, _shards: shards(1), hits: { hits: [] }, ...parts },
  }));
  try {
    return await fetchLogDays(fake.client, countsSource(), [GROUP], tested, signal);
  } finally {
    await fake.close();
  }
}

describe('fetchLogDays', () => {
  it('finds the days of the first and the last document, and the nearest day', async () => {
    const day = '2026-11-18';
    const value = { first: day, last: day, nearest: day };
    const hits = { hits: at('2026-11-18T10:00Z') };
    expect(await logDays({ hits })).toEqual({ state: 'known', value });
    expect(await logDays({})).toEqual({ state: 'known', value: null });
  });

  const skipped = { total: 2, skipped: 1 };
  it.each<[string, object, true | undefined]>([
    [
      'another cluster does not answer (no reason given)',
      { _clusters: skipped, _shards: shards(0) },
      true,
    ],
    ['another cluster does not answer (no reason given)', { _clusters: skipped }, true],
    ['the search ran out of time', { timed_out: true, _shards: shards(0) }, true],
    [
      '1 of 2 shards failed (no reason given)',
      { _shards: { total: 2, successful: 1, skipped: 0, failed: 1 } },
      true,
    ],
    ['no shard answered', { _shards: shards(0) }, undefined],
  ])('says whether asking again may help where %s (%j)', async (reason, parts, isPassing) => {
    const passing = isPassing === undefined ? {} : { is_passing: true };
    expect(await logDays(parts)).toEqual({ state: 'unknown', reason, ...passing });
  });
});
