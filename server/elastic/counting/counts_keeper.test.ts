import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import {
  type FakeAnswer,
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { countsOwner } from '../../app/counting';
import { countsKeeper } from './counts_keeper';

const { signal } = new AbortController();
const days = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day) => countsDay({ day }));
const owner = countsOwner(countsSource(), 'UTC', 'default');
const mail = countsOwner(countsSource({ id: 'mail' }), 'UTC', 'default');

let fake: FakeElasticsearch;
afterEach(() => fake.close());

/** The days of each request, in the order of their blocks. */
const sent = (): string[][] =>
  fake.requests.map(({ body }) =>
    String(body)
      .split('\n')
      .flatMap((line) => /"day":"([^"]+)"/.exec(line)?.[1] ?? []),
  );

const itemsOf = (statuses: readonly number[]): FakeAnswer => {
  const error = { type: 'x', reason: 'no room' };
  const items = statuses.map((status) => ({ index: { status, ...(status > 300 && { error }) } }));
  return { body: { errors: statuses.some((status) => status > 300), items } };
};

function keepAll(keep: ReturnType<typeof countsKeeper>) {
  return Promise.all(days.map((day) => keep(owner, day, signal)));
}

describe('keeping days of a source', () => {
  it('stores those of the same moment in one request, each source in its own', async () => {
    fake = await fakeElasticsearch(({ body }) =>
      itemsOf(Array<number>(String(body).trim().split('\n').length / 2).fill(201)),
    );
    const keep = countsKeeper(fake.client, () => new Date());
    const [first = countsDay()] = days;
    const other = keep(mail, first, signal);
    expect(await keepAll(keep)).toEqual([null, null, null]);
    expect(await other).toBeNull();
    expect(await keep(owner, first, signal)).toBeNull();
    const all = ['2026-11-18', '2026-11-19', '2026-11-20'];
    expect(sent()).toHaveLength(3);
    expect(sent()).toEqual(expect.arrayContaining([all, ['2026-11-18'], ['2026-11-18']]));
  });

  it('stores each alone where not all can be kept, and says which cannot', async () => {
    const answers = [itemsOf([201, 400, 201]), itemsOf([201]), itemsOf([400]), itemsOf([201])];
    fake = await fakeElasticsearch(() => answers.shift() ?? itemsOf([201]));
    const keep = countsKeeper(fake.client, () => new Date());
    expect(await keepAll(keep)).toEqual([null, expect.stringContaining('no room'), null]);
    expect(sent().map(({ length }) => length)).toEqual([3, 1, 1, 1]);
  });
});
