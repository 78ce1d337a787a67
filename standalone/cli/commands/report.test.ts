import { runInProcess, type Said } from '../../../test/fixtures/command_in_process';
import { onlySource, testFolder, type TestFolder } from '../../../test/fixtures/cli_settings';
import {
  serveMemory,
  serveTest,
  textOf,
  type TestServer,
} from '../../../test/fixtures/memory_server';
import { addDays, type Day } from '../../../common/time';
import { RUNS_INDEX } from '../../../server/elastic/results/runs_mapping';
import { MemoryCluster } from '../../memory';
import { type CheckedRun, runProblems } from '../analysis_problems';
import type { UserError } from '../basics/user_error';
import { registerAnalyze } from './analyze';
import { registerReport } from './report';

const DAY: Day = '2015-04-01';
const TRAINING_DAYS = 9;
const USERS = ['mallory', 'carol'];
const INDEX = 'logins';

/** Six events an hour of each user; on the day the first user has sixty at noon. */
function clusterWithLogins(): MemoryCluster {
  const cluster = new MemoryCluster();
  const text = { type: 'keyword' } as const;
  const index = cluster.make(INDEX, {
    mappings: {
      properties: { '@timestamp': { type: 'date' }, type: text, user: text, host: text },
    },
  });
  const put = (user: string, time: number, id: string): void => {
    index.put(id, {
      '@timestamp': new Date(time).toISOString(),
      type: 'syslog',
      user,
      host: `of-${user}`,
    });
  };
  for (const user of USERS) {
    for (let age = 0; age <= TRAINING_DAYS; age += 1) {
      const begin = Date.parse(addDays(DAY, -age));
      for (let event = 0; event < 24 * 6; event += 1) {
        put(user, begin + event * 600_000, `${user} ${age} ${event}`);
      }
    }
  }
  for (let event = 0; event < 60; event += 1) {
    put(USERS[0] ?? '', Date.parse(DAY) + 43_200_000 + event * 1_000, `noon ${event}`);
  }
  return cluster;
}

let cluster: MemoryCluster;
let folder: TestFolder;
let settings: string;
let elastic: TestServer;
const opened: TestServer[] = [];

beforeEach(async () => {
  folder = await testFolder();
  settings = await folder.write('settings.json', onlySource(INDEX, 'user'));
  cluster = clusterWithLogins();
  elastic = await serveMemory(cluster);
  opened.push(elastic);
  const args = ['analyze', '--es', elastic.url, '--settings', settings, '--day', DAY];
  await runInProcess(registerAnalyze, args);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await folder.remove();
});

function report(...args: readonly string[]): Promise<Said> {
  const common = ['--es', elastic.url, '--settings', settings, '--day', DAY];
  return runInProcess(registerReport, ['report', ...common, ...args]);
}

/** What a command says, and how it ends. */
async function endOf(command: Promise<Said>) {
  const end = await command.catch((thrown: unknown) => thrown as UserError & { said: Said });
  if (!(end instanceof Error)) return { exitCode: 0, words: '', out: end.out };
  return { exitCode: end.exitCode, words: end.message, out: end.said.out };
}

/** What a webhook is sent by `logwave report --send`. */
async function sentBy(...args: readonly string[]) {
  let heard = '';
  const hook = await serveTest((request, response) => {
    void textOf(request).then((body) => {
      heard += body;
      response.end('ok');
    });
  });
  opened.push(hook);
  const channels = { chat: { type: 'webhook', url: hook.url } };
  const notify = await folder.write('notify.json', channels);
  await folder.protect('notify.json');
  const { exitCode } = await endOf(report('--send', 'chat', '--notify', notify, ...args));
  return { exitCode, heard };
}

describe('logwave report --send', () => {
  it('sends the names, and none with --without-names', async () => {
    expect(await sentBy()).toMatchObject({
      exitCode: 0,
      heard: expect.stringContaining('mallory') as unknown,
    });
    const { heard: told } = await sentBy('--without-names');
    expect(told).toContain('A series of Syslog');
    expect(USERS.filter((name) => told.includes(name))).toEqual([]);
  });
});

/** Makes the run of the day one that was killed before its end: only its findings are stored. */
function cutOff(): void {
  const runs = cluster.index(RUNS_INDEX);
  const id = `default:${DAY}:UTC`;
  const source = runs.get(id)?.source;
  const numbers = { series: 0, series_unusual: 0, findings: 0, documents: 0, duration_ms: 0 };
  const none = { ...numbers, source_results: [], left_out: [] };
  runs.put(id, { ...source, ...none, status: 'running', heartbeat_at: '2015-04-02T06:00:00.000Z' });
}

describe('a report without names of a source that has other fields since', () => {
  it.each(['--text', '--html', '--json', '--csv'])('names none of its series: %s', async (form) => {
    settings = await folder.write('later.json', onlySource(INDEX, 'type'));
    expect((await report(form)).out).toContain('mallory');
    for (const isCutOff of [false, true]) {
      if (isCutOff) cutOff();
      const { out } = await endOf(report(form, '--without-names'));
      expect(out).toMatch(isCutOff ? /did not end/ : /unusual/);
      expect(USERS.filter((name) => out.includes(name))).toEqual([]);
    }
  });
});

describe('the report of a day whose analysis was cut off', () => {
  const SAID = `The analysis of this day did not end.`;
  const AGAIN = `run logwave analyze --day ${DAY} to analyze the day again`;
  const FORMS = ['--text', '--html', '--json', '--csv'];

  it.each(FORMS)('says so first, and how to analyze it again: %s', async (form) => {
    cutOff();
    const { exitCode, words, out } = await endOf(report(form));
    expect(exitCode).toBe(1);
    expect(words).toContain('its analysis did not come to its end');
    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain(SAID);
    expect(said).toContain(AGAIN);
    expect(said).not.toMatch(/0 events|all 0 sources|No series to assess/);
  });

  it('is sent with that in its subject', async () => {
    cutOff();
    const { exitCode, heard } = await sentBy();
    const { subject, alarms, text } = JSON.parse(heard) as Record<string, unknown>;
    expect(exitCode).toBe(1);
    expect(subject).toContain(': the analysis did not end, 1 unusual, with a problem');
    expect(alarms).toEqual([
      expect.stringContaining(`The analysis of ${DAY} failed: no heartbeat`),
    ]);
    expect(String(text).replace(/\s+/g, ' ')).toContain(AGAIN);
  });
});

/** Makes the stored result one of which a part is missing. */
function change(parts: object): void {
  const runs = cluster.index(RUNS_INDEX);
  const id = `default:${DAY}:UTC`;
  runs.put(id, { ...runs.get(id)?.source, ...parts });
}

describe('the report of a day that is analyzed in part', () => {
  const [syslog, ossec] = ['syslog', 'ossec'].map((source) => ({
    ...{ source, state: 'judged', series: 2, not_judged: 0, below_floor: 0, documents: 9 },
    ...{ without_subtype: 0, training_days: 9, searches: 1 },
  }));

  it.each([
    ['--text', 'a source', { source_results: [syslog, { ...ossec, state: 'unknown' }] }],
    ['--html', 'some counts', { source_results: [{ ...syslog, is_troubled: true }] }],
    ['--json', 'a source', { source_results: [{ ...syslog, is_misfit: true }] }],
    ['--csv', 'another reason', {}],
  ])('ends like the analysis itself: %s, without %s', async (form, _, parts) => {
    change({ status: 'partial', ...parts });
    const { exitCode, words, out } = await endOf(report(form));
    expect(exitCode).toBe(1);
    expect(out).not.toBe('');
    const ofRun = { source_results: [syslog], seen_by: null, ...parts } as unknown as CheckedRun;
    const run = { ...ofRun, day: DAY, zone: 'UTC', started_at: '2015-04-03T06:00:00.000Z' };
    const problems = runProblems({ ...run, status: 'partial' });
    expect(problems).toHaveLength(1);
    expect(words).toBe(`the report of ${DAY} is not whole: ${problems.join('')}`);
  });

  it('is sent, and ends so as well', async () => {
    change({ status: 'partial' });
    const { exitCode, heard } = await sentBy();
    expect(exitCode).toBe(1);
    expect(heard).toContain('mallory');
  });

  it('is whole as far as it can be where the day was not over', async () => {
    change({ status: 'partial', '@timestamp': `${DAY}T12:00:00.000Z` });
    expect((await endOf(report())).exitCode).toBe(0);
  });
});
