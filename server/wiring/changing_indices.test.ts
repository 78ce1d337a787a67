import { Client, errors } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings';
import { type Day, daysBefore, localDay } from '../../common/time';
import type { CountedDay } from '../../common/waveform/hours';
import { MemoryCluster, memoryConnection } from '../../standalone/memory';
import { countsSource } from '../../test/fixtures/counts_source';
import { countHours } from '../app/counting';
import { countSources } from '../app/runs/count_sources';
import { ProgressTracker } from '../app/runs/progress_tracker';
import { createCountingPorts } from './create_counting_ports';

const { signal } = new AbortController();
const DAY: Day = '2026-11-20';
const DAYS = [DAY, ...daysBefore(DAY, 4)];
const NOW = new Date('2026-11-24T06:00Z');
const indexOf = (day: Day): string => `logs-${day}`;

/** What a request asks for. */
type Kind = 'closed' | 'documents' | 'counts' | 'else';

interface Request {
  readonly path: string;
  readonly body?: unknown;
}

function kindOf({ path, body }: Request): Kind {
  if (path.startsWith('/_resolve/index/')) return 'closed';
  const asked = path.endsWith('/_search') ? JSON.stringify(body) : '';
  if (asked.includes('"series"')) return 'counts';
  return asked.includes('"all"') ? 'documents' : 'else';
}

/** Indices that come and go. */
class Indices {
  readonly cluster = new MemoryCluster();
  private readonly closed = new Set<string>();

  add(name: string, days: readonly Day[]): void {
    const index = this.cluster.make(name, {
      mappings: {
        properties: {
          '@timestamp': { type: 'date' },
          type: { type: 'keyword' },
          severity: { type: 'keyword' },
        },
      },
    });
    const documents = days.flatMap((day) =>
      Array.from({ length: 10 }, () => ({
        '@timestamp': `${day}T10:00:00Z`,
        type: 'syslog',
        severity: '5',
      })),
    );
    documents.forEach((document, at) => index.put(`${at}`, document));
  }

  delete(name: string): void {
    this.cluster.indices.delete(name);
  }

  close(name: string): void {
    this.delete(name);
    this.closed.add(name);
  }

  /** An answer with the closed ones, which the cluster in memory does not have. */
  withClosed(resolved: { readonly indices: readonly object[] }): unknown {
    const closed = [...this.closed].map((name) => ({ name, attributes: ['closed'] }));
    return { ...resolved, indices: [...resolved.indices, ...closed] };
  }
}

/** What happens to indices while they are counted. */
interface Event {
  /** Before the first request of this kind is sent. */
  readonly before: Kind;
  /** After the first answer of this kind. */
  readonly after: Kind;
  readonly work: (indices: Indices) => void;
}

/** A client of the indices, while something happens to them. */
function clientOf(indices: Indices, { before, after, work }: Event): Client {
  const client = new Client({
    node: 'http://127.0.0.1:1',
    Connection: memoryConnection(indices.cluster),
  });
  const send = client.transport.request.bind(client.transport) as (
    ...asked: unknown[]
  ) => Promise<unknown>;
  let toldAfter: () => void = () => undefined;
  const isAfter = new Promise<void>((resolve) => (toldAfter = resolve));
  let isOver = false;
  client.transport.request = (async (request: Request, options: unknown) => {
    const kind = kindOf(request);
    if (kind === before && !isOver) {
      isOver = true;
      await isAfter;
      work(indices);
    }
    const answer = await send(request, options);
    if (kind === after) toldAfter();
    return kind === 'closed' ? indices.withClosed(answer as { indices: object[] }) : answer;
  }) as typeof client.transport.request;
  return client;
}

const told = (day: CountedDay): number | string =>
  day.state === 'known' ? day.counts.documents : day.reason;

/** Counts the source as a run does. */
async function countWhile(indices: Indices, event: Event) {
  const client = clientOf(indices, event);
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const { settings } = parsed;
  const training = { ...settings.training, days: DAYS.length - 1 };
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  const task = {
    request: { settings: { ...settings, sources: [countsSource()], training } },
    day: localDay(DAY, 'UTC'),
    ports: { counting: createCountingPorts(client, 'default'), now: () => NOW, wait },
    progress: new ProgressTracker(() => undefined),
  };
  const days: CountedDay[] = [];
  let isTroubled: true | undefined;
  for await (const { counted } of countSources(task, signal)) {
    days.push(counted.tested, ...counted.training);
    isTroubled = counted.is_troubled;
  }
  await client.close();
  return { days: days.map(told), waits, is_troubled: isTroubled };
}

const ALL = [10, 10, 10, 10, 10];

describe.each(['close', 'delete'] as const)('a run that meets an index that is gone: %s', (how) => {
  const isClosed = (name: string): unknown =>
    expect.stringContaining(`${name} is closed and was not counted`) as unknown;

  it('keeps no zero if it was the only one, after its days were looked up', async () => {
    const indices = new Indices();
    indices.add('logs-all', DAYS);
    const found = await countWhile(indices, {
      before: 'counts',
      after: 'documents',
      work: () => indices[how]('logs-all'),
    });
    const reason = how === 'close' ? isClosed('logs-all') : 'no index matches "logs-*"';
    expect(found).toEqual({ days: DAYS.map(() => reason), waits: [] });
  });

  it('counts again at once if it was the only one, before its days were looked up', async () => {
    const indices = new Indices();
    indices.add('logs-all', DAYS);
    const found = await countWhile(indices, {
      before: 'documents',
      after: 'closed',
      work: () => indices[how]('logs-all'),
    });
    const reason = how === 'close' ? isClosed('logs-all') : 'no index matches "logs-*"';
    expect(found).toEqual({ days: DAYS.map(() => reason), waits: [] });
  });

  it('says so if it had the tested day, before its days were looked up', async () => {
    const indices = new Indices();
    for (const day of DAYS) indices.add(indexOf(day), [day]);
    const found = await countWhile(indices, {
      before: 'documents',
      after: 'closed',
      work: () => indices[how](indexOf(DAY)),
    });
    const absent = expect.stringContaining('no document') as unknown;
    const reason = how === 'close' ? isClosed(indexOf(DAY)) : absent;
    expect(found).toEqual({ days: [reason, ...ALL.slice(1)], waits: [] });
  });

  it('keeps no half of the counts where another index has documents of its days', async () => {
    const indices = new Indices();
    for (const name of ['logs-a', 'logs-b']) indices.add(name, DAYS);
    const found = await countWhile(indices, {
      before: 'documents',
      after: 'closed',
      work: () => indices[how]('logs-b'),
    });
    // What is deleted is no longer there to be counted, as if it had expired.
    const days = how === 'close' ? DAYS.map(() => isClosed('logs-b')) : ALL;
    expect(found).toEqual({ days, waits: [] });
  });
});

describe('a run that meets a new index', () => {
  it('counts again at once if it came after the tested day was counted ahead', async () => {
    const indices = new Indices();
    for (const day of DAYS) indices.add(indexOf(day), [day]);
    const found = await countWhile(indices, {
      before: 'documents',
      after: 'counts',
      work: () => indices.add(`${indexOf(DAY)}-late`, [DAY]),
    });
    expect(found).toEqual({ days: [20, 10, 10, 10, 10], waits: [] });
  });
});

describe('a run that counts again because of a new index', () => {
  /** Runs where all requests fail once counts were sent for so many times, if there are as many. */
  async function cutAfter(counts: number) {
    const indices = new Indices();
    for (const day of DAYS) indices.add(indexOf(day), [day]);
    const client = clientOf(indices, {
      before: 'documents',
      after: 'counts',
      work: () => indices.add(`${indexOf(DAY)}-late`, [DAY]),
    });
    const send = client.transport.request.bind(client.transport);
    let sent = 0;
    let isCut = false;
    client.transport.request = ((...asked: Parameters<typeof send>) => {
      if (kindOf(asked[0]) === 'counts') sent += 1;
      isCut ||= sent > counts;
      if (isCut) return Promise.reject(new errors.ConnectionError('it went away'));
      return send(...asked);
    }) as typeof send;
    const [tested, training] = [localDay(DAY, 'UTC'), DAYS.slice(1)];
    const request = { source: countsSource(), tested, training, now: NOW };
    const count = () => countHours(request, createCountingPorts(client, 'default'), signal);
    const [cut] = await Promise.allSettled([count()]);
    const needed = sent;
    isCut = false;
    sent = -Infinity;
    const next = await count();
    await client.close();
    return { cut, needed, next: [next.tested, ...next.training].map(told) };
  }

  it('fails where Elasticsearch goes away, and the next run is right, whenever it went', async () => {
    const { cut, needed, next } = await cutAfter(Infinity);
    expect([cut.status, next]).toEqual(['fulfilled', [20, 10, 10, 10, 10]]);
    expect(needed).toBeGreaterThan(2);
    for (let counts = 0; counts < needed; counts += 1) {
      const one = await cutAfter(counts);
      const reason = one.cut.status === 'rejected' ? (one.cut.reason as unknown) : one.cut;
      expect(reason).toBeInstanceOf(errors.ConnectionError);
      expect({ counts, next: one.next }).toEqual({ counts, next: [20, 10, 10, 10, 10] });
    }
  });
});

describe('a source that is counted after another one', () => {
  it('finds no zero in an index that went since, where another one came', async () => {
    const indices = new Indices();
    for (const day of DAYS) indices.add(indexOf(day), [day]);
    const client = new Client({
      node: 'http://127.0.0.1:1',
      Connection: memoryConnection(indices.cluster),
    });
    const ports = createCountingPorts(client, 'default');
    const count = async (id: string) => {
      const [tested, training] = [localDay(DAY, 'UTC'), DAYS.slice(1)];
      const request = { source: countsSource({ id }), tested, training, now: NOW };
      const counted = await countHours(request, ports, signal);
      return [counted.tested, ...counted.training].map(told);
    };
    expect(await count('syslog')).toEqual([10, 10, 10, 10, 10]);
    indices.delete(indexOf('2026-11-18'));
    indices.add('logs-new', []);
    expect(await count('mail')).toEqual([10, 10, 'no document in "logs-*"', 10, 10]);
    await client.close();
  });

  it('lists closed indices twice for all that begin together, and once for a later one', async () => {
    const indices = new Indices();
    indices.add('logs-all', DAYS);
    let listed = 0;
    const client = clientOf(indices, {
      before: 'counts',
      after: 'documents',
      work: () => undefined,
    });
    const send = client.transport.request.bind(client.transport);
    client.transport.request = ((...asked: Parameters<typeof send>) => {
      if (kindOf(asked[0]) === 'closed') listed += 1;
      return send(...asked);
    }) as typeof send;
    const ports = createCountingPorts(client, 'default');
    const tested = localDay(DAY, 'UTC');
    const count = (id: string) => {
      const asked = { source: countsSource({ id }), tested, training: DAYS.slice(1), now: NOW };
      return countHours(asked, ports, signal);
    };
    const counted = await Promise.all(['syslog', 'mail', 'ossec'].map(count));
    expect(counted.map((one) => told(one.tested))).toEqual([10, 10, 10]);
    expect(listed).toBe(2);
    expect(told((await count('postfix')).tested)).toBe(10);
    expect(listed).toBe(3);
    await client.close();
  });
});
