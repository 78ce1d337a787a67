import { isDeepStrictEqual } from 'node:util';
import { Client, errors } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import { addDays } from '../../common/time';
import { MemoryCluster, memoryConnection } from '../../standalone/memory';
import { waitFor } from '../app/basics';
import { RunService } from '../app/runs';
import { IncompleteAnswer } from '../elastic/asking';
import { ensureIndices, FINDINGS_INDEX } from '../elastic/results';
import { analyzeDue } from './analyze_due';
import type { Services } from './services';

const { signal } = new AbortController();
const TODAY = '2026-11-28';
const now = (): Date => new Date(`${TODAY}T10:00:00Z`);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const KEYWORD = { type: 'keyword' as const };

/** One event of syslog in each hour of the days before today. */
function clusterWithLogs(days: number): MemoryCluster {
  const cluster = new MemoryCluster();
  const properties = {
    ...{ '@timestamp': { type: 'date' as const }, type: KEYWORD, syslog_severity_code: KEYWORD },
  };
  const logs = cluster.make('logstash-2026.11', { mappings: { properties } });
  for (let age = 1; age <= days; age += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const at = `${addDays(TODAY, -age)}T${String(hour).padStart(2, '0')}:30:00.000Z`;
      logs.put(at, { '@timestamp': at, type: 'syslog', syslog_severity_code: '6' });
    }
  }
  return cluster;
}

async function setUp() {
  const parsed = parseSettings({ zone: 'UTC', training: { days: 3 }, retention: { days: 100 } });
  if ('faults' in parsed) throw new Error('valid settings expected');
  const cluster = clusterWithLogs(12);
  const client = new Client({
    node: 'http://memory:9200',
    Connection: memoryConnection(cluster),
  });
  const services = {
    ...{ now, log: silent, runs: new RunService(now, waitFor) },
    settings: { load: () => Promise.resolve({ settings: parsed.settings }) },
    ensureIndices: () => ensureIndices(client, signal),
  } as unknown as Services;
  const caller = { name: null, client, can: () => Promise.resolve(true), request: null };
  await ensureIndices(client, signal);
  return { client, caller, services };
}

describe('analyzeDue', () => {
  it('removes what the settings no longer keep, after it has analyzed a day', async () => {
    const { client, caller, services } = await setUp();
    const put = (day: string) =>
      client.index({ index: FINDINGS_INDEX, id: day, document: { scope: 'default', day } });
    const daysKept = async (): Promise<(string | undefined)[]> => {
      const query = { terms: { _id: ['2026-01-05', '2026-10-05'] } };
      const { hits } = await client.search<{ day: string }>({ index: FINDINGS_INDEX, query });
      return hits.hits.map(({ _source }) => _source?.day);
    };

    await put('2026-01-05');
    await put('2026-10-05');
    const analyzed = await analyzeDue(caller, services, false, signal);
    expect(analyzed).toMatchObject({ outcome: 'done' });
    expect(analyzed.words).toBe('7 days analyzed; 1 outdated document of Logwave removed');
    expect(await daysKept()).toEqual(['2026-10-05']);

    // Where no day was due nothing has grown.
    await put('2026-01-05');
    expect((await analyzeDue(caller, services, false, signal)).words).toBe('nothing to do');
    expect(await daysKept()).toHaveLength(2);
  });

  it.each([
    ['a shard failed', new IncompleteAnswer('1 of 5 shards failed')],
    ['no answer came', new errors.TimeoutError('Request timed out')],
    ['something unforeseen happened', new Error('unforeseen')],
  ])(
    'analyzes days again, each once, if the look at silence failed since %s',
    async (_, trouble) => {
      const { client, caller, services } = await setUp();
      const search = client.search.bind(client) as (...asked: unknown[]) => Promise<unknown>;
      let isTroubled = true;
      const failing = (...asked: unknown[]): Promise<unknown> => {
        const [request] = asked as [{ readonly _source?: unknown }];
        // What was silent at the looks before.
        const isLook = isDeepStrictEqual(request._source, ['silence', 'day']);
        return isLook && isTroubled ? Promise.reject(trouble) : search(...asked);
      };
      client.search = failing as typeof client.search;
      const analyze = () => analyzeDue(caller, services, false, signal);
      for (let times = 0; times < 3; times += 1) {
        const { runs, words } = await analyze();
        expect(words).toBe('7 days analyzed, 7 of them in part');
        expect(new Set(runs.map(({ day }) => day)).size).toBe(7);
        expect(runs[0]?.left_out[0]).toMatch(/^what was silent is not known: /);
      }
      isTroubled = false;
      expect((await analyze()).words).toBe('7 days analyzed');
      expect((await analyze()).words).toBe('nothing to do');
    },
  );
});
