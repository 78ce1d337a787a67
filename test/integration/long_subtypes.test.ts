import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerOf, Endpoint } from '../../common/api/basics/endpoint';
import { getDocuments } from '../../common/api/day/get_documents';
import { getFindings } from '../../common/api/day/get_findings';
import { getMonth } from '../../common/api/day/get_month';
import { getOneSeries } from '../../common/api/day/get_one_series';
import { getRun } from '../../common/api/runs/get_run';
import { getSeriesOfDay } from '../../common/api/day/get_series_of_day';
import { getTopFields } from '../../common/api/day/get_top_fields';
import { daysBefore } from '../../common/time/day';
import { openStandaloneDoor, type StandaloneDoor } from '../contract/standalone_door';
import { logIndices } from '../fixtures/counts_logs';
import { countsSource } from '../fixtures/counts_source';
import { testClient } from '../fixtures/test_cluster';

const client = testClient();
const logs = logIndices(client);
const SETTINGS = 'logwave-settings-long-it';
const INDEX = 'long-it';
const DAY = '2014-05-20';
/** A zone of its own: no other suite has its runs. */
const ZONE = 'Indian/Chagos';
const LONG = `GET /search?q=${'ü'.repeat(12_000)}`;
const headers = { 'kbn-xsrf': 'test', 'content-type': 'application/json' };

let opened: StandaloneDoor;

async function call(method: 'get' | 'put' | 'post', path: string, body?: unknown) {
  return opened.door.call({ method, path: `/api/logwave/${path}`, body, headers });
}

/** The answer, held to its own schema. */
async function answerOf<E extends Endpoint>(endpoint: E, path: string): Promise<AnswerOf<E>> {
  const { status, json } = await call('get', path);
  expect([path.slice(0, 60), status, status === 200 ? '' : json]).toEqual([
    path.slice(0, 60),
    200,
    '',
  ]);
  return endpoint.answer.parse(json) as AnswerOf<E>;
}

async function analyze(): Promise<void> {
  const started = (await call('post', 'runs', { day: DAY, tag: false })).json as { run_id: string };
  for (;;) {
    const run = await answerOf(getRun, `runs/${encodeURIComponent(started.run_id)}`);
    if (run.status !== 'running') return;
    await wait(100);
  }
}

jest.setTimeout(120_000);
beforeAll(async () => {
  opened = await openStandaloneDoor(client, SETTINGS);
  const events = (day: string, count: number) =>
    Array.from({ length: count }, (_, second) => ({
      '@timestamp': new Date(Date.parse(`${day}T04:00:00Z`) + second * 1_000).toISOString(),
      severity: LONG,
      host: second % 2 === 0 ? 'web1' : 'web2',
    }));
  const keyword = { type: 'keyword' } as const;
  const properties = { '@timestamp': { type: 'date' }, severity: keyword, host: keyword } as const;
  const before = daysBefore(DAY, 10).flatMap((day) => events(day, 5));
  await logs.add(INDEX, [...before, ...events(DAY, 90)], { properties });
  const source = countsSource({ id: 'long', index: INDEX, filter: [] });
  const settings = { zone: ZONE, sources: [source] };
  await call('put', 'settings', { settings, version: null });
  await analyze();
});
afterAll(async () => {
  await opened.door.close();
  await logs.removeAll();
  await client.indices.delete({ index: SETTINGS, ignore_unavailable: true });
  await client.close();
});

describe('a subtype that is longer than an address can hold', () => {
  let key: string;

  it('has a key with a digest in all answers, and its full name', async () => {
    const { series } = await answerOf(getSeriesOfDay, `days/${DAY}/series`);
    const row = series.find(({ source }) => source === 'long');
    key = row?.subtype ?? '';
    expect(key).toMatch(/^GET \/search\?q=ü+… sha256:[0-9a-f]{64}$/);
    expect(row).toMatchObject({ state: 'unusual', name: `syslog severity ${LONG}` });
    expect(row?.finding?.subtype).toBe(key);
    const { findings } = await answerOf(getFindings, `days/${DAY}/findings`);
    expect(findings.filter(({ source }) => source === 'long').map((one) => one.subtype)).toEqual([
      key,
    ]);
    const month = await answerOf(getMonth, `month?to=${DAY}`);
    expect(month.series.map(({ subtype }) => subtype)).toContain(key);
  });

  it('is opened by that key: the series, its documents and their fields', async () => {
    const query = `source=long&subtype=${encodeURIComponent(key)}`;
    const { row, training } = await answerOf(getOneSeries, `days/${DAY}/one_series?${query}`);
    expect(row.subtype).toBe(key);
    expect(training.at(-1)?.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(5);
    const hour = row.today.findIndex((count) => (count ?? 0) > 0);
    const list = await answerOf(getDocuments, `days/${DAY}/documents?${query}&hours=${hour}`);
    expect(list.total).toBe(90);
    const top = await answerOf(getTopFields, `days/${DAY}/top_fields?${query}&hour=${hour}`);
    expect(top).toMatchObject({ events: 90 });
    const [host] = top.fields;
    expect(host?.field).toBe('host');
    expect(host?.different).toMatchObject({ is_exact: true });
    const today = host?.values.filter((one) => one.today > 0) ?? [];
    expect(host?.different.count).toBe(today.length);
  });

  it('keeps its left-out days by that key, and the next run leaves them out', async () => {
    const omit_days = daysBefore(DAY, 2).sort();
    const saved = await call('put', 'settings/series', { source: 'long', subtype: key, omit_days });
    expect(saved.status).toBe(200);
    await analyze();
    const query = `source=long&subtype=${encodeURIComponent(key)}`;
    const { row, assessing } = await answerOf(getOneSeries, `days/${DAY}/one_series?${query}`);
    expect(row.omitted_days).toEqual(omit_days);
    expect(assessing.series).toEqual([{ source: 'long', subtype: key, omit_days }]);
  });

  it('is not found by the key of another', async () => {
    const other = encodeURIComponent(`x… sha256:${'0'.repeat(64)}`);
    for (const path of ['one_series', 'documents']) {
      const answer = await call('get', `days/${DAY}/${path}?source=long&subtype=${other}`);
      expect(answer).toMatchObject({
        status: 404,
        json: { attributes: { code: 'series_not_found' } },
      });
    }
  });
});
