import { setImmediate } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { countsSource } from '../../../test/fixtures/counts_source';
import {
  fakeElasticsearch,
  type FakeAnswer,
  type FakeElasticsearch,
} from '../../../test/fixtures/counts_fake_elasticsearch';
import { readClosedSince } from './closed_store';
import { createCountingPorts } from '../../wiring/create_counting_ports';

// Nobody waits here for trouble to pass.
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual<object>('node:timers/promises'),
  setTimeout: () => Promise.resolve(),
}));

const { signal } = new AbortController();
const OWNER = { scope: 'default', source: 'syslog' };
const SINCE = '2026-11-20T06:00:00.000Z';
const NOTED: FakeAnswer = { body: { found: true, _source: { closed: [['fw-1', SINCE]] } } };
const refusal = (status: number, type: string): FakeAnswer => ({
  status,
  body: { error: { type, reason: 'not now' }, status },
});
const TROUBLE = refusal(503, 'no_shard_available_action_exception');

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

/** A cluster that answers a request for the note as listed; the last answer again and again. */
async function clusterWith(...answers: readonly FakeAnswer[]): Promise<FakeElasticsearch> {
  let given = 0;
  fake = await fakeElasticsearch(({ path }) => {
    if (path.startsWith('/_resolve')) {
      const indices = [{ name: 'fw-1', attributes: ['closed'] }];
      return { body: { indices, aliases: [], data_streams: [] } };
    }
    given += 1;
    return answers[Math.min(given, answers.length) - 1] ?? NOTED;
  });
  return fake;
}

describe('readClosedSince', () => {
  it('asks again while trouble may pass', async () => {
    const { client, requests } = await clusterWith(TROUBLE, TROUBLE, NOTED);
    expect(await readClosedSince(client, OWNER, signal)).toEqual(
      new Map([['fw-1', new Date(SINCE)]]),
    );
    expect(requests).toHaveLength(3);
  });

  it('does not take lasting trouble for "nothing noted"', async () => {
    const { client } = await clusterWith(TROUBLE);
    await expect(readClosedSince(client, OWNER, signal)).rejects.toMatchObject({ statusCode: 503 });
  });

  it.each([
    ['is not there', { status: 404, body: { found: false } }],
    ['has no index yet', refusal(404, 'index_not_found_exception')],
    ['may not be read', refusal(403, 'security_exception')],
  ])('finds nothing noted where the note %s', async (_, answer) => {
    const { client, requests } = await clusterWith(answer);
    expect(await readClosedSince(client, OWNER, signal)).toEqual(new Map());
    expect(requests).toHaveLength(1);
  });
});

describe('the closed indices of a source', () => {
  const now = new Date('2026-11-24T06:00:00Z');

  it('have the time that was noted', async () => {
    const { client } = await clusterWith(NOTED);
    const ports = createCountingPorts(client, 'default');
    expect(await ports.closedIndices(countsSource({ index: 'fw-*' }), now, signal)).toMatchObject({
      state: 'known',
      value: { indices: [{ name: 'fw-1', since: new Date(SINCE) }], is_changed: false },
    });
  });

  it('are asked for at the same time as their note', async () => {
    const client = new Client({ node: 'http://127.0.0.1:1' });
    let asking: () => void = () => undefined;
    const isNoteAsked = new Promise<void>((resolve) => (asking = resolve));
    client.transport.request = (async ({ path }: { path: string }) => {
      if (!path.startsWith('/_resolve')) {
        asking();
        return NOTED.body;
      }
      await isNoteAsked;
      return { indices: [], aliases: [], data_streams: [] };
    }) as typeof client.transport.request;
    const ports = createCountingPorts(client, 'default');
    const answer = await ports.closedIndices(countsSource({ index: 'fw-*' }), now, signal);
    expect(answer).toEqual({ state: 'known', value: { indices: [], all: [], is_changed: true } });
  });

  it('fail when nothing is asked any more', async () => {
    const client = new Client({ node: 'http://127.0.0.1:1' });
    let isNoteRead = false;
    client.transport.request = (async ({ path }: { path: string }) => {
      if (path.startsWith('/_resolve')) throw new Error('socket hang up');
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
      isNoteRead = true;
      return NOTED.body;
    }) as typeof client.transport.request;
    const ports = createCountingPorts(client, 'default');
    const answer = ports.closedIndices(countsSource({ index: 'fw-*' }), now, signal);
    await expect(answer).rejects.toThrow('socket hang up');
    expect(isNoteRead).toBe(true);
  });

  it('are unknown for now where the note cannot be read, and not closed as of now', async () => {
    const { client } = await clusterWith(TROUBLE);
    const ports = createCountingPorts(client, 'default');
    const answer = await ports.closedIndices(countsSource({ index: 'fw-*' }), now, signal);
    expect(answer).toEqual({ state: 'unknown', reason: 'not now', is_passing: true });
  });
});
