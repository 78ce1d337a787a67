import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { acquireElasticsearch, type AcquiredElasticsearch } from '../../standalone/elasticsearch';
import type { Analysis } from '../../standalone/cli/run_analysis';
import { fetchJudgments } from '../../server/elastic/silence';
import type { DemoLogs } from '../../standalone/cli/demo_logs';
import { runProgramOf, startProgram } from '../fixtures/run_command';

/** A busy machine is slow; no test is about time. */
jest.setTimeout(300_000);

/** Enough to learn from, a fraction of the 36 days that a user gets. */
const DAYS = ['--days', '8'];
/** Another sample, as small as can be. */
const OTHER = ['--days', '2', '--seed', '7'];
const POLL_MS = 100;

let dataDir = '';
let elasticsearch: AcquiredElasticsearch;
let client: Client;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'logwave-demo-'));
  // Held for all tests: the demos join it, and it is not started for each of them.
  elasticsearch = await acquireElasticsearch({ dataDir });
  client = new Client({ node: elasticsearch.url });
});

afterAll(async () => {
  await client.close();
  await elasticsearch.release();
  await rm(dataDir, { recursive: true, force: true });
});

type Shown = Analysis & { readonly logs: DemoLogs; readonly report: string };

const place = (): string[] => ['--zone', 'Europe/Vienna', '--data', dataDir];

/** `npm run demo -- --once --json` to its end, which must be a good one. */
async function shown(): Promise<Shown> {
  const args = ['bin/logwave', 'demo', '--once', '--json', ...DAYS, ...place()];
  const { code, out, err } = await runProgramOf(args);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Shown;
}

async function documentsThere(): Promise<number> {
  await client.indices.refresh({ index: 'logstash-*' });
  return (await client.count({ index: 'logstash-*' })).count;
}

const sentencesOf = ({ findings }: Shown): string[] =>
  findings.map(({ source, subtype, sentence }) => `${source} ${subtype}: ${sentence}`).sort();

describe('logwave demo --once', () => {
  let first: Shown;

  it('writes, ingests, analyzes and tags sample logs', async () => {
    first = await shown();
    const { logs, run, findings, tagging } = first;
    expect(logs.created).toBe(logs.documents);
    expect(await documentsThere()).toBe(logs.documents);
    const { status, zone, left_out: notes } = run;
    expect({ status, zone, notes }).toEqual({
      status: 'analyzed',
      zone: 'Europe/Vienna',
      notes: [expect.stringContaining('training days unknown'), '1 muted finding not tagged'],
    });
    const found = findings.map(({ source, subtype }) => `${source} ${subtype}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'suricata 2210044',
        'syslog_program sshd',
        'syslog 6',
        'postfix bounce',
        'ossec 550',
      ]),
    );
    expect(tagging?.updated).toBeGreaterThan(50);
    expect(await readFile(first.report, 'utf8')).toContain('syslog program sshd');
  });

  it('run again, also twice at once, duplicates nothing and finds the same', async () => {
    const again = await Promise.all([shown(), shown()]);
    for (const later of again) {
      expect(later.logs).toEqual({ ...first.logs, created: 0 });
      expect(later.tagging?.updated).toBe(0);
      expect(sentencesOf(later)).toEqual(sentencesOf(first));
    }
    expect(await documentsThere()).toBe(first.logs.documents);
    // What each demo says of its findings is taken back by the next, and said again.
    const judgments = await fetchJudgments(client, 'default', new AbortController().signal);
    const said = (verdict: string) =>
      judgments.filter(({ judgment }) => judgment === verdict).length;
    expect([said('expected'), said('incident'), said('none')]).toEqual([3, 3, 4]);
  });

  it('puts another sample in the place of the one before, and leaves other logs alone', async () => {
    const own = { '@timestamp': '2001-01-01T00:00:00Z', type: 'syslog', path: '/var/log/syslog' };
    await client.index({ index: 'logstash-2001.01.01', document: own });
    const { code, out, err } = await runProgramOf([
      'scripts/demo.mjs',
      '--once',
      ...OTHER,
      ...place(),
    ]);
    expect(code).toBe(0);
    expect(err).toContain(`Removed ${first.logs.documents.toLocaleString('en-US')} documents`);
    const created = Number(/([\d,]+) created, 0 already/.exec(err)?.[1]?.replaceAll(',', ''));
    expect(created).toBeGreaterThan(5000);
    expect(await documentsThere()).toBe(created + 1);
    expect(out).toContain(
      'For your own logs:\n  bin/logwave ingest /var/log\n  bin/logwave analyze --tag',
    );
    const names = await readdir(join(dataDir, 'sample'));
    expect(names.map((name) => name.replace(/^[\d-]+-[0-9a-f]{8}/, '')).sort()).toEqual([
      '',
      '.json',
    ]);
  });
});

describe('logwave demo', () => {
  it('serves the page until Ctrl-C, which is a good end', async () => {
    const { child, ended } = startProgram(['bin/logwave', 'demo', '--json', ...OTHER, ...place()]);
    let said = '';
    child.stdout?.on('data', (text: Buffer) => (said += text.toString()));
    while (!/"url": "http/.test(said) && child.exitCode === null) await delay(POLL_MS);
    const url = /"url": "(http[^"]+)"/.exec(said)?.[1] ?? '';
    expect((await fetch(url)).status).toBe(200);
    const settings = await fetch(`${url}/api/logwave/settings`);
    // The page counts the days of the zone that the sample was written for.
    expect(await settings.json()).toMatchObject({ settings: { zone: 'Europe/Vienna' }, saved: {} });
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});
