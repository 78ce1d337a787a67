import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { patiently } from './patiently';

const BUSY: FakeAnswer = {
  status: 429,
  body: { error: { type: 'circuit_breaking_exception', reason: 'data too large' }, status: 429 },
};

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

async function ask(
  answers: FakeAnswer[],
  signal = new AbortController().signal,
  onAsked: () => void = () => undefined,
) {
  const made = await fakeElasticsearch(() => {
    onAsked();
    return answers.shift() ?? { body: { count: 7 } };
  });
  fake = made;
  return patiently(() => made.client.count({ index: 'logs' }, { signal }), signal);
}

describe('patiently', () => {
  it('asks again while the cluster is overloaded', async () => {
    expect(await ask([BUSY])).toEqual({ count: 7 });
    expect(fake?.requests).toHaveLength(2);
  });

  it('does not ask again where a disk is nearly full, which has the same status', async () => {
    const reason = 'index [logs] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded];';
    const error = { type: 'cluster_block_exception', reason };
    await expect(ask([{ status: 429, body: { error, status: 429 } }])).rejects.toThrow();
    expect(fake?.requests).toHaveLength(1);
  });

  it.each([
    ['[fielddata] Data too large', 'PERMANENT', 1],
    ['[parent] Data too large', 'PERMANENT', 2],
    ['[request] Data too large', 'TRANSIENT', 2],
  ])('waits only for memory that may become free: %s, %s', async (reason, durability, requests) => {
    const cause = { type: 'circuit_breaking_exception', reason, durability };
    const error = { ...cause, root_cause: [cause] };
    await ask([{ status: 429, body: { error, status: 429 } }]).catch((refused: unknown) => {
      expect(String(refused)).toContain('circuit_breaking_exception');
    });
    expect(fake?.requests).toHaveLength(requests);
  });

  it('does not ask again for another reason', async () => {
    await expect(ask([{ status: 400, body: { error: 'bad' } }])).rejects.toThrow();
    expect(fake?.requests).toHaveLength(1);
  });

  it('stops waiting when it is aborted', async () => {
    const aborter = new AbortController();
    // The answer is on its way before the abort is.
    const stop = (): void => void setTimeout(() => aborter.abort(), 50);
    const asked = ask([BUSY, BUSY, BUSY, BUSY], aborter.signal, stop);
    await expect(asked).rejects.toThrow(/abort/i);
    expect(fake?.requests).toHaveLength(1);
  });
});
