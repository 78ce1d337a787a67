import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { registerEs } from '../../standalone/cli/commands/es';
import {
  acquireElasticsearch,
  elasticsearchStatus,
  stopElasticsearch,
  type ElasticsearchStatus,
} from '../../standalone/elasticsearch';
import { runInProcess } from '../fixtures/command_in_process';

// One start takes some seconds: the tests follow each other on one data folder.
jest.setTimeout(120_000);
const PROJECT = resolve(__dirname, '../..');

let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'logwave-é ü-'));
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stopElasticsearch(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

/** `logwave es WORD` on the data folder of these tests. */
async function es(word: string, ...options: readonly string[]): Promise<string> {
  return (await runInProcess(registerEs, ['es', word, '--data', dataDir, ...options])).out;
}

async function esJson(word: string): Promise<ElasticsearchStatus> {
  return JSON.parse(await es(word, '--json')) as ElasticsearchStatus;
}

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return (await response.json()) as T;
}

interface Nodes {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly http: { readonly bound_address: readonly string[] };
        readonly transport: { readonly bound_address: readonly string[] };
        readonly jvm: { readonly mem: { readonly heap_max_in_bytes: number } };
      }
    >
  >;
}

async function addDocument(url: string, id: string): Promise<void> {
  const response = await fetch(`${url}/es-it/_doc/${id}?refresh=true`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"kept": true}',
  });
  if (!response.ok) throw new Error(await response.text());
}

async function countDocuments(url: string): Promise<number> {
  return (await getJson<{ count: number }>(`${url}/es-it/_count`)).count;
}

/** Holds Elasticsearch in a process of its own, which is as good as another command. */
async function holdElsewhere(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const script = join(PROJECT, 'test/fixtures/hold_elasticsearch.ts');
  const child = spawn(process.execPath, ['-r', 'tsx/cjs', script, dataDir], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: chunk.toString().trim() };
}

async function pidOf(): Promise<number> {
  const state: unknown = JSON.parse(
    await readFile(join(dataDir, 'elasticsearch/run/running.json'), 'utf8'),
  );
  return (state as { pid: number }).pid;
}

async function awaitStopped(): Promise<void> {
  while ((await elasticsearchStatus(dataDir)).running) await delay(100);
}

describe('the embedded Elasticsearch', () => {
  it('is one for all who ask at the same moment, on loopback, with the heap that is set', async () => {
    process.env['LOGWAVE_ES_HEAP'] = '300m';
    const [started, here] = await Promise.all([esJson('start'), acquireElasticsearch({ dataDir })]);
    expect(started).toMatchObject({ running: true, data: dataDir, url: here.url, kept: true });
    const { nodes } = await getJson<Nodes>(`${here.url}/_nodes/http,transport,jvm`);
    const [node] = Object.values(nodes);
    const bound = [...(node?.http.bound_address ?? []), ...(node?.transport.bound_address ?? [])];
    expect(bound).toHaveLength(2);
    for (const address of bound) expect(address).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(here.url).toBe(`http://${bound[0] ?? ''}`);
    const megabytes = (node?.jvm.mem.heap_max_in_bytes ?? 0) / 2 ** 20;
    expect(megabytes).toBeGreaterThan(280);
    expect(megabytes).toBeLessThanOrEqual(300);
    await addDocument(here.url, 'first');
    await here.release();
    expect(await es('status')).toMatch(
      /^Elasticsearch runs at http:\S+ \(process \d+\) on .+: 0 commands use it, it stays until "logwave es stop"\.\n$/,
    );
  });

  it('runs on for those who use it when it is stopped, and ends with the last of them', async () => {
    const here = await acquireElasticsearch({ dataDir });
    const elsewhere = await holdElsewhere();
    expect([here.joined, elsewhere.url]).toEqual([true, here.url]);
    expect(await esJson('stop')).toMatchObject({ running: true, holders: 2, kept: false });
    await here.release();
    expect(await countDocuments(here.url)).toBe(1);
    // However a command ends, it holds nothing any more.
    elsewhere.child.kill('SIGKILL');
    await awaitStopped();
    await expect(fetch(here.url)).rejects.toThrow('fetch failed');
    expect(await elasticsearchStatus(dataDir)).toEqual({ running: false, data: dataDir });
  });

  it('has its data again after it was stopped, and after it was killed', async () => {
    const before = await acquireElasticsearch({ dataDir });
    expect(before.joined).toBe(false);
    expect(await countDocuments(before.url)).toBe(1);
    await addDocument(before.url, 'second');
    process.kill(await pidOf(), 'SIGKILL');
    await awaitStopped();
    const after = await acquireElasticsearch({ dataDir });
    expect(after.joined).toBe(false);
    expect(await countDocuments(after.url)).toBe(2);
    await before.release();
    // It stays up for the next test, which saves a start.
    await es('start');
    await after.release();
  });

  it('says that it was stopped, and that its data stays', async () => {
    expect(await es('stop')).toBe(
      `Elasticsearch on ${dataDir} was stopped. Its data stays in that folder.\n`,
    );
    expect(await es('stop')).toBe(`No Elasticsearch runs on ${dataDir}.\n`);
  });

  it('leaves nothing behind when its folder is deleted', async () => {
    await rm(dataDir, { recursive: true });
    const sentence = `No Elasticsearch runs on ${dataDir}.\n`;
    expect([await es('status'), await es('stop')]).toEqual([sentence, sentence]);
  });
});
