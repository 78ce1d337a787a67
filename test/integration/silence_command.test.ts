import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Day } from '../../common/time/day';
import { FINDINGS_INDEX, MARKS_INDEX } from '../../server/elastic/results';
import type { SilenceLook, SilenceRow } from '../../server/app/silence';
import { registerSilence } from '../../standalone/cli/commands/silence';
import { runInProcess } from '../fixtures/command_in_process';
import { testClient, testUrl } from '../fixtures/test_cluster';

const client = testClient();
const INDEX = 'silence-it-logs';
const SOURCE = 'silence_it';
/** The last day with all hosts. */
const LAST: Day = '2020-03-12';
/** Every morning takes a look of its own: `npm run test:days` takes more of them than there is to learn from. */
const DEAD_DAYS = process.env['LOGWAVE_ALL_DAYS'] === '1' ? 34 : 3;
const DAYS = DEAD_DAYS > 31 ? 31 : 12;

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
  await client.indices.delete({ index: INDEX, ignore_unavailable: true });
  for (const index of [FINDINGS_INDEX, 'logwave-counts', MARKS_INDEX]) {
    await client.indices.refresh({ index, ignore_unavailable: true });
    const should = [
      { terms: { source: [SOURCE, `${SOURCE}~hosts`] } },
      { term: { host: 'silence-it-web1' } },
    ];
    const query = { bool: { should } };
    const { hits } = await client.search({ index, query, size: 1000, ignore_unavailable: true });
    const operations = hits.hits.map(({ _id: id, _index }) => ({
      delete: { _id: id ?? '', _index },
    }));
    if (operations.length > 0) await client.bulk({ operations });
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-silence-it-'));
  await removeOwn();
  const keyword = { type: 'keyword' } as const;
  await client.indices.create({
    index: INDEX,
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        level: keyword,
        agent: { properties: { name: keyword } },
      },
    },
  });
  const operations = events().flatMap((event) => [{ index: {} }, event]);
  await client.bulk({ index: INDEX, operations, refresh: true });
  const { presetSources } = await import('../../common/sources');
  const off = presetSources.map(({ id }) => ({ id, enabled: false }));
  const own = {
    id: SOURCE,
    name: 'Silence',
    index: INDEX,
    filter: [],
    time_field: '@timestamp',
    subtype_fields: ['level'],
    tag: 'silence_it_outlier',
    wording: { code: 'level {subtype}', names: [] },
    enabled: true,
  };
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
      missing: 2 * (24 * DEAD_DAYS - 3),
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
