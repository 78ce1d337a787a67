import { tmpdir } from 'node:os';
import type { Client } from '../../server/elastic/client';
import type { Settings } from '../../common/settings';
import { DEFAULT_SCOPE } from '../../server/app/basics';
import { ensureIndices } from '../../server/elastic/results';
import {
  createSampleCluster,
  keepSampleCounts,
  makeNextDay,
  type SampleChosen,
  tellAfter,
  tellBefore,
} from '../demo';
import { preparePage } from '../host';
import type { MemoryCluster } from '../memory';
import { place } from '../place';
import { withMemory } from './basics/context';
import { freePort } from './basics/free_port';
import { demoReportLine, temporaryFolder, writeDemoReport } from './demo_report';
import { loadSettings } from './basics/load_settings';
import { print, printJson, say } from './basics/output';
import { SCENE_LINES } from './reports/scene_lines';
import { lastWholeDayIn, type SampleChoice } from './basics/sample_options';
import { analysisLines, ink } from './commands/analyze';
import {
  DEFAULT_ADDRESS,
  DEFAULT_PORT,
  serveUntilStopped,
  type ServeOptions,
} from './commands/serve';
import { throwIfIncomplete } from './analysis_problems';
import { runAnalysis, type Analysis } from './run_analysis';

/** The options of the demo in memory. */
export interface MemoryDemoOptions extends SampleChoice {
  readonly once?: true;
  readonly json?: true;
}

const NEXT = [
  '',
  ...SCENE_LINES,
  'This is sample data, kept in memory. To see ingest and a real Elasticsearch as well:',
  `  ${place.demo('--full')}`,
  'For your own logs:',
  `  ${place.command} ingest /var/log`,
  `  ${place.command} analyze --tag`,
];

/** What a demo shows. */
interface ShownDemo {
  readonly analysis: Analysis;
  /** The file with the report of the day; null if there is no place for it. */
  readonly report: string | null;
}

async function analyze(
  client: Client,
  settings: Settings,
  chosen: SampleChosen,
  signal: AbortSignal,
): Promise<ShownDemo> {
  await ensureIndices(client, signal);
  await keepSampleCounts(client, settings, chosen, DEFAULT_SCOPE, signal);
  const day = chosen.lastDay;
  const scene = { client, settings, day };
  await tellBefore(scene, signal);
  const task = { day, settings, scope: DEFAULT_SCOPE, isTagging: true };
  const analysis = await runAnalysis(client, task, signal);
  await tellAfter(scene, analysis.findings, signal);
  const folder = await temporaryFolder(tmpdir());
  const about = { day, settings };
  const report = folder && (await writeDemoReport(client, about, folder, signal));
  return { analysis, report };
}

function show(
  { analysis, report }: ShownDemo,
  settings: Settings,
  chosen: SampleChosen,
  isJson: boolean,
): void {
  if (isJson) {
    const { days, lastDay, seed, zone } = chosen;
    printJson({ sample: { days, last_day: lastDay, seed, zone }, ...analysis, report });
    return;
  }
  const where = report === null ? [] : ['', demoReportLine(report)];
  [...analysisLines(analysis, settings, ink), ...where, ...NEXT].forEach((line) => print(line));
}

/**
 * Makes the documents of all days, one day at a time, while no request is pending, so that they are
 * available later.
 */
function makeAhead(cluster: MemoryCluster, signal: AbortSignal): void {
  const step = (): void => {
    if (!signal.aborted && makeNextDay(cluster)) setTimeout(step, STEP_MS).unref();
  };
  setTimeout(step, FIRST_STEP_MS).unref();
}

/** The first page is served before them. */
const FIRST_STEP_MS = 5_000;
const STEP_MS = 200;

/**
 * The demo without Java and Elasticsearch: sample logs in memory, analyzed and tagged; then the page,
 * until Ctrl-C. Its only file is the report of the day, among the temporary files.
 */
export async function demoInMemory(options: MemoryDemoOptions): Promise<void> {
  const { days, seed, zone, once, json } = options;
  const page = once === true ? undefined : preparePage(say);
  // Thrown where it is awaited.
  page?.catch(() => undefined);
  const settings = await loadSettings({ zone });
  const chosen = { lastDay: lastWholeDayIn(zone, new Date()), days, seed, zone };
  const cluster = createSampleCluster(chosen);
  await withMemory(cluster, async (client, signal) => {
    const shown = await analyze(client, settings, chosen, signal);
    show(shown, settings, chosen, json === true);
    if (page === undefined) {
      throwIfIncomplete(shown.analysis);
      return;
    }
    if (json !== true) print();
    makeAhead(cluster, signal);
    const serving: ServeOptions = {
      host: DEFAULT_ADDRESS,
      port: await freePort(DEFAULT_ADDRESS, DEFAULT_PORT),
      open: json !== true,
      zone,
      notice: 'sample',
      page,
      ...(json === true ? { json } : {}),
    };
    await serveUntilStopped(client, serving, signal);
  });
}
