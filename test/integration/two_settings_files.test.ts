import { createReader } from '../../server/wiring/create_reader';
import { parseSettings } from '../../common/settings/parse_settings';
import { ledgerOf } from '../../server/app/runs/ledger';
import { fetchRuns } from '../../server/elastic/results/run_store';
import { assembleRow } from '../../server/answers/assemble_row';
import { assembleRows } from '../../server/answers/assemble_rows';
import { fetchDayTotals, totalsOfRows } from '../../server/answers/day_totals';
import type { Caller } from '../../server/wiring/caller';
import { readDay } from '../../server/answers/read_day';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerDiff } from '../../standalone/cli/commands/diff';
import { registerReplay } from '../../standalone/cli/commands/replay';
import { burstLogs, burstMappings, burstSettings } from '../fixtures/burst_logs';
import { testFolder, type TestFolder } from '../fixtures/cli_settings';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { taggingRunner } from '../fixtures/tagging_runner';
import { testUrl } from '../fixtures/test_cluster';

const { client, logs, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();
/** No other suite has it. */
const DAY = '2026-09-11';
const FILES = ['firewall', 'mail'] as const;

let folder: TestFolder;
const caller: Caller = { name: null, client, can: () => Promise.resolve(true), request: undefined };

/** Analyzes the day as one of the two settings files says. */
async function analyze(id: (typeof FILES)[number], ...args: readonly string[]): Promise<Said> {
  const path = await folder.write(`${id}.json`, burstSettings(id, `two-files-${id}`));
  const options = ['--es', testUrl, '--settings', path, '--day', DAY];
  return runInProcess(registerAnalyze, ['analyze', ...options, ...args]);
}

function settingsOf(id: string) {
  const parsed = parseSettings(burstSettings(id, `two-files-${id}`));
  if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
  return parsed.settings;
}

const countAllTagged = () =>
  Promise.all(FILES.map((id) => countTagged(`two-files-${id}`, `${id}_outlier`)));

/** The day as the page shows it. */
async function shownDay() {
  const view = await readDay(createReader(caller), settingsOf('mail'), DAY, signal);
  return { view, ...(await assembleRows(createReader(caller), view, signal)) };
}

jest.setTimeout(120_000);
beforeAll(async () => {
  for (const name of ['ELASTICSEARCH_URL', 'LOGWAVE_SETTINGS']) delete process.env[name];
  folder = await testFolder();
  for (const id of FILES) {
    const documents = burstLogs(DAY, 14, { hour: 10, events: 22 });
    await logs.add(`two-files-${id}`, documents, burstMappings);
  }
  await analyze('firewall', '--tag');
});
afterAll(async () => {
  await folder.remove();
  await stop();
});

describe('two settings files on one cluster', () => {
  it('leave the findings and tags of each other as they are', async () => {
    const { out } = await analyze('mail', '--tag');
    expect(out).toContain('22 tags added.');
    expect(out).toContain('1 of 1 series unusual. 22 documents tagged.');
    expect(await countAllTagged()).toEqual([22, 22]);
    const { findings } = await shownDay();
    expect(findings.map(({ source }) => source).sort()).toEqual(['firewall', 'mail']);
  });

  it('are shown together, and the day says which result is whose', async () => {
    const { view, rows } = await shownDay();
    expect(rows.map(({ source, finding }) => [source, finding?.hours])).toEqual([
      ['firewall', [10]],
      ['mail', [10]],
    ]);
    expect(view.run).toMatchObject({ findings: 2, series: 2, series_unusual: 2 });
    expect(view.run.left_out).toContainEqual(
      expect.stringMatching(/^firewall: result of the analysis of .* did not cover it$/),
    );
  });

  it('come to the same totals and rows where only one series is read', async () => {
    const { view, rows } = await shownDay();
    const reader = createReader(caller);
    const { totals } = await fetchDayTotals(reader, view, signal);
    expect(totals).toEqual(totalsOfRows(rows));
    for (const row of rows) {
      expect((await assembleRow(reader, view, row, signal)).row).toEqual(row);
    }
  });

  it('make a day whole only for sources that have a result', async () => {
    const runs = await fetchRuns(client, { scope: 'default', from: DAY, to: DAY }, signal);
    const now = new Date();
    const stateFor = (...ids: readonly string[]) => {
      const sources = ids.flatMap((id) => settingsOf(id).sources);
      const known = { zone: 'UTC', runs, late: new Map<string, number>(), now };
      return ledgerOf([DAY], { ...known, sources }).map(({ state, words }) => [state, words]);
    };
    expect(stateFor('firewall', 'mail')).toEqual([['analyzed', null]]);
    expect(stateFor('mail', 'dns')).toEqual([['partial', 'dns: not analyzed']]);
  });

  it('can be assessed and counted again, each by its own settings', async () => {
    const run = ['--es', testUrl, '--run', `default:${DAY}:UTC`];
    const replayed = await runInProcess(registerReplay, ['replay', ...run]);
    expect(replayed.out).toContain('The same findings: 2 findings of 2 sources');
    const changes = await runInProcess(registerDiff, ['diff', ...run]);
    expect(changes.out).toContain('the counts of 0 series changed; 0 findings would come');
  });

  it('lose nothing when one of them is analyzed again, with tags or without', async () => {
    const again = await analyze('firewall', '--tag');
    expect(again.out).toContain('0 tags added; 22 documents already had the tag.');
    await analyze('mail');
    expect(await countAllTagged()).toEqual([22, 22]);
    expect((await shownDay()).findings).toHaveLength(2);
  });
});

describe('two settings files that define a source of the same id differently', () => {
  const OTHER = 'two-files-other';

  async function analyzeOther(...args: readonly string[]): Promise<Said> {
    const path = await folder.write('other.json', burstSettings('mail', OTHER));
    const options = ['--es', testUrl, '--settings', path, '--day', DAY];
    return runInProcess(registerAnalyze, ['analyze', ...options, ...args]);
  }

  beforeAll(async () => {
    await logs.add(OTHER, burstLogs(DAY, 14, { hour: 20, events: 30 }), burstMappings);
    // It is silent all day: none of it may be said about the other one.
    const path = await folder.write('gone.json', burstSettings('mail', 'two-files-not-there'));
    const gone = ['--es', testUrl, '--settings', path, '--day', DAY];
    await runInProcess(registerAnalyze, ['analyze', ...gone]).catch(() => undefined);
  });

  it('leave its result, findings and tags as they are, and say so', async () => {
    const failure = (await analyzeOther('--tag').catch((error: unknown) => error)) as Error & {
      readonly said: Said;
    };
    expect(failure.message).toContain('1 of 1 source could not be analyzed');
    expect(failure.said.out.replace(/\s+/g, ' ')).toContain(
      'other settings define "mail" on "two-files-mail", and their result of the day is kept',
    );
    expect(await countAllTagged()).toEqual([22, 22]);
    expect(await countTagged(OTHER, 'mail_outlier')).toBe(0);
    const { rows, findings } = await shownDay();
    expect(rows.map(({ source, finding }) => [source, finding?.hours])).toEqual([
      ['firewall', [10]],
      ['mail', [10]],
    ]);
    expect(findings.map(({ source }) => source).sort()).toEqual(['firewall', 'mail']);
  });

  it('do not make the day due for the schedule', async () => {
    const runs = await fetchRuns(client, { scope: 'default', from: DAY, to: DAY }, signal);
    const { sources } = settingsOf('mail');
    const known = { zone: 'UTC', runs, late: new Map<string, number>(), now: new Date() };
    expect(ledgerOf([DAY], { ...known, sources })).toMatchObject([{ state: 'analyzed' }]);
  });

  it('replace it on request, and the day is not mixed', async () => {
    const { out } = await analyzeOther('--tag', '--replace');
    expect(out).toContain('30 tags added; 22 removed');
    expect(await countAllTagged()).toEqual([22, 0]);
    expect(await countTagged(OTHER, 'mail_outlier')).toBe(30);
    const { rows } = await shownDay();
    expect(rows.map(({ source, finding }) => [source, finding?.hours])).toEqual([
      ['mail', [20]],
      ['firewall', [10]],
    ]);
  });
});
