import { MS_PER_DAY } from '../../common/time';
import { setTimeout as wait } from 'node:timers/promises';
import { endpoints } from '../../common/api/index';
import { getSeriesOfDay } from '../../common/api/day/get_series_of_day';
import { runSchema } from '../../common/api/schemas/run_schema';
import type { GoodInput } from '../contract/bad_inputs';
import { requestOf } from '../contract/cases';
import type { ContractAnswer, Door } from '../contract/door';
import { startFakeKibana } from '../contract/fake_kibana';
import { openStandaloneDoor } from '../contract/standalone_door';
import { testClient } from '../fixtures/test_cluster';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../contract/fake_config_schema'),
  { virtual: true },
);
jest.setTimeout(120_000);

const client = testClient();
const SETTINGS = 'logwave-settings-malformed';
const INDEX = 'malformed-logs';
const POLL_MS = 100;

const doors: [string, string, () => Promise<Door>][] = [
  [
    'the standalone host',
    '2017-03-15',
    async () => (await openStandaloneDoor(client, SETTINGS)).door,
  ],
  [
    'Kibana',
    '2017-09-20',
    () => Promise.resolve(startFakeKibana({ client, isSecured: true }).door),
  ],
];

/** One event each hour of two hosts and two programs, on the day and on ten before it. */
function documentsUntil(day: string): object[] {
  return Array.from({ length: 11 }, (_, back) => Date.parse(day) - back * MS_PER_DAY).flatMap(
    (start) =>
      Array.from({ length: 24 }, (_, hour) => ({
        '@timestamp': new Date(start + hour * 3_600_000).toISOString(),
        program: hour % 2 === 0 ? 'sshd' : 'cron',
        host: hour % 3 === 0 ? 'a' : 'b',
        message: 'an event',
      })),
  );
}

const SOURCE = {
  id: 'twofold',
  name: 'Twofold',
  index: INDEX,
  subtype_fields: ['program', 'host'],
  tag: 'twofold_outlier',
  wording: { code: 'program {subtype}', names: [] },
};
const ZONE = 'UTC';

beforeAll(async () => {
  const keyword = { type: 'keyword' } as const;
  await client.indices.create({
    index: INDEX,
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        program: keyword,
        host: { type: 'text', fields: { keyword } },
      },
    },
  });
  const operations = doors
    .flatMap(([, day]) => documentsUntil(day))
    .flatMap((document) => [{ index: { _index: INDEX } }, document]);
  await client.bulk({ operations, refresh: true });
});
afterAll(async () => {
  await client.indices.delete({ index: [INDEX, SETTINGS], ignore_unavailable: true });
  await client.close();
});

describe.each(doors)('%s', (_name, day, open) => {
  let door: Door;
  beforeAll(async () => (door = await open()));
  afterAll(() => door.close());

  function ask(id: string, input: GoodInput): Promise<ContractAnswer> {
    const endpoint = endpoints.find((one) => one.id === id);
    if (endpoint === undefined) throw new Error(`there is no endpoint ${id}`);
    return door.call(requestOf(endpoint, input));
  }

  async function okOf(id: string, input: GoodInput): Promise<unknown> {
    const { status, json } = await ask(id, input);
    expect([id, status, json]).toEqual([id, expect.any(Number), json]);
    return json;
  }

  async function save(source: object, settings: object = {}): Promise<void> {
    const { version } = (await okOf('getSettings', {})) as { version: string | null };
    await okOf('putSettings', {
      body: { settings: { zone: ZONE, sources: [source], ...settings }, version },
    });
  }

  async function analyze(): Promise<void> {
    await okOf('startRun', { body: { day } });
    for (;;) {
      const run = runSchema.parse(
        await okOf('getRun', { params: { run_id: `default:${day}:${ZONE}` } }),
      );
      if (run.status !== 'running') return expect(run.error).toBeNull();
      await wait(POLL_MS);
    }
  }

  const params = { params: { day } };
  const series = { source: 'twofold', subtype: '["sshd","a"]' };

  it('saves no settings with a version that was never returned', async () => {
    await save(SOURCE);
    const settings = { zone: 'Asia/Tokyo' };
    const versions = ['nonsense', '', '1/2/3', '0/0', '5/0', '-1/1', 'WzEsMl0', 'WyJhIiwiYiJd'];
    for (const version of versions) {
      const { status, json } = await ask('putSettings', { body: { settings, version } });
      expect([version, status, json]).toEqual([
        version,
        409,
        expect.objectContaining({
          message: expect.stringContaining('load') as string,
          attributes: { code: 'settings_conflict' },
        }),
      ]);
    }
    expect(await okOf('getSettings', {})).toMatchObject({ saved: { zone: ZONE } });
  });

  it('says how a subtype is written if two fields distinguish the series', async () => {
    await analyze();
    for (const subtype of [
      'sshd',
      '',
      '[',
      '[]',
      '["sshd"]',
      '["a","b","c"]',
      '{}',
      '[1,2]',
      'null',
    ]) {
      const query = { source: 'twofold', subtype };
      for (const [id, input] of [
        ['getDocuments', { ...params, query }],
        ['getTopFields', { ...params, query: { ...query, hour: '4' } }],
        ['putSeriesSettings', { body: { ...query, omit_days: [day] } }],
      ] as const) {
        const { status, json } = await ask(id, input);
        expect([id, subtype, status, json]).toEqual([
          id,
          subtype,
          400,
          expect.objectContaining({
            message: expect.stringContaining('program, host') as string,
            attributes: { code: 'bad_request' },
          }),
        ]);
      }
      const { status } = await ask('getOneSeries', { ...params, query });
      expect([subtype, status]).toEqual([subtype, 404]);
    }
  });

  it('knows no values of a series that the day does not have', async () => {
    const query = { source: 'twofold', subtype: '["nobody","nowhere"]', hour: '4' };
    expect(await ask('getTopFields', { ...params, query })).toMatchObject({
      status: 404,
      json: { attributes: { code: 'series_not_found' } },
    });
  });

  it('continues a list of documents only with what a page gave as the next', async () => {
    const places = [
      '[0,["a","b","c"]]',
      '[0,[1]]',
      '[0,[1,"a",1.5]]',
      '[0,[null,null,null]]',
      '[9,[]]',
    ];
    for (const after of places) {
      const { status, json } = await ask('getDocuments', {
        ...params,
        query: { ...series, after },
      });
      if (status === 200) continue;
      expect([after, status, json]).toEqual([
        after,
        400,
        expect.objectContaining({ message: expect.stringContaining('query.after') as string }),
      ]);
    }
  });

  it('reads a stored day by the fields that its run had', async () => {
    const documents = await okOf('getDocuments', { ...params, query: series });
    const fields = await okOf('getTopFields', { ...params, query: { ...series, hour: '6' } });
    expect(documents).toMatchObject({ total: 4, subtype_fields: ['program', 'host'] });
    const before = getSeriesOfDay.answer.parse(await okOf('getSeriesOfDay', params));
    expect(before.changed_sources).toEqual([]);

    await save({ ...SOURCE, subtype_fields: ['program'], index: 'elsewhere-*' });
    expect(await okOf('getDocuments', { ...params, query: series })).toEqual(documents);
    expect(await okOf('getTopFields', { ...params, query: { ...series, hour: '6' } })).toEqual(
      fields,
    );
    const after = getSeriesOfDay.answer.parse(await okOf('getSeriesOfDay', params));
    expect(after.series).toEqual(before.series);
    const changed = {
      source: expect.objectContaining({
        index: INDEX,
        subtype_fields: ['program', 'host'],
      }) as unknown,
      fields: expect.arrayContaining([['host', 'host.keyword']]) as unknown,
    };
    expect(after.changed_sources).toEqual([changed]);
    expect(await okOf('getOneSeries', { ...params, query: series })).toMatchObject({
      row: { total: 4 },
      changed_source: changed,
    });
  });

  it('reads a stored day also once its source is switched off', async () => {
    await save({ ...SOURCE, enabled: false });
    expect(await okOf('getDocuments', { ...params, query: series })).toMatchObject({ total: 4 });
    expect(await okOf('getSeriesOfDay', params)).toMatchObject({
      changed_sources: [{ source: { id: 'twofold' } }],
    });
  });

  it('says what is wrong with an index that cannot be one', async () => {
    for (const index of [
      'a b',
      'a#b',
      '"',
      'a|b',
      '..',
      'UPPER',
      '-',
      '_x',
      'a,,b',
      '<logs-{now/d>',
      ':',
      'x:y:z',
      '*:',
    ]) {
      const { status, json } = await ask('checkSource', { body: { source: { ...SOURCE, index } } });
      expect([index, json, status < 500]).toEqual([index, json, true]);
    }
  });
});
