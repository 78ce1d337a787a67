import { subtypeKey } from '../../server/app/basics/subtype_key';
import type { SeriesRecord } from '../../server/app/assessing/series_record';
import { ensureIndices } from '../../server/elastic/results/ensure_indices';
import { SERIES_INDEX } from '../../server/elastic/results/series/series_mapping';
import { fetchOneStoredSeries } from '../../server/elastic/results/series/fetch_one_series';
import { fetchStoredSeries } from '../../server/elastic/results/series/series_store';
import { openSeriesWriter } from '../../server/elastic/results/series/series_writer';
import { seriesBlockId } from '../../server/elastic/results/series/stored_series';
import { testClient } from '../fixtures/test_cluster';

const SERIES = 10_000;
const PER_BLOCK = 500;
const BLOCKS = SERIES / PER_BLOCK;
const SOURCE = 'programs';
const client = testClient();
const { signal } = new AbortController();
const run = {
  scope: `one-series-it-${process.pid}`,
  run_id: `one-series-it-${process.pid}:2026-11-20:UTC`,
  day: '2026-11-20',
  attempt: 'a',
};
const of = { run_id: run.run_id, source: SOURCE };
const LONG = `program ${'x'.repeat(2_000)}`;
const hours = (value: number): number[] => Array.from({ length: 24 }, (_, hour) => value + hour);
const name = (place: number): string => `program-${String(place).padStart(5, '0')}`;

function record(subtype: string): SeriesRecord {
  const band = { low: hours(1.25), high: hours(7.75) };
  return {
    source: SOURCE,
    subtype,
    name: subtype,
    code: `program ${subtype}`,
    state: 'usual',
    reason: null,
    today: hours(3),
    total: 348,
    usual: hours(3.5),
    usual_total: 360,
    inner: band,
    outer: band,
    top: 31,
    surprise: 0.42,
    by_hour: hours(0.125),
    difference: null,
    spectrum: { today: [14.5, 2.25], usual: [15, 2.5] },
    basis: '31 days',
    basis_days: Array.from(
      { length: 31 },
      (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`,
    ),
    omitted_days: [],
  };
}

/** Bytes of the answers that some reading takes. */
async function bytesOf(read: () => Promise<unknown>): Promise<number> {
  let bytes = 0;
  const count = (_error: unknown, result: { body?: unknown } | null): void =>
    void (bytes += JSON.stringify(result?.body ?? '').length);
  client.diagnostic.on('response', count);
  await read();
  client.diagnostic.off('response', count);
  return bytes;
}

const one = (asked: string) => fetchOneStoredSeries(client, of, asked, signal);
const all = () =>
  fetchStoredSeries(client, [{ run_id: run.run_id, sources: [SOURCE] }], undefined, signal);

jest.setTimeout(120_000);
beforeAll(async () => {
  await ensureIndices(client, signal);
  const names = Array.from({ length: SERIES - 1 }, (_, place) => name(place));
  const subtypes = [...names, LONG].sort();
  const writer = openSeriesWriter(client, run, SOURCE, signal);
  for (let from = 0; from < SERIES; from += PER_BLOCK) {
    await writer.add(subtypes.slice(from, from + PER_BLOCK).map(record));
  }
  await writer.close();
});
afterAll(async () => {
  const ids = Array.from({ length: BLOCKS }, (_, block) =>
    seriesBlockId(run.run_id, SOURCE, block),
  );
  await client.bulk({
    index: SERIES_INDEX,
    operations: ids.map((_id) => ({ delete: { _id } })),
  });
  await client.close();
});

async function assertFound(): Promise<void> {
  for (const subtype of [name(0), name(499), name(500), name(5_123), name(SERIES - 2), LONG]) {
    expect(await one(subtype)).toEqual(record(subtype));
  }
  expect(await one(subtypeKey(LONG))).toEqual(record(LONG));
  for (const other of ['', 'program-00000a', 'zzz', subtypeKey(`${LONG}x`)]) {
    expect(await one(other)).toBeUndefined();
  }
}

/** Stores the blocks again as the first version of Logwave did. */
async function storeAsBefore(): Promise<void> {
  for (let block = 0; block < BLOCKS; block += 1) {
    const place = { index: SERIES_INDEX, id: seriesBlockId(run.run_id, SOURCE, block) };
    const { _source: stored } = await client.get<Record<string, unknown>>(place);
    const { version, firsts, ...document } = { ...stored };
    expect([version, firsts === undefined]).toEqual([2, block > 0]);
    await client.index({ ...place, document });
  }
}

describe('one series of 10,000', () => {
  it('is read from one block, a twentieth of what the day takes', async () => {
    await assertFound();
    const whole = await bytesOf(all);
    const single = await bytesOf(() => one(name(5_123)));
    expect(whole).toBeGreaterThan(8_000_000);
    expect(single).toBeLessThan(whole / (BLOCKS - 1));
  });

  it('is found as well in blocks of the first version, by a list of names', async () => {
    await storeAsBefore();
    await assertFound();
    const whole = await bytesOf(all);
    const single = await bytesOf(() => one(name(5_123)));
    expect(single).toBeLessThan(whole / 6);
  });

  it('is not found while another attempt writes its block', async () => {
    const id = seriesBlockId(run.run_id, SOURCE, 10);
    await client.update({ index: SERIES_INDEX, id, doc: { attempt: 'b' } });
    expect(await one(name(5_123))).toBeUndefined();
    expect(await one(name(0))).toEqual(record(name(0)));
  });
});
