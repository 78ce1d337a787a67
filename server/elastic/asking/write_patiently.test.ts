import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { MAX_ATTEMPTS } from './backoff';
import { bulkPatiently, writePatiently, type BulkOperation } from './write_patiently';

const BUSY: FakeAnswer = {
  status: 429,
  body: { error: { type: 'es_rejected_execution_exception', reason: 'full' }, status: 429 },
};
const pauses: number[] = [];
const pause = (attempt: number): Promise<void> => {
  pauses.push(attempt);
  return Promise.resolve();
};

let fake: FakeElasticsearch | undefined;
beforeEach(() => pauses.splice(0));
afterEach(async () => fake?.close());

/** A cluster that answers as listed; the last answer again and again. */
async function clusterWith(answers: readonly FakeAnswer[]): Promise<FakeElasticsearch> {
  let given = 0;
  fake = await fakeElasticsearch(() => {
    given += 1;
    return answers[Math.min(given, answers.length) - 1] ?? BUSY;
  });
  return fake;
}

function items(...statuses: number[]): FakeAnswer {
  const answers = statuses.map((status) => {
    const error = { type: `type ${status}`, reason: `reason ${status}` };
    return { index: { _id: '?', status, ...(status < 300 ? {} : { error }) } };
  });
  return { body: { errors: true, items: answers } };
}

const { signal } = new AbortController();
const operations = ['a', 'b', 'c'].map((id): BulkOperation => [
  { index: { _id: id } },
  { value: id },
]);
const idsOf = (body: unknown): string[] => String(body).match(/(?<="_id":")\w/g) ?? [];

describe('bulkPatiently', () => {
  it('sends again what a busy cluster turned away, and only that', async () => {
    const { client, requests } = await clusterWith([
      items(201, 429, 429),
      items(429, 200),
      items(200),
    ]);
    const refused = await bulkPatiently(client, { index: 'kept' }, operations, signal, pause);
    expect(refused).toEqual([]);
    expect(requests.map(({ body }) => idsOf(body))).toEqual([['a', 'b', 'c'], ['b', 'c'], ['b']]);
    expect(pauses).toEqual([1, 2]);
  });

  it('sends a whole request again that was turned away', async () => {
    const { client, requests } = await clusterWith([BUSY, items(200, 200, 200)]);
    expect(await bulkPatiently(client, { index: 'kept' }, operations, signal, pause)).toEqual([]);
    expect(requests).toHaveLength(2);
  });

  it('makes operations again for each request, if they are given as a function', async () => {
    const { client, requests } = await clusterWith([items(201, 429, 429), BUSY, items(200, 200)]);
    let made = 0;
    const make = (): BulkOperation[] => {
      made += 1;
      return ['a', 'b', 'c'].map((id) => [{ index: { _id: id } }, { made }]);
    };
    expect(await bulkPatiently(client, { index: 'kept' }, make, signal, pause)).toEqual([]);
    expect(requests.map(({ body }) => idsOf(body))).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
    const times = requests.map(({ body }) => String(body).match(/(?<="made":)\d+/)?.[0]);
    expect(new Set(times).size).toBe(3);
  });

  it('gives back at once what is wrong in itself, by its place', async () => {
    const { client } = await clusterWith([items(200, 400, 429), items(200)]);
    const refused = await bulkPatiently(client, { index: 'kept' }, operations, signal, pause);
    expect(refused).toEqual([{ place: 1, status: 400, reason: 'reason 400' }]);
  });

  it('gives back what is still turned away after about a minute', async () => {
    const { client, requests } = await clusterWith([items(200, 200, 429), items(429)]);
    const refused = await bulkPatiently(client, { index: 'kept' }, operations, signal, pause);
    expect(refused).toEqual([{ place: 2, status: 429, reason: 'reason 429' }]);
    expect(requests).toHaveLength(MAX_ATTEMPTS);
  });

  it('takes a document that is to be deleted and is not there for deleted', async () => {
    const gone = { delete: { _id: 'a', status: 404, error: { type: 'none', reason: 'none' } } };
    const { client } = await clusterWith([{ body: { items: [gone] } }]);
    const removal: BulkOperation[] = [[{ delete: { _id: 'a' } }]];
    expect(await bulkPatiently(client, { index: 'kept' }, removal, signal, pause)).toEqual([]);
  });
});

describe('writePatiently', () => {
  it('writes again while the cluster turns it away, and gives up in the end', async () => {
    const { client, requests } = await clusterWith([BUSY]);
    const write = () => client.index({ index: 'kept', id: 'a', document: {} }, { signal });
    await expect(writePatiently(write, signal, pause)).rejects.toThrow('es_rejected');
    expect(requests).toHaveLength(MAX_ATTEMPTS);
  });

  it('does not write again what is wrong in itself', async () => {
    const { client, requests } = await clusterWith([{ status: 400, body: { error: 'bad' } }]);
    const write = () => client.index({ index: 'kept', id: 'a', document: {} }, { signal });
    await expect(writePatiently(write, signal, pause)).rejects.toThrow();
    expect(requests).toHaveLength(1);
  });
});
