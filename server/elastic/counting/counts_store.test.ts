import { errors } from '@elastic/elasticsearch';
import {
  fakeElasticsearch,
  type ArrivedRequest,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsDay, countsSource, hoursWith, seriesOf } from '../../../test/fixtures/counts_source';
import { countsOwner } from '../../app/counting/counts_owner';
import { blockId } from './counts_block';
import { keepCounts, readKeptCounts, readKeptSeries } from './counts_store';

const DAY = '2026-11-20';
const NOW = new Date('2026-11-24T06:00Z');
const signal = new AbortController().signal;
const owner = countsOwner(countsSource(), 'UTC', 'default');

/** A day of so many series with events at an hour. */
function dayOf(count: number, hour: number, day = DAY) {
  const names = Array.from({ length: count }, (_, index) => `s${String(index).padStart(4, '0')}`);
  const series = seriesOf(names.map((name) => [name, hoursWith({ [hour]: 1 })]));
  return countsDay({ day, series, documents: count });
}

let stored = new Map<string, unknown>();
let writes: string[] = [];

/** Answers `_bulk` and `_mget` from memory. */
function fromMemory({ path, body }: ArrivedRequest): FakeAnswer {
  if (path.endsWith('/_mget')) {
    const docs = (body as { ids: string[] }).ids.map((id) => {
      const found = stored.has(id);
      return { _index: 'logwave-counts', _id: id, found, _source: stored.get(id) };
    });
    return { body: { docs } };
  }
  const lines = String(body).trim().split('\n');
  const items: object[] = [];
  for (let line = 0; line < lines.length; line += 2) {
    const { index } = JSON.parse(lines[line] ?? '') as { index: { _id: string } };
    stored.set(index._id, JSON.parse(lines[line + 1] ?? ''));
    writes.push(index._id);
    items.push({ index: { _id: index._id, status: 200 } });
  }
  return { body: { errors: false, took: 1, items } };
}

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function store(answer = fromMemory) {
  stored = new Map();
  writes = [];
  fake = await fakeElasticsearch(answer);
  const { client } = fake;
  return {
    keep: (counts: ReturnType<typeof countsDay>) =>
      keepCounts(client, owner, [counts], NOW, signal),
    read: (...days: string[]) => readKeptCounts(client, owner, days, signal),
    readOne: (key: string | null, ...days: string[]) =>
      readKeptSeries(client, owner, key, days, signal),
  };
}

describe('kept counts', () => {
  it('come back as they were written, whatever the number of blocks', async () => {
    const { keep, read } = await store();
    const days = [dayOf(1001, 3), dayOf(0, 0, '2026-11-19'), dayOf(500, 7, '2026-11-18')];
    for (const counts of days) expect(await keep(counts)).toBeNull();
    const kept = await read(DAY, '2026-11-19', '2026-11-18', '2026-11-17');
    expect(kept).toEqual({
      days: new Map(days.map((counts) => [counts.day, counts])),
      problem: null,
    });
  });

  it('are written once, however often', async () => {
    const { keep } = await store();
    await keep(dayOf(1001, 3));
    const first = new Map(stored);
    await keep(dayOf(1001, 3));
    expect(stored).toEqual(first);
    expect(stored.size).toBe(3);
  });

  it('come back for one series with all others as one, whatever the number of blocks', async () => {
    const { keep, readOne } = await store();
    await keep(dayOf(1001, 3));
    const seriesOn = async (key: string | null) => {
      const { days } = await readOne(key, DAY);
      const { documents, series = new Map<string, readonly number[]>() } = days.get(DAY) ?? {};
      return { documents, at3: [...series].map(([name, hours]) => [name, hours[3]]) };
    };
    const rest = 'all other series';
    expect(await seriesOn('s0700')).toEqual({ documents: 1001, at3: [[rest, 1000], ['s0700', 1]] }); // prettier-ignore
    expect(await seriesOn(null)).toEqual({ documents: 1001, at3: [[rest, 1001]] });
  });

  it('are replaced by fewer series without a trace of the others', async () => {
    const { keep, read } = await store();
    await keep(dayOf(1001, 3));
    await keep(dayOf(10, 4));
    expect((await read(DAY)).days.get(DAY)).toEqual(dayOf(10, 4));
  });

  it('are read in few requests', async () => {
    const { keep, read, readOne } = await store();
    const days = Array.from({ length: 20 }, (_, at) => `2026-10-${String(at + 10)}`);
    for (const day of days) await keep(dayOf(2001, 3, day));
    const before = fake?.requests.length ?? 0;
    expect((await read(...days)).days.size).toBe(20);
    expect((await readOne('s0700', ...days)).days.size).toBe(20);
    // Each time 20 first blocks at once, then 80 others in four requests.
    expect((fake?.requests.length ?? 0) - before).toBe(10);
  });

  it('write the first block last, and count as not kept while they are half written', async () => {
    const { keep, read } = await store();
    await keep(dayOf(1001, 3));
    expect(writes.at(-1)).toBe(blockId(owner, DAY, 0));
    const firstBlock = stored.get(blockId(owner, DAY, 0));
    await keep(dayOf(1001, 9));
    stored.set(blockId(owner, DAY, 0), firstBlock);
    expect((await read(DAY)).days.size).toBe(0);
  });

  it('count as not kept if a block is missing', async () => {
    const { keep, read } = await store();
    await keep(dayOf(1001, 3));
    stored.delete(blockId(owner, DAY, 2));
    expect((await read(DAY)).days.size).toBe(0);
  });

  it('are none if the index does not exist yet', async () => {
    const error = { type: 'index_not_found_exception', reason: 'no such index' };
    const { read } = await store(() => ({ body: { docs: [{ _index: 'i', _id: 'a', error }] } }));
    expect(await read(DAY)).toEqual({ days: new Map(), problem: null });
  });

  it('say why they cannot be read or written', async () => {
    const reason = 'action [indices:data/read/mget] is unauthorized';
    const error = { type: 'security_exception', reason };
    const forbidden = await store(() => ({ status: 403, body: { error, status: 403 } }));
    expect(await forbidden.read(DAY)).toEqual({
      days: new Map(),
      problem: `kept counts cannot be read: ${reason}`,
    });
    expect(await forbidden.keep(dayOf(1, 1))).toBe(`counts cannot be kept: ${reason}`);
    await fake?.close();

    const blocked = { type: 'cluster_block_exception', reason: 'index [logwave-counts] blocked' };
    const item = { index: { _index: 'i', _id: 'a', status: 403, error: blocked } };
    const docs = [{ _index: 'i', _id: 'a', error: blocked }];
    const readOnly = await store(() => ({ body: { errors: true, took: 1, items: [item], docs } }));
    expect(await readOnly.keep(dayOf(1, 1))).toBe(
      'counts cannot be kept: index [logwave-counts] blocked',
    );
    expect((await readOnly.read(DAY)).problem).toBe(
      'kept counts cannot be read: index [logwave-counts] blocked',
    );
  });

  it('throw where nothing would be answered', async () => {
    const error = { type: 'security_exception', reason: 'no' };
    const { keep, read } = await store(() => ({ status: 401, body: { error, status: 401 } }));
    await expect(read(DAY)).rejects.toThrow(errors.ResponseError);
    await expect(keep(dayOf(1, 1))).rejects.toThrow(errors.ResponseError);
  });
});
