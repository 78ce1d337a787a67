import { join, relative, resolve } from 'node:path';
import type { Client } from '../../server/elastic/client';
import { systemZone, type Day } from '../../common/time';
import type { Settings } from '../../common/settings';
import { DEFAULT_SCOPE } from '../../server/app/basics';
import { tellAfter, tellBefore } from '../demo';
import { place } from '../place';
import { clusterWords } from './cluster/cluster_options';
import { demoDataFolder, withElasticsearch, type ElasticOptions } from './basics/context';
import { provideDemoLogs, type DemoLogs } from './demo_logs';
import { demoReportLine, writeDemoReport } from './demo_report';
import { freePort } from './basics/free_port';
import { shellWord } from './reports/ingest_report';
import { loadSettings } from './basics/load_settings';
import { print, printJson, say } from './basics/output';
import { SCENE_LINES } from './reports/scene_lines';
import { createProgressBar } from './reports/progress_analysis';
import { throwIfIncomplete } from './analysis_problems';
import { runAnalysis, type Analysis } from './run_analysis';
import { lastWholeDayIn, type SampleChoice } from './basics/sample_options';
import { takeTurns } from './basics/take_turns';
import { analysisLines, ink } from './commands/analyze';
import {
  DEFAULT_ADDRESS,
  DEFAULT_PORT,
  serveUntilStopped,
  startWords,
  type ServeOptions,
} from './commands/serve';

const SAMPLE_FOLDER = 'sample';
const LOCK = 'demo.lock';

/** The options of the demo. */
export interface FullDemoOptions extends SampleChoice, ElasticOptions {
  readonly once?: true;
  readonly json?: true;
}

/** The inputs of a demo. */
interface Demo {
  readonly day: Day;
  readonly settings: Settings;
  readonly dataDir: string;
}

interface ShownDemo {
  readonly logs: DemoLogs;
  readonly analysis: Analysis;
  /** The file with the report of the day. */
  readonly report: string;
}

async function analyzeDay(
  client: Client,
  { day, settings }: Demo,
  signal: AbortSignal,
): Promise<Analysis> {
  const bar = createProgressBar(process.stderr);
  const onProgress = bar.update;
  const task = { day, settings, scope: DEFAULT_SCOPE, isTagging: true, onProgress };
  try {
    return await runAnalysis(client, task, signal);
  } finally {
    bar.stop();
  }
}

/** Logs, analysis and report. Of two demos on the same data, one waits until the other has them. */
async function prepare(
  client: Client,
  demo: Demo,
  options: FullDemoOptions,
  signal: AbortSignal,
): Promise<ShownDemo> {
  const root = join(demo.dataDir, SAMPLE_FOLDER);
  const onWait = (): void => say('Another demo uses the same data. Waiting for it to end.');
  const work = async (): Promise<ShownDemo> => {
    const { days, seed, zone } = options;
    const request = { root, lastDay: demo.day, days, seed, zone };
    const logs = await provideDemoLogs(client, request, signal);
    const scene = { client, settings: demo.settings, day: demo.day };
    await tellBefore(scene, signal);
    const analysis = await analyzeDay(client, demo, signal);
    await tellAfter(scene, analysis.findings, signal);
    const report = await writeDemoReport(client, demo, demo.dataDir, signal);
    return { logs, analysis, report };
  };
  return takeTurns(join(root, LOCK), onWait, work, signal);
}

/** The options that lead other commands to the same data. */
function whereabouts(options: FullDemoOptions): { readonly at: string; readonly in: string } {
  const { data, es, zone } = options;
  const kept = data ?? relative(process.cwd(), demoDataFolder());
  const folder = es === undefined ? ` --data ${shellWord(kept)}` : '';
  return {
    at: `${clusterWords(options)}${folder}`,
    in: zone === systemZone() ? '' : ` --zone ${zone}`,
  };
}

/** What to do next. */
function nextLines({ day }: Demo, options: FullDemoOptions): string[] {
  const { at, in: zone } = whereabouts(options);
  return [
    '',
    ...SCENE_LINES,
    'Next, on these sample logs:',
    `  ${place.command} query -a termquery -t tags:syslog_outlier -s 3${at}`,
    `  ${place.command} analyze --day ${day}${zone}${at}`,
    `  ${place.command} untag --day ${day}${zone}${at}`,
    'For your own logs:',
    `  ${place.command} ingest /var/log`,
    `  ${place.command} analyze --tag`,
  ];
}

function show({ logs, analysis, report }: ShownDemo, demo: Demo, options: FullDemoOptions): void {
  if (options.json === true) {
    printJson({ logs, ...analysis, report });
    return;
  }
  print();
  analysisLines(analysis, demo.settings, ink).forEach((line) => print(line));
  print();
  print(demoReportLine(report));
  nextLines(demo, options).forEach((line) => print(line));
}

/** Serves the page until Ctrl-C, at the usual port if that is free. */
async function stayUp(
  client: Client,
  options: FullDemoOptions,
  signal: AbortSignal,
): Promise<void> {
  const isJson = options.json === true;
  if (!isJson) print();
  const port = await freePort(DEFAULT_ADDRESS, DEFAULT_PORT);
  const data = resolve(options.data ?? demoDataFolder());
  const serving: ServeOptions = {
    host: DEFAULT_ADDRESS,
    port,
    open: !isJson,
    zone: options.zone,
    ...(options.es === undefined && { whenAway: startWords(data) }),
  };
  await serveUntilStopped(client, isJson ? { ...serving, json: true } : serving, signal);
}

/**
 * The demo with its own Elasticsearch, or a named one: ingest, analysis and tags, as with a user's
 * own logs; then the page, until Ctrl-C.
 */
export async function demoInElasticsearch(options: FullDemoOptions): Promise<void> {
  const { zone } = options;
  const settings = await loadSettings({ zone });
  const dataDir = resolve(options.data ?? demoDataFolder());
  const about = { day: lastWholeDayIn(zone, new Date()), settings, dataDir };
  await withElasticsearch({ ...options, data: dataDir }, async (client, signal) => {
    const shown = await prepare(client, about, options, signal);
    show(shown, about, options);
    if (options.once === true) throwIfIncomplete(shown.analysis);
    else await stayUp(client, options, signal);
  });
}
