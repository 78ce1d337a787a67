import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { getDocuments } from '../../common/api/day/get_documents';
import { getFindings } from '../../common/api/day/get_findings';
import { getMonth } from '../../common/api/day/get_month';
import { getOneSeries } from '../../common/api/day/get_one_series';
import { getSchedule } from '../../common/api/setup/get_schedule';
import { getSeriesOfDay } from '../../common/api/day/get_series_of_day';
import { getSettings } from '../../common/api/setup/get_settings';
import { listRuns } from '../../common/api/runs/list_runs';
import { untagDay } from '../../common/api/day/untag_day';
import type { AnswerOf, Endpoint } from '../../common/api/basics/endpoint';
import type { Replay } from '../../server/app/again/replay';
import { registerAnalyze } from '../../standalone/cli/commands/analyze';
import { registerBacktest } from '../../standalone/cli/commands/backtest';
import { registerDiff } from '../../standalone/cli/commands/diff';
import { registerReplay } from '../../standalone/cli/commands/replay';
import { registerUntag } from '../../standalone/cli/commands/untag';
import { UserError } from '../../standalone/cli/basics/user_error';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import { SETTINGS_INDEX } from '../../standalone/host/settings/host_documents';
import { openStandaloneDoor, type StandaloneDoor } from '../contract/standalone_door';
import { runInProcess, type Said } from '../fixtures/command_in_process';
import { unpackFolder } from '../fixtures/data_folder/archive';
import { LOG_DAYS } from '../fixtures/data_folder/logs';
import { readManifest, tagsIn, type Manifest } from '../fixtures/data_folder/manifest';

// An Elasticsearch of its own is started, which takes some seconds on a busy machine.
jest.setTimeout(180_000);

const [FIRST_DAY = '', LAST_DAY = ''] = [LOG_DAYS[0], LOG_DAYS[LOG_DAYS.length - 1]];
const OWN_TAG = 'reviewed';

let manifest: Manifest;
let folder: string;
let data: string;
let elasticsearch: AcquiredElasticsearch;
let client: Client;
let opened: StandaloneDoor;
/** How many documents of each day carry tags of the run: some carry those of several sources. */
let taggedDocuments: ReadonlyMap<string, number>;

beforeAll(async () => {
  manifest = await readManifest();
  folder = await mkdtemp(join(tmpdir(), 'logwave-earlier-'));
  data = join(folder, 'data');
  await unpackFolder(data);
  elasticsearch = await acquireElasticsearch({ dataDir: data });
  client = new Client({ node: elasticsearch.url });
  opened = await openStandaloneDoor(client, SETTINGS_INDEX);
  taggedDocuments = await countTaggedDocuments();
});

afterAll(async () => {
  await opened.door.close();
  await client.close();
  await elasticsearch.release();
  await rm(folder, { recursive: true, force: true });
});

/** What an endpoint answers, held to its schema. */
async function ask<E extends Endpoint>(
  endpoint: E,
  day = '',
  query: Readonly<Record<string, string>> = {},
): Promise<AnswerOf<E>> {
  const path = `${endpoint.path.replace('{day}', day)}?${new URLSearchParams(query).toString()}`;
  const { status, json } = await opened.door.call({ method: endpoint.method, path });
  expect([path, status]).toEqual([path, 200]);
  return endpoint.answer.parse(json) as AnswerOf<E>;
}

/** What a command of the command line prints as JSON. */
async function logwave(
  register: Parameters<typeof runInProcess>[0],
  ...args: readonly string[]
): Promise<Record<string, unknown>> {
  const { out } = await runInProcess(register, [...args, '--data', data, '--json']);
  return JSON.parse(out) as Record<string, unknown>;
}

/** What replaying a run says, also where it finds a difference. */
async function replayed(runId: string): Promise<Replay> {
  const said = (error: unknown): Said => {
    if (error instanceof UserError) return (error as UserError & { readonly said: Said }).said;
    throw error;
  };
  const command = ['replay', '--run', runId, '--data', data, '--json'];
  const { out } = await runInProcess(registerReplay, command).catch(said);
  return JSON.parse(out) as Replay;
}

type ManifestRun = Manifest['runs'][number];

function runOf(day: string): ManifestRun {
  const run = manifest.runs.find((one) => one.day === day);
  if (run === undefined) throw new Error(`the fixture has no run of ${day}`);
  return run;
}

function daysWith(isWanted: (run: ManifestRun) => boolean): string[] {
  return manifest.runs.filter(isWanted).map(({ day }) => day);
}

/** Findings as the manifest has them. */
function briefly(findings: readonly ManifestRun['findings'][number][]): unknown[] {
  const key = ({ source, subtype }: ManifestRun['findings'][number]) =>
    `${source} ${subtype ?? ''}`;
  return findings
    .map(({ source, subtype, verdict, hours }) => ({ source, subtype, verdict, hours }))
    .sort((a, b) => key(a).localeCompare(key(b)));
}

interface LogDocument {
  readonly '@timestamp'?: string;
  readonly tags?: readonly string[];
}

/** Documents with a tag of Logwave by the day of their time in the zone of the runs. */
async function countTaggedDocuments(): Promise<Map<string, number>> {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Vienna' });
  const counted = new Map<string, number>();
  for (const { tags = [], '@timestamp': time = '' } of (await logDocuments()).values()) {
    if (tags.every((tag) => tag === OWN_TAG)) continue;
    const day = days.format(new Date(time));
    counted.set(day, (counted.get(day) ?? 0) + 1);
  }
  return counted;
}

/** What a run of a day says about its tags: the documents; null if it tagged nothing. */
function documentsTaggedOn({ day, tagged }: ManifestRun): number | null {
  return tagged === null ? null : (taggedDocuments.get(day) ?? 0);
}

/** All documents of logs by id. */
async function logDocuments(): Promise<Map<string, LogDocument>> {
  const { hits } = await client.search<LogDocument>({ index: 'logstash-*', size: 10_000 });
  return new Map(hits.hits.map(({ _id: id = '', _source: source = {} }) => [id, source]));
}

describe('the data folder of an earlier version, read by the API', () => {
  it('has every document that it was packed with', async () => {
    for (const [index, documents] of Object.entries(manifest.documents)) {
      expect([index, (await client.count({ index })).count]).toEqual([index, documents]);
    }
    expect(await tagsIn(client)).toEqual(manifest.tags);
  });

  it('has the findings of each day', async () => {
    for (const run of manifest.runs) {
      const { run_id, day, findings, status } = run;
      const answer = await ask(getFindings, day);
      const spelled = status === 'analysed' ? 'analyzed' : status;
      const tagged = documentsTaggedOn(run);
      expect(answer.run).toMatchObject({ run_id, status: spelled, tagged });
      expect(briefly(answer.findings)).toEqual(findings);
    }
  });

  it('has every series of a day, those with a finding first', async () => {
    for (const { day, findings, documents } of manifest.runs) {
      const { head, series, run } = await ask(getSeriesOfDay, day);
      expect([run.documents, head.zone]).toEqual([documents, 'Europe/Vienna']);
      expect(head.series_total).toBe(series.length);
      const rows = series.flatMap(({ finding }) => (finding === null ? [] : [finding]));
      expect(briefly(rows)).toEqual(findings);
      expect(series.slice(0, findings.length).map(({ state }) => state)).toEqual(
        findings.map(() => 'unusual'),
      );
    }
  });

  it('has a series with its training days, the one that was left out too', async () => {
    const series = { source: 'postfix', subtype: 'smtpd' };
    const { row, training, assessing } = await ask(getOneSeries, LAST_DAY, series);
    expect(row.finding?.verdict).toBe('silent');
    expect(row.omitted_days).toEqual(['2026-06-18']);
    expect(assessing.floors).toEqual([{ source: 'ossec', floors: { least_count: 2 } }]);
    expect(training).toHaveLength(31);
    // Three events an hour from 06:00 to 22:00 on every day.
    const sums = training.map(({ counts }) => counts.reduce((sum: number, n) => sum + (n ?? 0), 0));
    expect(new Set(sums)).toEqual(new Set([48]));
  });

  it('says the same of a series by itself as of the whole day', async () => {
    for (const { day } of manifest.runs) {
      const { head, series } = await ask(getSeriesOfDay, day);
      const last = series.length - 1;
      for (const row of [series[0], series[last]]) {
        const { source = '', subtype = '' } = row ?? {};
        const one = await ask(getOneSeries, day, { source, subtype });
        expect([day, one.row, one.head]).toEqual([day, row, head]);
      }
    }
  });

  it('has the series of a source of two fields', async () => {
    const { row } = await ask(getOneSeries, runOf('2026-07-01').day, {
      source: 'host_programs',
      subtype: '["web1","sshd"]',
    });
    expect(row).toMatchObject({ state: 'unusual', finding: { verdict: 'more', hours: [3] } });
  });

  it('has the documents of a flagged hour, tagged', async () => {
    const series = { source: 'suricata', subtype: '2402000', hours: '10,11' };
    const { total, documents } = await ask(getDocuments, LAST_DAY, series);
    expect(total).toBe(8);
    expect(documents.map(({ tagged }) => tagged)).toEqual(Array(8).fill(true));
  });

  it('has the month and the ledger', async () => {
    const { days, series } = await ask(getMonth, '', { to: LAST_DAY });
    const ledger = await ask(listRuns, '', { from: FIRST_DAY, to: LAST_DAY });
    expect(ledger.runs).toHaveLength(manifest.runs.length);
    for (const run of manifest.runs) {
      const { run_id, day } = run;
      const expected = { run_id, state: 'analyzed', tagged: documentsTaggedOn(run) };
      expect(days.find((one) => one.day === day)).toMatchObject(expected);
      expect(ledger.days.find((one) => one.day === day)).toMatchObject(expected);
    }
    const began = series.filter((one) => one.began?.day === LAST_DAY);
    expect(began.map(({ source, began: it }) => [source, it?.verdict]).sort()).toEqual(
      runOf(LAST_DAY).findings.map(({ source, verdict }) => [source, verdict]),
    );
  });

  it('has the settings without a fault, and the schedule', async () => {
    const { saved, faults, settings, version } = await ask(getSettings);
    expect([saved, faults]).toEqual([manifest.settings, []]);
    expect(settings.sources.find(({ id }) => id === 'host_programs')?.enabled).toBe(true);
    expect(version).not.toBeNull();
    expect(await ask(getSchedule)).toMatchObject({ enabled: false, interval: '1h' });
  });
});

describe('the data folder of an earlier version, read by the command line', () => {
  it('has counts and settings by which each run is assessed again, by the current method', async () => {
    for (const { run_id, findings } of manifest.runs) {
      const { changes, sources, notes } = await replayed(run_id);
      expect(sources).toEqual(
        expect.arrayContaining([...new Set(findings.map(({ source }) => source))]),
      );
      // The method of the fixture was another version, and that is said of any difference.
      const said = 'the run was assessed by another version of the method';
      expect(notes.filter((note) => note !== said)).toEqual([]);
      expect(findings.length === 0 || notes.includes(said)).toBe(true);
      expect(changes.filter(({ before, after }) => before?.verdict !== after?.verdict)).toEqual([]);
    }
  });

  it('has counts for a backtest, and no document that came late', async () => {
    const settings = join(folder, 'settings.json');
    await writeFile(settings, JSON.stringify(manifest.settings));
    const range = ['--to', LAST_DAY, '--days', '3', '--settings', settings];
    const { days } = await logwave(registerBacktest, 'backtest', ...range);
    expect(days).toHaveLength(3);
    const diff = await logwave(registerDiff, 'diff', '--day', LAST_DAY);
    expect(diff).toMatchObject({ counts: [], findings: [], notes: [] });
  });
});

describe('the journal of an earlier version', () => {
  it('removes exactly the tags of each run, through either host', async () => {
    const before = await logDocuments();
    const [first = '', last = ''] = daysWith(({ tagged }) => tagged !== null);
    const byCommand = await logwave(registerUntag, 'untag', '--day', first);
    expect(byCommand).toMatchObject({ removed: runOf(first).tagged, refused: [] });
    const byApi = await ask(untagDay, last);
    expect(byApi).toEqual({ removed: runOf(last).tagged, not_there: 0, gone: 0, left_out: [] });

    await client.indices.refresh({ index: 'logstash-*' });
    const after = await logDocuments();
    expect(after.size).toBe(before.size);
    for (const [id, { tags: had, ...logged }] of before) {
      const { tags, ...others } = after.get(id) ?? {};
      expect(others).toEqual(logged);
      expect(tags).toEqual(had?.filter((tag) => tag === OWN_TAG));
    }
    expect(await tagsIn(client)).toEqual({ [OWN_TAG]: 1 });
  });

  it('takes new entries: a day that is analyzed and tagged again comes to the same', async () => {
    const [day = ''] = daysWith(({ tagged }) => tagged !== null);
    const settings = join(folder, 'settings.json');
    await writeFile(settings, JSON.stringify(manifest.settings));
    const options = ['--day', day, '--tag', '--settings', settings];
    const { run, findings } = await logwave(registerAnalyze, 'analyze', ...options);
    expect(run).toMatchObject({
      run_id: runOf(day).run_id,
      tagged: documentsTaggedOn(runOf(day)),
    });
    expect(briefly(findings as ManifestRun['findings'])).toEqual(runOf(day).findings);
    const { removed } = await logwave(registerUntag, 'untag', '--day', day);
    expect(removed).toBe(runOf(day).tagged);
  });
});

describe('a run of an earlier version, after a newer one that covers a part of its sources', () => {
  it('has all findings in the month, in the list of runs and on its day', async () => {
    const others = ['syslog', 'ossec', 'suricata', 'syslog_program'];
    const settings = join(folder, 'part.json');
    const sources = others.map((id) => ({ id, enabled: false }));
    await writeFile(settings, JSON.stringify({ zone: 'Europe/Vienna', sources }));
    const options = ['--day', LAST_DAY, '--settings', settings];
    const { run: newer } = await logwave(registerAnalyze, 'analyze', ...options);
    expect(newer).toMatchObject({ source_results: [{ source: 'postfix' }], series_unusual: 1 });

    const all = runOf(LAST_DAY).findings.length;
    const numbers = { findings: all, series_unusual: all };
    expect(all).toBeGreaterThan(1);
    const { run, findings } = await ask(getFindings, LAST_DAY);
    expect([findings.length, run]).toMatchObject([all, numbers]);
    const { head } = await ask(getSeriesOfDay, LAST_DAY);
    expect(head.series_unusual).toBe(all);
    const ledger = await ask(listRuns, '', { from: FIRST_DAY, to: LAST_DAY });
    expect(ledger.runs.find(({ day }) => day === LAST_DAY)).toMatchObject(numbers);
    const month = await ask(getMonth, '', { to: LAST_DAY });
    for (const { days } of [ledger, month]) {
      expect(days.find(({ day }) => day === LAST_DAY)).toMatchObject({ series_unusual: all });
    }
  });
});
