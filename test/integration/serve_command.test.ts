import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { runSchema } from '../../common/api/schemas/run_schema';
import { registerServe } from '../../standalone/cli/commands/serve';
import { UserError } from '../../standalone/cli/basics/user_error';
import { SETTINGS_INDEX } from '../../standalone/host/settings/host_documents';
import { send } from '../contract/send';
import { runInProcess } from '../fixtures/command_in_process';
import { startSlowElasticsearch, type SlowElasticsearch } from '../fixtures/slow_elasticsearch';
import { startServing, type Serving } from '../fixtures/start_serving';
import { testClient, testUrl as url } from '../fixtures/test_cluster';

// Each start of a command takes seconds where the machine is busy.
jest.setTimeout(120_000);

const client = testClient();
const INDEX = 'serve-logs';
const DAY = '2017-03-08';
/** No other suite's; run ids have it. */
const ZONE = 'Pacific/Chatham';
const RUN = `/api/logwave/runs/${encodeURIComponent(`default:${DAY}:${ZONE}`)}`;
const POLL_MS = 100;

const source = {
  id: 'serve',
  name: 'Serve',
  index: INDEX,
  subtype_fields: ['program'],
  tag: 'serve_outlier',
  wording: { code: 'program {subtype}', names: [] },
};

async function post(serving: Serving, path: string, body: object, method = 'POST') {
  const { status, json } = await send(serving.url, path, { method, body: JSON.stringify(body) });
  expect([path, status]).toEqual([path, method === 'PUT' ? 200 : 202]);
  return json;
}

const runOf = async ({ url: host }: Serving) => runSchema.parse((await send(host, RUN)).json);

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(POLL_MS);
}

beforeAll(async () => {
  const properties = { '@timestamp': { type: 'date' }, program: { type: 'keyword' } } as const;
  await client.indices.create({
    index: INDEX,
    mappings: { properties: { ...properties, tags: { type: 'keyword' } } },
  });
  const operations = Array.from({ length: 8 * 24 }, (_, hour) => [
    { index: { _index: INDEX } },
    { '@timestamp': new Date(Date.UTC(2017, 2, 1, hour)).toISOString(), program: 'cron' },
  ]).flat();
  await client.bulk({ operations, refresh: true });
});
afterAll(async () => {
  await client.indices.delete({ index: [INDEX, SETTINGS_INDEX], ignore_unavailable: true });
  await client.close();
});

describe('logwave serve', () => {
  const serving = (...args: string[]) =>
    runInProcess(registerServe, ['serve', '--es', url, ...args]);

  it('refuses addresses that others can reach, and ports that are none', async () => {
    await expect(serving('--host', '0.0.0.0')).rejects.toThrow(
      /^other machines can reach "0\.0\.0\.0".*install Logwave in Kibana/,
    );
    await expect(serving('--port', '70000')).rejects.toThrow(/It must be a number from 0/);
  });

  it('says in a sentence that its port is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const refused = serving('--port', String(port));
    await expect(refused).rejects.toThrow(/^port \d+ is taken, .*--port\.$/);
    await expect(refused).rejects.toBeInstanceOf(UserError);
    other.close();
  });

  it('serves although Elasticsearch is away, and says so in its answers', async () => {
    const serving = await startServing('http://127.0.0.1:9');
    expect((await send(serving.url, '/')).status).toBe(200);
    expect((await send(serving.url, '/api/logwave/settings')).json).toMatchObject({
      statusCode: 503,
      attributes: { code: 'elasticsearch_unreachable' },
    });
    expect(await serving.stop('SIGTERM')).toBe(0);
  });
});

describe('logwave serve, stopped while it analyzes', () => {
  let slow: SlowElasticsearch;
  beforeAll(async () => (slow = await startSlowElasticsearch(url)));
  afterAll(() => slow.close());

  it('marks the run, and continues it at the next start, settings and all', async () => {
    const first = await startServing(slow.url);
    const settings = { zone: ZONE, sources: [source] };
    await post(first, '/api/logwave/settings', { settings, version: null }, 'PUT');
    slow.setDelay(300);
    await post(first, '/api/logwave/runs', { day: DAY, tag: true });
    await waitUntil(async () => (await runOf(first)).progress.days > 0);
    expect(await first.stop('SIGINT')).toBe(0);
    expect(first.said()).toContain(`Stopped analyzing ${DAY}. The next start resumes.`);

    slow.setDelay(0);
    const second = await startServing(slow.url);
    await waitUntil(async () => ['analyzed', 'partial'].includes((await runOf(second)).status));
    expect(await runOf(second)).toMatchObject({ day: DAY, error: null, origin: 'user' });
    // That tagging was asked for was not forgotten.
    expect((await runOf(second)).tagged).not.toBeNull();
    expect(second.said()).toContain(`Resuming the analysis of ${DAY}.`);
    expect(await second.stop('SIGTERM')).toBe(0);
  });

  it('begins a run again only once', async () => {
    const third = await startServing(slow.url);
    expect(await third.stop('SIGINT')).toBe(0);
    expect(third.said()).not.toContain('Resuming');
  });

  it('ends at once at the second Ctrl-C', async () => {
    const serving = await startServing(slow.url);
    slow.setDelay(60_000, (asked) => asked.includes(INDEX));
    await post(serving, '/api/logwave/runs', { day: DAY, tag: false });
    await waitUntil(() => Promise.resolve(slow.waiting() > 0));
    // Neither the run's request for logs ends nor the one that marks it as stopped.
    slow.setDelay(60_000, () => true);
    void serving.stop('SIGINT');
    await waitUntil(() => Promise.resolve(serving.said().includes('Press Ctrl-C again')));
    expect(await serving.stop('SIGINT')).toBe(1);
  });
});
