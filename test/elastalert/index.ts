/** `npm run test:elastalert`: the documented rules, run by ElastAlert 2 on a real Elasticsearch. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import type { Finding } from '../../common/waveform/hours/finding';
import { startedRun } from '../../server/app/runs/started_run';
import { ensureIndices, saveFindings } from '../../server/elastic/results';
import { loadSettings } from '../../standalone/cli/basics/load_settings';
import { findingWith } from '../fixtures/tagging_finding';
import { installPythonTool } from '../tools/python_tool';
import { rulesOfDocs, withDebugAlert, type DocumentedRule } from './rules_of_docs';

const TOOLS = resolve(__dirname, '../../.logwave');
/** ElastAlert imports pytz, and does not name it. */
const PACKAGES = ['elastalert2==2.19.0', 'pytz==2026.6'];
const DAY = '2026-09-18';
const SCOPE = 'elastalert';
const SECOND_MS = 1_000;
/** ElastAlert begins within 15 seconds, and ends where its next look would be after the end. */
const LOOK = { from: -300, to: 35, every: 5 };
const VERDICTS = ['new', 'silent', 'more', 'less', 'new', 'silent'] as const;

/** How many of the findings below each documented rule is about. */
const WANTED: ReadonlyMap<string, number> = new Map([
  ['operating.md', VERDICTS.filter((verdict) => ['new', 'silent'].includes(verdict)).length],
  ['findings.md', VERDICTS.filter((verdict) => ['new', 'more'].includes(verdict)).length],
]);

function findings(): Finding[] {
  const events = new Map([[10, 20]]);
  const parts = { scope: SCOPE, day: DAY, events };
  const own = VERDICTS.map((verdict, place) => ({
    ...findingWith({ ...parts, subtype: `s${place}` }),
    verdict,
  }));
  // What a user with fewer rights has found is for that user alone.
  const seen_by = 'ana';
  return [...own, { ...findingWith({ ...parts, subtype: 'partial' }), verdict: 'new', seen_by }];
}

async function storeFindings(client: Client, signal: AbortSignal): Promise<void> {
  await ensureIndices(client, signal);
  const settings = await loadSettings({ zone: 'UTC' });
  const asked = { day: DAY, scope: SCOPE, settings, now: new Date(), attempt: 'a' };
  const run = startedRun({ ...asked, started_by: null, origin: 'command' });
  await saveFindings(client, run, findings(), () => new Date(), signal);
}

/** Runs a part of ElastAlert; gives what it said. */
type Run = (part: string, ...args: readonly string[]) => string;

function elastalertIn(python: string, cwd: string): Run {
  return (part, ...args) => {
    const given = ['-m', `elastalert.${part}`, '--config', 'config.yaml', ...args];
    const { status, stdout, stderr, error } = spawnSync(python, given, { cwd, encoding: 'utf8' });
    if (error !== undefined) throw error;
    const said = `${stdout}${stderr}`;
    if (status !== 0) throw new Error(`ElastAlert's ${part} ended with ${status}: ${said}`);
    return said;
  };
}

/** Runs a rule over the last minutes; gives how many alerts it sent. */
async function alertsOf({ text }: DocumentedRule, run: Run, folder: string): Promise<number> {
  await writeFile(join(folder, 'rule.yaml'), withDebugAlert(text));
  const [start = '', end = ''] = [LOOK.from, LOOK.to].map((seconds) =>
    new Date(Date.now() + seconds * SECOND_MS).toISOString().replace(/\.\d+/, ''),
  );
  const window = ['--start', start, '--end', end];
  const said = run('elastalert', '--rule', 'rule.yaml', '--verbose', ...window);
  const sent = [...said.matchAll(/(\d+) alerts sent/g)].map(([, alerts]) => Number(alerts));
  if (sent.length === 0) throw new Error(`ElastAlert has not said what it sent: ${said}`);
  return sent.reduce((sum, alerts) => sum + alerts, 0);
}

async function main(node: string): Promise<number> {
  const { hostname, port } = new URL(node);
  const python = await installPythonTool(TOOLS, PACKAGES);
  const folder = await mkdtemp(join(tmpdir(), 'logwave-elastalert-'));
  const client = new Client({ node });
  const { signal } = new AbortController();
  try {
    await storeFindings(client, signal);
    const config = { es_host: hostname, es_port: Number(port), writeback_index: 'elastalert' };
    const times = { run_every: { seconds: LOOK.every }, buffer_time: { minutes: 15 } };
    // JSON is YAML.
    const text = JSON.stringify({ rules_folder: 'rules', ...config, ...times });
    await writeFile(join(folder, 'config.yaml'), text);
    const run = elastalertIn(python, folder);
    run('create_index', '--recreate', 'True');
    let faults = 0;
    for (const rule of await rulesOfDocs([...WANTED.keys()])) {
      const sent = await alertsOf(rule, run, folder);
      const wanted = WANTED.get(rule.page) ?? 0;
      process.stdout.write(`docs/${rule.page}: ${sent} of ${wanted} findings sent\n`);
      if (sent !== wanted) faults += 1;
    }
    return faults === 0 ? 0 : 1;
  } finally {
    await client.close();
    await rm(folder, { recursive: true });
  }
}

const { ELASTICSEARCH_URL: url } = process.env;
if (url === undefined || url === '') {
  process.stderr.write('Name an Elasticsearch without security: ELASTICSEARCH_URL=http://…\n');
  process.exitCode = 2;
} else {
  main(url).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${words}\n`);
      process.exitCode = 1;
    },
  );
}
