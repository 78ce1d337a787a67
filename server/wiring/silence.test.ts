import {
  type ArrivedRequest,
  type FakeAnswer,
  fakeElasticsearch,
  type FakeElasticsearch,
} from '../../test/fixtures/counts_fake_elasticsearch';
import { Client } from '@elastic/elasticsearch';
import { parseSettings } from '../../common/settings/parse_settings';
import { MemoryCluster, memoryConnection } from '../../standalone/memory';
import { UnstoredSilences } from '../app/runs';
import { ensureIndices } from '../elastic/results';
import { keepSilence, setMark, storeSilence } from './silence';

const { signal } = new AbortController();
const NOW = new Date('2026-03-02T09:00:00Z');
const MARK = {
  kind: 'gone',
  source: null,
  host: 'web1',
  subtype: null,
  reason: 'old',
  author: 'ann',
  until: null,
} as const;

let fake: FakeElasticsearch | undefined;
afterEach(async () => fake?.close());

const forbidden: FakeAnswer = {
  status: 403,
  body: { error: { type: 'security_exception', reason: 'no', root_cause: [] }, status: 403 },
};

const isWrite = ({ path }: ArrivedRequest): boolean =>
  /^\/logwave-marks\/_(doc|create)\//.test(path);

const KEYWORD = { type: 'keyword' as const };
const LOOKED_AT = new Date('2026-03-01T00:00:00Z');

/** A cluster whose hosts have had an event in each hour until noon of the last day of February. */
async function clusterWithSilence() {
  const cluster = new MemoryCluster();
  const properties = {
    ...{ '@timestamp': { type: 'date' as const }, type: KEYWORD, host: KEYWORD },
    syslog_severity_code: KEYWORD,
  };
  const logs = cluster.make('logstash-2026.02', { mappings: { properties } });
  const end = Date.parse('2026-02-28T12:00:00Z');
  for (let hour = 1; hour <= 20 * 24; hour += 1) {
    for (const host of ['web1', 'web2']) {
      const at = new Date(end - hour * 3_600_000 + 1_800_000).toISOString();
      const document = { '@timestamp': at, type: 'syslog', host, syslog_severity_code: '6' };
      logs.put(`${at} ${host}`, document);
    }
  }
  const client = new Client({ node: 'http://memory:9200', Connection: memoryConnection(cluster) });
  await ensureIndices(client, signal);
  const parsed = parseSettings({ zone: 'UTC', training: { days: 14 } });
  if ('faults' in parsed) throw new Error('valid settings expected');
  return { client, settings: parsed.settings };
}

describe('silences that cannot be stored', () => {
  const moment = { at: LOOKED_AT, now: NOW };

  it('are named to the run, and are an error of the cluster to others', async () => {
    const { client, settings } = await clusterWithSilence();
    const stored = await storeSilence(client, settings, moment, signal);
    expect(stored.kept.silent).not.toEqual([]);
    const refusal = new Error('no right to write');
    jest.spyOn(client, 'bulk').mockImplementation(() => Promise.reject(refusal));
    const storing = storeSilence(client, settings, moment, signal);
    await expect(storing).rejects.toBeInstanceOf(UnstoredSilences);
    await expect(storing).rejects.toThrow(stored.kept.silent[0]);
    await expect(keepSilence(client, settings, moment, signal)).rejects.toBe(refusal);
  });
});

describe('a mark', () => {
  it('is set by a user who has only "write" on the index of marks', async () => {
    const written: unknown[] = [];
    fake = await fakeElasticsearch((request) => {
      if (!isWrite(request)) return forbidden;
      written.push(request.body);
      return { status: 201, body: { _id: '1', result: 'created' } };
    });
    await setMark(fake.client, MARK, NOW, signal);
    expect(written).toEqual([
      { version: 1, scope: 'default', at: '2026-03-02T09:00:00.000Z', ...MARK },
    ]);
  });

  it('is refused to a user without', async () => {
    fake = await fakeElasticsearch(() => forbidden);
    await expect(setMark(fake.client, MARK, NOW, signal)).rejects.toThrow(/security_exception/);
  });
});
