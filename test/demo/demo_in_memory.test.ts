import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { plantedIncidents } from '../../standalone/sample';
import type { Analysis } from '../../standalone/cli/run_analysis';
import { runProgramOf, startProgram, type Running } from '../fixtures/run_command';

/** A busy machine is slow; no test is about time. */
jest.setTimeout(180_000);

const POLL_MS = 100;
let folder: string;
/** The only place where the demo writes. */
let temporary: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'logwave-demo-memory-'));
  temporary = await mkdtemp(join(tmpdir(), 'logwave-demo-temporary-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(temporary, { recursive: true });
});

type Shown = Analysis & { readonly report: string };

/** No Java is found here, and what would install an Elasticsearch would do so here. */
const withoutJava = () => ({
  PATH: folder,
  JAVA_HOME: '',
  LOGWAVE_ES_INSTALL: join(folder, 'es'),
  LOGWAVE_DATA: join(folder, 'data'),
  TMPDIR: temporary,
});

describe('logwave demo', () => {
  it('finds the six incidents without Java, Elasticsearch or a file in their folders', async () => {
    const args = ['bin/logwave', 'demo', '--once', '--json', '--zone', 'America/Toronto'];
    const { code, out, err } = await runProgramOf(args, '', withoutJava());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { run, findings, tagging, report } = JSON.parse(out) as Shown;
    expect(run).toMatchObject({ status: 'analyzed', zone: 'America/Toronto' });
    const found = new Set(findings.map(({ source, subtype }) => `${source} ${subtype}`));
    for (const { series } of plantedIncidents) {
      expect(series.some(({ source, subtype }) => found.has(`${source} ${subtype}`))).toBe(true);
    }
    expect(tagging?.updated).toBeGreaterThan(50);
    expect(await readdir(folder)).toEqual([]);
    expect(report.startsWith(temporary)).toBe(true);
  });

  it('ends with where the report is, and what to type next', async () => {
    const { code, out } = await runProgramOf(['bin/logwave', 'demo', '--once'], '', withoutJava());
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ of \d+ series unusual/);
    const [, file = ''] = /^The report of the day is in (.+)\.$/m.exec(out) ?? [];
    expect(file.startsWith(temporary)).toBe(true);
    const html = await readFile(file, 'utf8');
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('web2');
    expect(out).toContain('npm run demo -- --full');
    expect(out).toContain('bin/logwave ingest /var/log\n  bin/logwave analyze --tag');
  });
});

describe('the page of the demo', () => {
  let running: Running;
  let url = '';
  let day = '';

  beforeAll(async () => {
    const args = ['bin/logwave', 'demo', '--json', '--zone', 'UTC', '--days', '12'];
    running = startProgram(args, '', withoutJava());
    let said = '';
    running.child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    while (!/"url": "http/.test(said) && running.child.exitCode === null) await delay(POLL_MS);
    url = /"url": "(http[^"]+)"/.exec(said)?.[1] ?? '';
    day = /"last_day": "([^"]+)"/.exec(said)?.[1] ?? '';
  });
  afterAll(async () => {
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${url}/api/logwave${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'kbn-xsrf': 'test' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    expect({ path, isGood: answer.ok, text: answer.ok ? '' : text }).toEqual({
      path,
      isGood: true,
      text: '',
    });
    return JSON.parse(text) as T;
  }

  it('says that its data is a sample', async () => {
    const frame = await (await fetch(url)).text();
    expect(frame).toContain('<meta name="logwave-notice" content="sample">');
  });

  it('answers each part of the page', async () => {
    const { findings } = await call<Analysis>('GET', `/days/${day}/findings`);
    expect(findings.length).toBeGreaterThan(4);
    const series = 'source=syslog_program&subtype=sshd';
    const { documents } = await call<{ documents: { tagged: boolean }[] }>(
      'GET',
      `/days/${day}/documents?${series}&size=50&hours=9`,
    );
    expect(documents.length).toBeGreaterThan(40);
    expect(documents.every(({ tagged }) => tagged)).toBe(true);
    const fields = await call<{ events: number }>(
      'GET',
      `/days/${day}/top_fields?${series}&hour=9`,
    );
    expect(fields.events).toBeGreaterThan(40);
    for (const path of ['/silence', `/month?to=${day}`, '/sources', '/schedule', '/diagnostics']) {
      await call('GET', path);
    }
  });

  it('begins with the silent host and the unusual series, wherever a day is summed up', async () => {
    const found = await call<{ summary: string; findings: { subtype: string | null }[] }>(
      'GET',
      `/days/${day}/findings`,
    );
    const unusual = found.findings.filter(({ subtype }) => subtype !== null).length;
    const { rows } = await call<{ rows: { series_name: string }[] }>('GET', `/days/${day}/silence`);
    const names = rows.map(({ series_name: name }) => name);
    // The sample differs by date: some stream may be silent by chance, too.
    expect(names[0]).toBe('web2');
    const silent = names.length === 1 ? '1 host' : `1 host and ${names.length - 1} series`;
    const beginning = new RegExp(`^${silent} silent: ${names.join(', ')}\\. ${unusual} of `);
    expect(found.summary).toMatch(beginning);
    const series = 'source=syslog_program&subtype=sshd';
    for (const path of [`/days/${day}/series`, `/days/${day}/one_series?${series}`]) {
      const { head } = await call<{ head: { summary: string } }>('GET', path);
      expect(head.summary).toMatch(beginning);
    }
  });

  it('shows one finding expected, one incident, one mute and one day of a calendar', async () => {
    const { series } = await call<{
      series: { subtype: string; judgment: { judgment: string } | null; mute: object | null }[];
    }>('GET', `/days/${day}/series`);
    const judged = series.filter(({ judgment }) => judgment !== null);
    expect(judged.map(({ subtype, judgment }) => [subtype, judgment?.judgment]).sort()).toEqual([
      ['550', 'expected'],
      ['sshd', 'incident'],
    ]);
    const muted = series.filter(({ mute }) => mute !== null);
    expect(muted.map(({ subtype }) => subtype)).toEqual(['bounce']);
    const { calendars } = await call<{ calendars: { means: string[] }[] }>('GET', '/calendars');
    expect(calendars).toMatchObject([{ means: ['not_learned_from'], fault: null }]);
    const { run } = await call<{ run: { calendar_hash: string | null } }>(
      'GET',
      `/days/${day}/findings`,
    );
    expect(run.calendar_hash).not.toBeNull();
  });

  it('untags, saves settings, and analyzes another day, all in memory', async () => {
    const { removed } = await call<{ removed: number }>('POST', `/days/${day}/untag`, {});
    expect(removed).toBeGreaterThan(50);
    const { saved, version } = await call<{ saved: object; version: string | null }>(
      'GET',
      '/settings',
    );
    await call('PUT', '/settings', { settings: { ...saved, method: 'talk' }, version });
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    const { run_id: id } = await call<{ run_id: string }>('POST', '/runs', { day: before });
    let status = 'running';
    while (status === 'running') {
      await delay(POLL_MS);
      const answer = await call<{ status: string; method: string }>(
        'GET',
        `/runs/${encodeURIComponent(id)}`,
      );
      status = answer.status;
    }
    expect(status).toBe('analyzed');
  });
});
