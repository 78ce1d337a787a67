import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Judgment } from '../../common/marks';
import { daysBefore, type Day } from '../../common/time/day';
import { fetchFindings, findingId } from '../../server/elastic/results/findings_store';
import { fetchRun } from '../../server/elastic/results/run_store';
import { seriesBlockId } from '../../server/elastic/results/series/stored_series';
import { fetchCalendars, fetchJudgments } from '../../server/elastic/silence';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerBacktest } from '../../standalone/cli/commands/backtest';
import { registerCalendar } from '../../standalone/cli/commands/calendar';
import { registerDiff } from '../../standalone/cli/commands/diff';
import { registerFolder } from '../../standalone/cli/commands/folder';
import { registerJudge } from '../../standalone/cli/commands/judge';
import { registerReplay } from '../../standalone/cli/commands/replay';
import { icsName } from '../../standalone/cli/folder/folder_files';
import { icsOf } from '../fixtures/calendars';
import { onlySource, testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { taggingRunner } from '../fixtures/tagging_runner';
import { testUrl as url } from '../fixtures/test_cluster';

const { client, logs, stop } = taggingRunner();
const { signal } = new AbortController();
const INDEX = 'backtest-it-logs';
const DAY: Day = '2017-05-17';
const DAYS = 6;
// A zone of its own: no other suite has a run of this day in it.
const RUN_ID = `default:${DAY}:Africa/Abidjan`;
/** A calendar that no other suite has. */
const NAME = 'backtest-it';

let folder: TestFolder;
let settings: string;

function eventsOf(day: Day, hour: number, count: number): object[] {
  const document = { '@timestamp': `${day}T${String(hour).padStart(2, '0')}:10:00Z` };
  return Array.from({ length: count }, () => ({ ...document, type: 'syslog', severity: '5' }));
}

/** Around nine events an hour, and 90 at 15:00 on the last day. */
function documents(): object[] {
  return [DAY, ...daysBefore(DAY, DAYS)].flatMap((day, age) =>
    Array.from({ length: 24 }, (_, hour) => {
      const count = age === 0 && hour === 15 ? 90 : 8 + ((hour * 7 + age * 5) % 3);
      return eventsOf(day, hour, count);
    }).flat(),
  );
}

jest.setTimeout(120_000);
beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  folder = await testFolder();
  const parts = { zone: 'Africa/Abidjan', method: 'calibrated', training: { days: DAYS } };
  settings = await folder.write('settings.json', { ...onlySource(INDEX), ...parts });
  await logs.add(INDEX, documents());
  await run(registerAnalyze, 'analyze', '--settings', settings, '--day', DAY);
});
afterAll(async () => {
  await folder.remove();
  await client.delete({ index: 'logwave-runs', id: RUN_ID, refresh: true });
  await client.delete({ index: 'logwave-findings', id: await storedId(), refresh: true });
  await client.delete({ index: 'logwave-series', id: seriesBlockId(RUN_ID, 'syslog', 0) });
  await stop();
});

function run(register: (program: Command) => void, ...args: readonly string[]): Promise<Said> {
  return runInProcess(register, [...args, '--es', url]);
}

const backtest = (...args: readonly string[]): Promise<Said> =>
  run(registerBacktest, 'backtest', '--settings', settings, '--to', DAY, '--days', '3', ...args);

/** The id of the one finding. */
async function storedId(): Promise<string> {
  const [finding] = await fetchFindings(client, RUN_ID, new AbortController().signal);
  if (finding === undefined) throw new Error('nothing was found');
  return findingId(finding);
}

/** What was judged here, in the order in which it was; other suites judge at the same time. */
async function ownJudgments(): Promise<Judgment[]> {
  const marks = await fetchJudgments(client, 'default', signal);
  const own = marks.filter(({ day }) => day === DAY);
  return own.sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Removes all that was decided here. */
async function loseOwn(): Promise<void> {
  const calendars = await fetchCalendars(client, 'default', signal);
  const own = [...(await ownJudgments()), ...calendars.filter(({ name }) => name === NAME)];
  const operations = own.map(({ id }) => ({ delete: { _index: 'logwave-marks', _id: id } }));
  await client.bulk({ refresh: true, operations });
}

/** The text of what was decided here, as an export has written it. */
async function ownFiles(name: string) {
  const read = (path: string): Promise<string> => readFile(join(folder.path(name), path), 'utf8');
  const objectsIn = async (path: string, own: string): Promise<string[]> =>
    (await read(path))
      .split(/^(?= {2}\{)/m)
      .filter((text) => text.includes(own))
      .map((text) => text.replace(/[,\]\s]*$/, ''));
  const settled = ['settings.json', 'sources.json', 'floors.json'];
  return {
    marks: await objectsIn('marks.json', DAY),
    calendars: await objectsIn('calendars.json', NAME),
    ics: await read(icsName(NAME)).catch(() => null),
    settings: await Promise.all(settled.map(read)),
  };
}

/** The findings as they are stored, without the moment at which they were. */
async function storedText(): Promise<string> {
  const found = await fetchFindings(client, RUN_ID, signal);
  return JSON.stringify(found.map((finding) => ({ ...finding, found_at: undefined })));
}

/** The error of a command, and what it wrote before. */
async function faultOf(command: Promise<Said>): Promise<{ message: string; said: Said }> {
  const error: unknown = await command.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  return error as { message: string; said: Said };
}

describe('backtest, replay and diff', () => {
  it('assess the last days again and propose a threshold', async () => {
    const { out } = await backtest('--budget', '0.5');
    expect(out).toContain('2017-05-17 Wed 1 █');
    expect(out).toContain('1 Syslog notice (syslog severity 5)');
    expect(out).toContain('threshold  findings a day  busiest day');
    expect(out).toContain('{"calibrated":{"score_limit":');
    expect((await backtest('--budget', '0.2')).out).toContain(
      'No threshold gives at most 0.2 findings',
    );
    const json = JSON.parse((await backtest('--json')).out) as Record<string, unknown>;
    expect(json).toMatchObject({ method: 'calibrated', days: [{}, {}, { day: DAY, flags: 1 }] });
  });

  it('refuse what cannot be: a day that has not ended, nothing kept, a budget under the talk', async () => {
    const later = ['--to', '2999-01-01'];
    expect((await faultOf(backtest(...later))).message).toContain('has not ended');
    const nothing = await faultOf(backtest('--to', '1999-01-01'));
    expect(nothing.message).toContain('no day can be assessed from kept counts');
    const talk = await folder.write('talk.json', onlySource(INDEX));
    const fault = await faultOf(backtest('--budget', '1', '--settings', talk));
    expect(fault.message).toContain('--budget needs the calibrated method');
  });

  it('follow what was judged: tried, kept, used by the next run, and taken back', async () => {
    const before = await storedText();
    const about = ['--settings', settings, '--day', DAY, '--source', 'syslog', '--subtype', '5'];
    const judge = (...args: readonly string[]): Promise<Said> =>
      run(registerJudge, 'judge', ...args, ...about);
    const analyze = () => run(registerAnalyze, 'analyze', '--settings', settings, '--day', DAY);
    const tried = await judge('expected', '--dry-run');
    expect(tried.out).toMatch(/^Over the last \d days: 1 finding goes\.$/m);
    expect(tried.out).toContain('Nothing was saved.');
    expect((await faultOf(judge('expected', '--note', 'x'.repeat(100_000)))).message).toContain(
      'It can have at most 2,000 characters',
    );
    expect((await faultOf(judge('incident', '--repeats', 'daily'))).message).toBe(
      'only “expected” can recur: an incident is about one day',
    );
    const kept = await judge('expected', '--note', '<b>backup</b>', '--repeats', 'weekday');
    expect(kept.out).toContain(
      'syslog 5: the hours from 15:00 to 16:00 every Wednesday are expected, until 2017-08-17.',
    );
    await analyze();
    const stored = await fetchRun(client, RUN_ID, signal);
    expect(stored?.run).toMatchObject({ findings: 0, run_id: RUN_ID });
    expect(stored?.run.judgments).toHaveLength(1);
    expect((await run(registerReplay, 'replay', '--run', RUN_ID)).out).toContain(
      'The same findings',
    );
    const back = JSON.parse((await judge('none', '--json')).out) as { replay: { new: string[] } };
    expect(back.replay.new).toEqual([DAY]);
    await analyze();
    expect(await storedText()).toBe(before);
    await judge('incident');
    expect((await analyze()).out).toMatch(/^1 of 1 series unusual, all judged\./m);
    expect((await ownJudgments()).map(({ judgment, reason }) => [judgment, reason])).toEqual([
      ['expected', '<b>backup</b>'],
      ['none', null],
      ['incident', null],
    ]);
  });

  it('come back byte for byte after all that was decided is exported, lost and imported', async () => {
    const file = await folder.write('far.ics', icsOf('UID:1\nDTSTART;VALUE=DATE:20371224'));
    const means = ['--means', 'not-assessed', '--source', 'syslog', '--name', NAME];
    await run(registerCalendar, 'calendar', 'add', file, ...means, '--settings', settings);
    await run(registerFolder, 'export', folder.path('first'), '--settings', settings);
    const first = await ownFiles('first');
    expect(first.marks).toHaveLength(3);
    await loseOwn();
    await run(registerFolder, 'export', folder.path('lost'), '--settings', settings);
    expect((await ownFiles('lost')).marks).toEqual([]);
    const imported = await run(
      registerFolder,
      'import',
      folder.path('first'),
      '--settings',
      settings,
    );
    expect(imported.out).toContain('marks added: 3, calendars added: 1');
    await run(registerFolder, 'export', folder.path('second'), '--settings', settings);
    expect(await ownFiles('second')).toEqual(first);
    await loseOwn();
  });

  it('find the same again, until late data comes, and then show what it changed', async () => {
    const replayed = await run(registerReplay, 'replay', '--run', RUN_ID);
    expect(replayed.out).toContain('The same findings: 1 finding of 1 source');
    const before = await run(registerDiff, 'diff', '--run', RUN_ID);
    expect(before.out).toContain('the counts of 0 series changed; 0 findings would come');

    await logs.add(INDEX, eventsOf(DAY, 20, 300));
    const { out } = await run(registerDiff, 'diff', '--day', DAY);
    expect(out).toContain('the counts of 1 series changed; 1 finding would come');
    expect(out).toContain('at 20:00');
    // Nothing was written: the kept counts still give the findings that are stored.
    await run(registerReplay, 'replay', '--run', RUN_ID);
  });

  it('end with an error where the findings are not the same, or there is no run', async () => {
    const change = { id: await storedId(), doc: { count: 1 }, refresh: true };
    await client.update({ index: 'logwave-findings', ...change });
    const { message, said } = await faultOf(run(registerReplay, 'replay', '--run', RUN_ID));
    expect(message).toBe('the findings are not the same');
    expect(said.out).toContain('1 series with another finding');
    const none = await faultOf(run(registerReplay, 'replay', '--run', 'default:none'));
    expect(none.message).toContain('there is no run "default:none"');
    expect((await faultOf(run(registerDiff, 'diff'))).message).toContain('either --day DAY or');
  });
});
