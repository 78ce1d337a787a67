import { MS_PER_HOUR } from '../../common/time';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Endpoint } from '../../common/api/basics/endpoint';
import { endpoints } from '../../common/api/index';
import { getNotifications } from '../../common/api/setup/get_notifications';
import { runSchema } from '../../common/api/schemas/run_schema';
import { addDays } from '../../common/time/day';
import type { GoodInput } from '../contract/bad_inputs';
import { goodInputs, requestOf } from '../contract/cases';
import type { ContractAnswer, Door } from '../contract/door';
import { startFakeKibana } from '../contract/fake_kibana';
import { openStandaloneDoor } from '../contract/standalone_door';
import { faultOf } from '../../public/app/basics/api_client';
import { refusalAt } from '../../public/app/pages/settings/calendars/calendar_draft';
import { testClient } from '../fixtures/test_cluster';

jest.mock(
  '@kbn/config-schema',
  () => jest.requireActual<object>('../contract/fake_config_schema'),
  {
    virtual: true,
  },
);

// An analysis takes seconds where the machine is busy.
jest.setTimeout(60_000);

const client = testClient();
const SETTINGS = 'logwave-settings-contract';
/** An id with this zone in it must be encoded in an address; no other suite has it. */
const ZONE = 'Asia/Katmandu';
const INDEX = 'contract-logs';
const TRAINING_DAYS = 10;
const POLL_MS = 100;
const KATMANDU_MS = 5.75 * MS_PER_HOUR;

/** An open door, and what it has logged as an error. */
interface Opened {
  readonly door: Door;
  readonly errors: readonly string[];
}

/** What the channel "contract" gets. */
const told: string[] = [];
const chat = createServer((request, response) => {
  request.on('data', (part: Buffer) => told.push(part.toString()));
  request.on('end', () => response.end());
});
const SECRET = 's3cret-path';
beforeAll(() => new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => chat.close(resolve)));

function notify() {
  const { port } = chat.address() as AddressInfo;
  return {
    contract: { type: 'webhook', url: `http://127.0.0.1:${port}/${SECRET}` },
    broken: { type: 'smtp', host: SECRET, password: SECRET },
  };
}

const doors: [string, string, () => Promise<Opened>][] = [
  ['the standalone host', '2016-06-15', () => openStandaloneDoor(client, SETTINGS, notify())],
  [
    'Kibana',
    '2016-08-17',
    () =>
      Promise.resolve(
        startFakeKibana({
          client,
          isSecured: true,
          notify: notify(),
          publicBaseUrl: `https://ana:${SECRET}@kibana.example`,
        }),
      ),
  ],
];

/** Three events an hour at work on the days before, and twenty at 10:00 on the day itself. */
function documentsBefore(day: string): object[] {
  const days = Array.from({ length: TRAINING_DAYS + 1 }, (_, back) => addDays(day, -back));
  return days.flatMap((date) =>
    [8, 9, 10, 11, 12].flatMap((hour) => {
      const events = date === day && hour === 10 ? 20 : 3;
      const begin = Date.parse(`${date}T00:00:00Z`) - KATMANDU_MS + hour * MS_PER_HOUR;
      return Array.from({ length: events }, (_, event) => ({
        '@timestamp': new Date(begin + event * 60_000).toISOString(),
        program: 'sshd',
        message: `session ${event} opened`,
      }));
    }),
  );
}

beforeAll(async () => {
  await client.indices.create({
    index: INDEX,
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        program: { type: 'keyword' },
        message: { type: 'text' },
        tags: { type: 'keyword' },
      },
    },
  });
  const documents = doors.flatMap(([, day]) => documentsBefore(day));
  const operations = documents.flatMap((document) => [{ index: { _index: INDEX } }, document]);
  await client.bulk({ operations, refresh: true });
});
afterAll(async () => {
  await client.indices.delete({ index: [INDEX, SETTINGS], ignore_unavailable: true });
  await client.close();
});

describe.each(doors)('%s', (_name, day, open) => {
  const good = goodInputs({ day, zone: ZONE, source: 'contract', index: INDEX, subtype: 'sshd' });
  let door: Door;
  let errors: readonly string[];
  beforeAll(async () => ({ door, errors } = await open()));
  afterAll(() => door.close());

  function endpointOf(id: string): Endpoint {
    const found = endpoints.find((endpoint) => endpoint.id === id);
    if (found === undefined) throw new Error(`there is no endpoint ${id}`);
    return found;
  }

  const ask = (id: string, input: GoodInput = {}): Promise<ContractAnswer> =>
    door.call(requestOf(endpointOf(id), { ...good.get(id), ...input }));

  /** The answer, held to the endpoint's own schema, on the way checked for its status. */
  async function answerOf(id: string, input: GoodInput = {}): Promise<unknown> {
    const { status, answer } = endpointOf(id);
    const answered = await ask(id, input);
    expect([id, answered]).toEqual([id, expect.objectContaining({ status })]);
    return answer.parse(answered.json);
  }

  async function errorOf(id: string, input: GoodInput = {}): Promise<unknown> {
    const { json } = await ask(id, input);
    return z
      .object({ statusCode: z.number(), attributes: z.object({ code: z.string() }) })
      .parse(json);
  }

  async function runOnceDone(): Promise<z.infer<typeof runSchema>> {
    for (;;) {
      const run = runSchema.parse(await answerOf('getRun'));
      if (!['running', 'canceling'].includes(run.status)) return run;
      await wait(POLL_MS);
    }
  }

  const countTagged = async (): Promise<number> => {
    await client.indices.refresh({ index: INDEX });
    const from = new Date(Date.parse(`${day}T00:00:00Z`) - KATMANDU_MS).toISOString();
    const range = { '@timestamp': { gte: from, lt: `${from}||+1d` } };
    const filter = [{ term: { tags: 'contract_outlier' } }, { range }];
    return (await client.count({ index: INDEX, query: { bool: { filter } } })).count;
  };

  it('saves settings, and returns them with their version', async () => {
    expect(await answerOf('getSettings')).toMatchObject({ version: null, saved: {} });
    await answerOf('putSettings');
    const { version } = (await answerOf('getSettings')) as { version: string };
    expect(version).not.toBeNull();
    expect(await errorOf('putSettings')).toMatchObject({
      statusCode: 409,
      attributes: { code: 'settings_conflict' },
    });
    const settings = { sources: [{ id: 'unknown-and-not-whole' }] };
    expect(await errorOf('putSettings', { body: { settings, version } })).toMatchObject({
      statusCode: 422,
      attributes: { code: 'settings_invalid' },
    });
  });

  it('gives the same settings file, byte for byte, after it was imported', async () => {
    const before = JSON.stringify(await answerOf('exportSettings'));
    expect(before).toContain('contract_outlier');
    await answerOf('importSettings', { body: JSON.parse(before) as unknown });
    expect(JSON.stringify(await answerOf('exportSettings'))).toBe(before);
    const body = { sources: [{ id: 'unknown-and-not-whole' }] };
    expect(await errorOf('importSettings', { body })).toMatchObject({
      statusCode: 422,
      attributes: { code: 'settings_invalid' },
    });
  });

  it('knows its sources and what they hold', async () => {
    expect(await answerOf('checkSource')).toMatchObject({ state: 'usable', series_total: 1 });
    const { sources } = (await answerOf('getSources')) as { sources: unknown[] };
    expect(sources).toContainEqual(
      expect.objectContaining({
        state: 'usable',
        source: expect.objectContaining({ id: 'contract' }) as unknown,
      }),
    );
  });

  it('refuses a calendar with the field that it is about, as the page reads it', async () => {
    const { body } = good.get('postCalendar') ?? {};
    const hours = 'DTSTART:20260601T080000Z\r\nDTEND:20260601T100000Z\r\nRRULE:FREQ=DAILY';
    const ics = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Patches\r\n${hours}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
    const refused = async (part: object) => {
      const { status, json } = await ask('postCalendar', {
        body: { ...(body as object), ...part },
      });
      const { attributes } = json as { attributes: unknown };
      return [status, attributes, refusalAt(faultOf(status, json))];
    };
    expect(await refused({ ics, means: ['like_sunday'] })).toEqual([
      422,
      { code: 'calendar_invalid', field: 'means' },
      { means: 'Only whole days can be like a Sunday, these have hours: Patches.' },
    ]);
    expect(await refused({ ics: 'no calendar' })).toEqual([
      422,
      { code: 'calendar_invalid' },
      { file: expect.stringMatching(/^The file is not a calendar/) as unknown },
    ]);
    expect(await refused({ sources: ['nowhere'] })).toEqual([
      404,
      { code: 'source_not_found' },
      { sources: 'There is no source nowhere in the settings.' },
    ]);
    expect(await answerOf('getCalendars')).toMatchObject({ calendars: [] });
  });

  it('says about a day that was not analyzed that it was not', async () => {
    for (const id of ['getFindings', 'getSeriesOfDay', 'getOneSeries', 'tagDay']) {
      const error = { statusCode: 404, attributes: { code: 'day_not_analyzed' } };
      expect([id, await errorOf(id)]).toEqual([id, error]);
    }
    for (const id of ['getRun', 'cancelRun']) {
      const error = { statusCode: 404, attributes: { code: 'run_not_found' } };
      expect([id, await errorOf(id)]).toEqual([id, error]);
    }
  });

  it('analyzes a day after the answer; a second start joins the first', async () => {
    const [first, second] = [await answerOf('startRun'), await answerOf('startRun')];
    expect([first, second]).toEqual([
      { run_id: `default:${day}:${ZONE}`, joined: false },
      { run_id: `default:${day}:${ZONE}`, joined: expect.any(Boolean) as boolean },
    ]);
    expect(await runOnceDone()).toMatchObject({
      day,
      error: null,
      started_by: door.hasPrivileges ? 'ann' : null,
      series_unusual: 1,
      tagged: null,
    });
  });

  it('returns findings, series, documents and fields of the day', async () => {
    expect(await answerOf('getFindings')).toMatchObject({
      findings: [{ source: 'contract', subtype: 'sshd', hours: [10] }],
    });
    expect(await answerOf('getSeriesOfDay')).toMatchObject({
      series: [{ subtype: 'sshd', state: 'unusual' }],
    });
    expect(await answerOf('getOneSeries')).toMatchObject({ row: { subtype: 'sshd' } });
    expect(await answerOf('getDocuments')).toMatchObject({ total: 23 });
    expect(await answerOf('getTopFields')).toMatchObject({
      hour: 10,
      events: 20,
      patterns: { lines: 20 },
    });
    const month = (await answerOf('getMonth')) as { series: unknown[] };
    expect(month.series).toContainEqual(expect.objectContaining({ subtype: 'sshd' }));
  });

  it('knows which series and sources there are not', async () => {
    const nobody = { query: { source: 'contract', subtype: 'nobody' } };
    expect(await errorOf('getOneSeries', nobody)).toMatchObject({
      attributes: { code: 'series_not_found' },
    });
    expect(
      await errorOf('getOneSeries', { query: { source: 'nowhere', subtype: 'sshd' } }),
    ).toMatchObject({
      attributes: { code: 'source_not_found' },
    });
    const query = { source: 'nowhere', subtype: 'sshd', hour: '10' };
    expect(await errorOf('getTopFields', { query })).toMatchObject({
      attributes: { code: 'source_not_found' },
    });
  });

  it('says what settings would find on the last days, from kept counts', async () => {
    const { settings } = good.get('previewSettings')?.body as { settings: object };
    const previewOf = (parts: object) =>
      answerOf('previewSettings', { body: { settings: { ...settings, ...parts }, to: day } });
    const floors = [{ source: 'contract', floors: { judge: false } }];
    expect(await previewOf({ floors })).toMatchObject({
      days: expect.arrayContaining([{ day, series: 1, flags: 1, flags_proposed: 0 }]) as unknown,
      words: expect.stringMatching(/^With these settings: 0 findings a day instead of /) as unknown,
    });
    expect(await previewOf({})).toMatchObject({
      words: expect.stringContaining('a day, as now, over') as unknown,
    });
    const faulty = { settings: { sources: [{ id: 'unknown-and-not-whole' }] } };
    expect(await errorOf('previewSettings', { body: faulty })).toMatchObject({
      statusCode: 422,
      attributes: { code: 'settings_invalid' },
    });
  });

  it('tags the documents of flagged hours, and takes exactly these tags away', async () => {
    await answerOf('tagDay');
    expect(await runOnceDone()).toMatchObject({ tagged: 20, error: null });
    expect(await countTagged()).toBe(20);
    expect(await answerOf('untagDay')).toMatchObject({ removed: 20, left_out: [] });
    expect(await countTagged()).toBe(0);
  });

  it('knows the tags of a day, also those that another run placed', async () => {
    /** What the page, the ledger and the run say of the day's tags. */
    const told = async () => {
      const { run, head } = z
        .object({ run: runSchema, head: z.object({ summary: z.string() }) })
        .parse(await answerOf('getSeriesOfDay'));
      const { days } = z
        .object({ days: z.array(z.object({ tagged: z.number().nullable() })) })
        .parse(await answerOf('listRuns'));
      const own = (await runOnceDone()).tagged;
      return [run.tagged, own, days[0]?.tagged, / (\d+) documents? tagged/.exec(head.summary)?.[1]];
    };
    await answerOf('tagDay');
    await runOnceDone();
    expect(await told()).toEqual([20, 20, 20, '20']);
    await answerOf('startRun');
    await runOnceDone();
    expect(await told()).toEqual([20, 20, 20, '20']);

    // A read-only index refuses: its tags are reported, and stay until a later try.
    const block = (write: boolean) =>
      client.indices.putSettings({ index: INDEX, settings: { 'index.blocks.write': write } });
    await block(true);
    expect(await answerOf('untagDay')).toMatchObject({
      removed: 0,
      left_out: [`${INDEX}: 20 documents still tagged, because the index is read-only`],
    });
    expect(await told()).toEqual([20, 20, 20, '20']);
    await block(false);
    expect(await answerOf('untagDay')).toMatchObject({ removed: 20, left_out: [] });
    expect(await told()).toEqual([null, null, null, undefined]);
  });

  it('keeps a run history, and fills gaps only if there are any', async () => {
    const { days } = (await answerOf('listRuns')) as { days: unknown[] };
    expect(days).toEqual([expect.objectContaining({ day, series_unusual: 1 })]);
    const again = { from: day, to: day, again: true, tag: true };
    expect(await answerOf('backfill', { body: again })).toMatchObject({ days: [day] });
    expect(await answerOf('cancelRun')).toMatchObject({ run_id: `default:${day}:${ZONE}` });
    await runOnceDone();
  });

  it('keeps which days a series is not to be learned from', async () => {
    expect(await answerOf('putSeriesSettings')).toMatchObject({
      saved: { series: [{ source: 'contract', subtype: 'sshd', omit_days: [day] }] },
    });
  });

  it('keeps which day no series is to be learned from', async () => {
    const outage = (body: object) => answerOf('putOutage', { body: { day, ...body } });
    expect(await outage({ source: null, is_left_out: true })).toMatchObject({
      saved: { outages: [{ day }] },
      settings: { outages: [{ day }] },
    });
    expect(await outage({ source: 'contract', is_left_out: true })).toMatchObject({
      saved: { outages: [{ day }, { day, source: 'contract' }] },
    });
    await outage({ source: null, is_left_out: false });
    expect(await outage({ source: 'contract', is_left_out: false })).toMatchObject({
      saved: { outages: [] },
    });
  });

  it('switches the schedule on and off', async () => {
    expect(await answerOf('getSchedule')).toMatchObject({ enabled: false });
    // Long ago there is nothing to do, and the present day is not a concern of this suite.
    expect(await answerOf('putSchedule')).toMatchObject({ enabled: true, interval: '1h' });
    expect(await answerOf('getDiagnostics')).toMatchObject({ security: door.hasPrivileges });
    expect(await answerOf('deleteSchedule')).toMatchObject({ enabled: false });
  });

  it('names its channels without their secrets, and sends a test by one', async () => {
    told.length = 0;
    const { channels, no_link: noLink } = getNotifications.answer.parse(
      await answerOf('getNotifications'),
    );
    expect(channels.map(({ name, type, deliveries }) => [name, type, deliveries])).toEqual([
      ['contract', 'webhook', []],
      ['broken', null, []],
    ]);
    const noLinks = [
      'There is no link to this day: start the host with --public-url.',
      // It holds a password, which would be in every message.
      'There is no link to this day: server.publicBaseUrl must not hold a user or a password: all who get a report would read them.',
    ];
    expect(noLink).toBe(noLinks[door.name === 'Kibana' ? 1 : 0]);
    expect(JSON.stringify(channels)).not.toContain(SECRET);
    expect(await answerOf('testChannel')).toMatchObject({ to: channels[0]?.to, words: null });
    expect(told.join('')).toContain('This is a test.');
    expect(told.join('')).not.toContain(SECRET);
    expect(await errorOf('testChannel', { body: { channel: 'broken' } })).toMatchObject({
      attributes: { code: 'channel_not_found' },
    });
  });

  it('has logged no unexpected error', () => expect(errors).toEqual([]));

  it('removes what the host keeps', async () => {
    let answered = await ask('uninstall');
    // Other suites may have a run going on, or have cut one off, which counts for a minute more.
    for (; answered.status === 409; answered = await ask('uninstall')) await wait(POLL_MS);
    expect(endpointOf('uninstall').answer.parse(answered.json)).toMatchObject({
      tags_removed: null,
      indices_removed: [],
    });
    expect(await answerOf('getSettings')).toMatchObject({ version: null, saved: {} });
  }, 240_000);
});
