import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseSettings, type Settings } from '../../common/settings';
import {
  addDays,
  daysBefore,
  dayStartUtc,
  type Day,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  weekdayOf,
} from '../../common/time';
import { drawLedger } from '../../server/answers';
import {
  FINDINGS_INDEX,
  MARKS_INDEX,
  RUNS_INDEX,
  SERIES_INDEX,
} from '../../server/elastic/results';
import type { SilenceLook, SilenceRow } from '../../server/app/silence';
import { createReader, lookSilence } from '../../server/wiring';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerReport } from '../../standalone/cli/commands/report';
import { registerSilence } from '../../standalone/cli/commands/silence';
import { runInProcess } from '../fixtures/command_in_process';
import { testClient, testUrl } from '../fixtures/test_cluster';

const client = testClient();
const INDEX = 'silence-it-logs';
const OFFICES = 'silence-it-offices';
const RHYTHMS = 'silence-it-rhythms';
const LOST = 'silence-it-lost';
const SOURCE = 'silence_it';
/** The last day with all hosts. */
const LAST: Day = '2020-03-12';
/** Every morning takes a look of its own: `npm run test:days` takes more of them than there is to learn from. */
const DEAD_DAYS = process.env['LOGWAVE_ALL_DAYS'] === '1' ? 34 : 3;
/** The run of the day after the last. */
const RUN_ID = `default:${addDays(LAST, 1)}:UTC`;
/** How many training days a series is compared with. */
const WINDOW = 31;
const DAYS = DEAD_DAYS > WINDOW ? WINDOW : 12;

let folder = '';
const settingsFile = (): string => join(folder, 'logwave.json');

/**
 * One event each half hour of web1, which stops on the day after the last at 10:00 and comes back
 * after so many dead days, and of web2.
 */
function events(): object[] {
  const start = Date.parse(`${addDays(LAST, 1 - DAYS)}T00:00:00Z`);
  const end = Date.parse(`${addDays(LAST, DEAD_DAYS + 3)}T00:00:00Z`);
  const back = Date.parse(`${addDays(LAST, DEAD_DAYS + 1)}T06:00:00Z`);
  const stop = Date.parse(`${addDays(LAST, 1)}T10:00:00Z`);
  const found: object[] = [];
  for (let time = start; time < end; time += 30 * 60_000) {
    const event = { '@timestamp': new Date(time).toISOString(), level: 'info' };
    if (time < stop || time >= back) found.push({ ...event, agent: { name: 'web1' } });
    found.push({ ...event, agent: { name: 'web2' } });
  }
  return found;
}

async function removeOwn(): Promise<void> {
  await client.indices.delete({ index: [INDEX, OFFICES, RHYTHMS, LOST], ignore_unavailable: true });
  for (const index of [FINDINGS_INDEX, SERIES_INDEX, RUNS_INDEX, 'logwave-counts', MARKS_INDEX]) {
    await client.indices.refresh({ index, ignore_unavailable: true });
    const should = [
      { terms: { source: [SOURCE, `${SOURCE}~hosts`] } },
      { term: { host: 'silence-it-web1' } },
      { term: { run_id: RUN_ID } },
    ];
    const query = { bool: { should } };
    const { hits } = await client.search({ index, query, size: 1000, ignore_unavailable: true });
    const operations = hits.hits.map(({ _id: id, _index }) => ({
      delete: { _id: id ?? '', _index },
    }));
    if (operations.length > 0) await client.bulk({ operations });
  }
}

const mappings = {
  properties: {
    '@timestamp': { type: 'date' },
    level: { type: 'keyword' },
    agent: { properties: { name: { type: 'keyword' } } },
  },
} as const;

function ownSource(index: string): object {
  return {
    id: SOURCE,
    name: 'Silence',
    index,
    filter: [],
    time_field: '@timestamp',
    subtype_fields: ['level'],
    tag: 'silence_it_outlier',
    wording: { code: 'level {subtype}', names: [] },
    enabled: true,
  };
}

function settingsOf(index: string): Settings {
  const parsed = parseSettings({ zone: 'UTC', sources: [ownSource(index)] });
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  const sources = parsed.settings.sources.filter(({ id }) => id === SOURCE);
  return { ...parsed.settings, sources };
}

/** What is silent at an instant, asked at that instant or later. */
function lookAt(instant: string, index: string, asked = instant): Promise<SilenceLook> {
  const moment = { at: new Date(instant), now: new Date(asked) };
  const { signal } = new AbortController();
  return lookSilence(client, settingsOf(index), moment, signal);
}

/**
 * Four hosts that send an event each six minutes of nine hours on working days, not on closed days,
 * and one that sends each hour of all days.
 */
function officeEvents(isClosed: (host: string, day: Day) => boolean): object[] {
  const event = (day: Day, minutes: number, name: string): object => ({
    '@timestamp': new Date(dayStartUtc(day) + minutes * 60_000).toISOString(),
    level: 'info',
    agent: { name },
  });
  return daysBefore(addDays(LAST, 1), 20).flatMap((day) => {
    const always = Array.from({ length: 24 }, (_, hour) => event(day, 60 * hour, 'always'));
    if (weekdayOf(day) % 6 === 0) return always;
    const open = ['a', 'b', 'c', 'd'].filter((name) => !isClosed(name, day));
    const events = open.flatMap((name) =>
      Array.from({ length: 90 }, (_, place) => event(day, 60 * 8 + 6 * place, name)),
    );
    return [...always, ...events];
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-silence-it-'));
  await removeOwn();
  await client.indices.create({ index: INDEX, mappings });
  const operations = events().flatMap((event) => [{ index: {} }, event]);
  await client.bulk({ index: INDEX, operations, refresh: true });
  const { presetSources } = await import('../../common/sources');
  const off = presetSources.map(({ id }) => ({ id, enabled: false }));
  const own = ownSource(INDEX);
  await writeFile(settingsFile(), JSON.stringify({ zone: 'UTC', sources: [...off, own] }));
});

afterAll(async () => {
  await removeOwn();
  await client.close();
  await rm(folder, { recursive: true, force: true });
});

async function silence(...args: readonly string[]): Promise<string> {
  const where = ['--es', testUrl, '--settings', settingsFile()];
  return (await runInProcess(registerSilence, ['silence', ...where, ...args])).out;
}

async function rowsOn(day: Day, ...args: readonly string[]): Promise<readonly SilenceRow[]> {
  const look = JSON.parse(await silence('--json', '--day', day, ...args)) as SilenceLook;
  return look.rows;
}

describe('logwave silence', () => {
  it('finds the field of the host by itself, and reports the host that stopped', async () => {
    const stopped = addDays(LAST, 1);
    expect(await rowsOn(LAST)).toEqual([]);
    expect(await rowsOn(stopped)).toMatchObject([
      {
        source: SOURCE,
        host: 'web1',
        subtype: null,
        state: 'silent',
        last_seen: `${stopped}T09:00:00.000Z`,
        silent_since: `${stopped}T09:00:00.000Z`,
        usual_per_day: 48,
        mornings: 1,
      },
    ]);
    expect(await silence('--day', stopped)).toMatch(/silent\s+silence_it\s+web1 .*2 an hour/);
  });

  it('keeps it as a finding of each day, with the how-manyth morning', async () => {
    for (let age = 1; age <= DEAD_DAYS; age += 1) await rowsOn(addDays(LAST, age), '--keep');
    await rowsOn(addDays(LAST, DEAD_DAYS), '--keep');
    const filter = [
      { term: { verdict: 'silent' } },
      { term: { source: SOURCE } },
      { exists: { field: 'silent_since' } },
    ];
    const query = { bool: { filter } };
    const sort = [{ mornings: 'asc' as const }];
    const { hits } = await client.search<Record<string, unknown>>({
      index: FINDINGS_INDEX,
      query,
      sort,
      size: 100,
    });
    const told = hits.hits.map(({ _source: found }) => [
      found?.['day'],
      found?.['mornings'],
      found?.['host'],
      found?.['last_seen'],
    ]);
    const seen = `${addDays(LAST, 1)}T09:00:00.000Z`;
    expect(told).toEqual(
      Array.from({ length: DEAD_DAYS }, (_, age) => [
        addDays(LAST, age + 1),
        age + 1,
        'web1',
        seen,
      ]),
    );
  });

  it('says for a day that a host speaks again, and how many events are missing', async () => {
    const day = addDays(LAST, DEAD_DAYS + 1);
    const [row, ...others] = await rowsOn(day);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      host: 'web1',
      state: 'recovered',
      silent_since: `${addDays(LAST, 1)}T09:00:00.000Z`,
      recovered_at: `${day}T06:00:00.000Z`,
      // 48 a day, less the hours before it stopped and those before it came back.
      // From 10:00 on: of 09:00 only the hour is known.
      missing: 2 * (24 * DEAD_DAYS - 4),
    });
    expect(await rowsOn(addDays(day, 1))).toEqual([]);
  });

  it('marks a host as gone, and takes that back', async () => {
    const day = addDays(LAST, 2);
    const own = ['--source', SOURCE];
    expect(await silence('--gone', 'web1', '--reason', 'old', ...own)).toMatch(/marked as gone/);
    expect(await rowsOn(day)).toMatchObject([{ state: 'gone', reason: 'old' }]);
    expect(await silence('--day', day)).toMatch(/Nothing is silent[^]*Marked as gone: 1/);
    await silence('--back', 'web1', ...own);
    expect(await rowsOn(day)).toMatchObject([{ state: 'silent' }]);
  });

  it('mutes a host until a date only with a date', async () => {
    await expect(silence('--mute', 'web1')).rejects.toThrow('--mute needs an end');
    expect(await silence('--mute', 'web1', '--until', '2020-03-15', '--source', SOURCE)).toMatch(
      /web1 is muted until 2020-03-15/,
    );
    expect(await rowsOn(addDays(LAST, 1))).toMatchObject([{ state: 'muted' }]);
    expect(await rowsOn(addDays(LAST, 2))).toMatchObject([{ state: 'silent' }]);
  });
});

describe('late data', () => {
  const day = addDays(LAST, 1);

  async function keptOf(on: Day): Promise<number> {
    const filter = [
      { term: { source: SOURCE } },
      { term: { day: on } },
      { term: { host: 'web1' } },
    ];
    return (await client.count({ index: FINDINGS_INDEX, query: { bool: { filter } } })).count;
  }

  /** The day in the ledger, as it is read a few days later. */
  async function ledgerDay(): Promise<unknown> {
    const caller = { name: null, client, can: () => Promise.resolve(true), request: null };
    const range = { from: day, to: day };
    const at = new Date(`${addDays(day, 3)}T12:00:00Z`);
    const { signal } = new AbortController();
    const drawn = await drawLedger(createReader(caller), at, settingsOf(INDEX), range, signal);
    return drawn.days.map(({ state, words }) => [state, words]);
  }

  async function analyze(): Promise<void> {
    const where = ['--es', testUrl, '--settings', settingsFile()];
    await runInProcess(registerAnalyze, ['analyze', ...where, '--day', day]);
  }

  async function report(...args: readonly string[]): Promise<string> {
    const where = ['--es', testUrl, '--settings', settingsFile(), '--day', day];
    return (await runInProcess(registerReport, ['report', ...where, ...args])).out;
  }

  it('has a silent host in every form of the report, and its name in none without names', async () => {
    await silence('--back', 'web1', '--source', SOURCE);
    await analyze();
    const { headline } = JSON.parse(await report('--json')) as { readonly headline: string };
    expect(headline).toContain('1 host silent: web1.');
    const hidden = JSON.parse(await report('--json', '--without-names')) as {
      readonly headline: string;
    };
    expect(hidden.headline).toBe(headline.replace(': web1.', '.'));
    const [, first = '', ...series] = (await report('--csv')).trimEnd().split('\r\n');
    expect(first).toMatch(/^silence_it,,web1,silent,silent,,.*Silent host\. Last seen /);
    const kinds = series
      .map((line) => line.split(','))
      .map(([, subtype, , state]) => [subtype, state]);
    const noted = DAYS < WINDOW ? [`${WINDOW - DAYS} training days unknown`] : [];
    expect(kinds).toEqual([['info', 'unusual'], ...noted.map(() => ['', 'note'])]);
    expect(series.slice(1)).toEqual(noted.map((words) => expect.stringContaining(words) as string));
    const [, same = ''] = (await report('--csv', '--without-names')).split('\r\n');
    expect(same).toMatch(/^silence_it,,A host of silence_it,silent,silent,,/);
    for (const form of ['--html', '--text', '--json', '--csv']) {
      expect(await report(form, '--without-names')).not.toContain('web1');
    }
  });

  it('lifts a silence that was kept: its finding goes, and the ledger says so', async () => {
    await silence('--back', 'web1', '--source', SOURCE);
    await analyze();
    expect(await ledgerDay()).toEqual([['analyzed', null]]);
    expect(await keptOf(day)).toBe(1);
    const operations = Array.from({ length: 28 }, (_, half) => [
      { index: {} },
      {
        '@timestamp': new Date(dayStartUtc(day) + (20 + half) * 30 * 60_000).toISOString(),
        level: 'info',
        agent: { name: 'web1' },
      },
    ]).flat();
    await client.bulk({ index: INDEX, operations, refresh: true });
    expect(await rowsOn(day, '--keep')).toEqual([]);
    expect(await keptOf(day)).toBe(0);
    const web1 = 'not silent after all: web1 of silence_it';
    expect(await ledgerDay()).toEqual([['stale', `28 late events: ${web1}`]]);
    // The next analysis takes the late events in, and forgets nothing.
    await analyze();
    expect(await ledgerDay()).toEqual([['analyzed', `late data: ${web1}`]]);
  });
});

describe('offices', () => {
  const holiday = addDays(LAST, -1);

  beforeAll(async () => {
    const all = officeEvents((host, day) => day === holiday || (day === LAST && host === 'a'));
    await client.indices.create({ index: OFFICES, mappings });
    const operations = all.flatMap((event) => [{ index: {} }, event]);
    await client.bulk({ index: OFFICES, operations, refresh: true });
  });

  it('have a holiday in one line, and one that is quiet alone is silent', async () => {
    const later = `${addDays(LAST, 1)}T06:00:00Z`;
    const closed = await lookAt(`${LAST}T00:00:00Z`, OFFICES, later);
    expect(closed.rows).toEqual([]);
    expect(closed.quiet_together).toBe('quiet like a Sunday, as are 4 of 4 office sources');
    const alone = await lookAt(`${addDays(LAST, 1)}T00:00:00Z`, OFFICES, later);
    expect(alone.rows).toMatchObject([{ host: 'a', state: 'silent', mornings: 1 }]);
    expect(alone.quiet_together).toBeNull();
  });

  it('are silent on the present day, known to the minute, and a clock that is ahead is named', async () => {
    const { rows, notes } = await lookAt(`${LAST}T13:20:00Z`, OFFICES);
    expect(rows).toMatchObject([
      {
        host: 'a',
        state: 'silent',
        last_seen: `${addDays(LAST, -2)}T16:54:00.000Z`,
        is_to_the_minute: true,
        mornings: 0,
      },
    ]);
    // The index holds later events of the others.
    expect(notes).toEqual([
      'The clock of b, c, d, always is ahead, so its last event is taken as of now.',
    ]);
  });
});

/**
 * Four hosts of 20 days: one with a line each hour, one with a job each night between 02:05 and
 * 02:35, one that alone writes the series "backup", and "web". All stop on the last day: the
 * nightly job before it ran, "web" at 18:00, the other two at 10:00.
 */
function rhythmicEvents(): object[] {
  const stop = dayStartUtc(LAST) + 10 * MS_PER_HOUR;
  const end = dayStartUtc(LAST) + 18 * MS_PER_HOUR;
  const event = (time: number, name: string, level: string): object => ({
    '@timestamp': new Date(time).toISOString(),
    level,
    agent: { name },
  });
  return daysBefore(addDays(LAST, 1), 20).flatMap((day, place) => {
    const start = dayStartUtc(day);
    const hours = Array.from({ length: 24 }, (_, hour) => start + hour * MS_PER_HOUR);
    const minutes = (5 + ((place * 7) % 31)) * MS_PER_MINUTE;
    const nightly = event(start + 2 * MS_PER_HOUR + minutes, 'nightly', 'info');
    return [
      ...(day === LAST ? [] : [nightly]),
      ...hours.flatMap((hour) => [
        ...(hour < stop ? [event(hour + 7 * MS_PER_MINUTE, 'hourly', 'info')] : []),
        ...[0, 30].flatMap((minute) => {
          const time = hour + minute * MS_PER_MINUTE;
          const db = hour < stop ? [event(time, 'db', 'backup')] : [];
          return [...(hour < end ? [event(time, 'web', 'info')] : []), ...db];
        }),
      ]),
    ];
  });
}

describe('rhythms', () => {
  const NIGHTLY = ['nightly', null, 'silent'];
  const silentAt = async (instant: string) => {
    const { rows } = await lookAt(instant, RHYTHMS);
    return rows.map(({ host, subtype, state }) => [host, subtype, state]);
  };

  beforeAll(async () => {
    await client.indices.create({ index: RHYTHMS, mappings });
    const operations = rhythmicEvents().flatMap((event) => [{ index: {} }, event]);
    await client.bulk({ index: RHYTHMS, operations, refresh: true });
  });

  it('has a line each hour silent after its second missing hour, and a series below its host', async () => {
    // Documents may take a quarter of an hour.
    expect(await silentAt(`${LAST}T12:14:00Z`)).toEqual([NIGHTLY]);
    const { rows } = await lookAt(`${LAST}T12:15:00Z`, RHYTHMS);
    expect(rows.map(({ host }) => host).sort()).toEqual(['db', 'hourly', 'nightly']);
    expect(rows.find(({ host }) => host === 'hourly')).toMatchObject({
      state: 'silent',
      last_seen: `${LAST}T09:07:00.000Z`,
      due_by: `${LAST}T12:00:00.000Z`,
      usual: '1 an hour',
      below: [],
    });
    expect(rows.find(({ host }) => host === 'db')).toMatchObject({
      subtype: null,
      below: [{ host: null, subtype: 'backup', series_name: 'level backup', state: 'silent' }],
      folded: 1,
    });
  });

  it('has a daily job silent two hours after its latest usual time, on that day', async () => {
    // The latest was at 02:35.
    expect(await silentAt(`${LAST}T02:30:00Z`)).toEqual([]);
    expect(await silentAt(`${LAST}T04:35:00Z`)).toEqual([NIGHTLY]);
  });

  it('has one row of the source if all its hosts are silent', async () => {
    const { rows } = await lookAt(`${LAST}T23:00:00Z`, RHYTHMS);
    expect(rows).toMatchObject([{ source: SOURCE, host: null, subtype: null, state: 'silent' }]);
    const below = rows[0]?.below.map(({ host }) => host) ?? [];
    expect(below).toEqual(expect.arrayContaining(['db', 'hourly', 'nightly', 'web']));
  });
});

describe('hosts whose field is not in the documents from noon on', () => {
  /** An event each ten minutes of two hosts for 20 days, until noon of the last, and others. */
  async function lookAfter(others: readonly object[]): Promise<SilenceLook> {
    await client.indices.delete({ index: LOST, ignore_unavailable: true });
    await client.indices.create({ index: LOST, mappings });
    const noon = dayStartUtc(LAST) + 12 * MS_PER_HOUR;
    const events: object[] = [...others];
    for (let time = dayStartUtc(addDays(LAST, -19)); time < noon; time += 10 * MS_PER_MINUTE) {
      const event = { '@timestamp': new Date(time).toISOString(), level: 'info' };
      for (const name of ['web1', 'web2']) events.push({ ...event, agent: { name } });
    }
    const operations = events.flatMap((event) => [{ index: {} }, event]);
    await client.bulk({ index: LOST, operations, refresh: true });
    return lookAt(`${addDays(LAST, 1)}T00:00:00Z`, LOST, `${addDays(LAST, 1)}T06:00:00Z`);
  }

  const without = (minutes: number): object => ({
    '@timestamp': new Date(dayStartUtc(LAST) + minutes * MS_PER_MINUTE).toISOString(),
    level: 'info',
  });

  it('are unknown where the same documents came without it', async () => {
    const minutes = Array.from({ length: 2 * 72 }, (_, place) => 12 * 60 + 5 * place);
    const look = await lookAfter(minutes.map(without));
    expect(look.rows).toEqual([]);
    expect(look.notes).toEqual([
      `${SOURCE}: its hosts are not watched for silence: no document of ${LAST} has the field agent.name from 12:00 on, and 144 documents came without it`,
    ]);
  });

  it('are silent where others came in a burst', async () => {
    const look = await lookAfter(Array.from({ length: 400 }, (_, n) => without(20 * 60 + n / 20)));
    const below = look.rows.flatMap((row) => row.below.map(({ host }) => host));
    expect(below).toEqual(expect.arrayContaining(['web1', 'web2']));
    expect(look.not_known).toBeNull();
  });
});
