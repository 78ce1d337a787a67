import type { Client } from '../../../server/elastic/client';
import type { Command } from 'commander';
import { parseSettings, settingsFileText, type Settings } from '../../../common/settings';
import { presetSources, type Source } from '../../../common/sources';
import { type Day, daysBefore, localDay } from '../../../common/time';
import { pluralWords } from '../../../common/waveform/words';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import { daysToCount } from '../../../server/app/counting';
import { createSurvey } from '../../../server/elastic/counting';
import { createHostDocuments, type Page, preparePage } from '../../host';
import {
  fetchNames,
  guessSources,
  type Guess,
  type GuessTask,
  rememberingClient,
} from '../../look';
import { MemoryCluster } from '../../memory';
import { withClusterToRead } from '../basics/context';
import { freePort } from '../basics/free_port';
import { dayOption } from '../basics/option_values';
import { print, printJson, say } from '../basics/output';
import { yesterdayIn } from '../basics/sample_options';
import { USAGE, UserError } from '../basics/user_error';
import { withZoneOption } from '../basics/zone_option';
import { clusterWords, withClusterOptions, type ClusterOptions } from '../cluster/cluster_options';
import { limitsOf } from '../reports/report_limits';
import { guessLines, permanentLines } from '../reports/report_look';
import { reportLines } from '../reports/report';
import { throwIfIncomplete } from '../analysis_problems';
import { runAnalysis, type Analysis } from '../run_analysis';
import { ink } from './analyze';
import { checkAsked } from './check_asked';
import { DEFAULT_ADDRESS, DEFAULT_PORT, serveUntilStopped, type ServeOptions } from './serve';

export interface LookOptions extends ClusterOptions {
  readonly zone: string;
  readonly day?: Day;
  readonly index?: string;
  readonly once?: true;
  readonly json?: true;
}

/** What was found in a cluster. */
export interface Look {
  readonly guess: Guess;
  /** In the form of a settings file. */
  readonly file: object;
  readonly settings: Settings;
  readonly analysis: Analysis;
}

async function findIndices(
  client: Client,
  asked: string | undefined,
  signal: AbortSignal,
): Promise<GuessTask['from']> {
  if (asked !== undefined) return checkAsked(client, asked, signal);
  const names = await fetchNames(client, signal);
  say(`Found ${pluralWords(names.length, 'index or data stream', 'indices and data streams')}.`);
  return names;
}

/** A guessed source in the form of a settings file: of a preset, only what it has of its own. */
function sourceOf(source: Source): object {
  const preset = presetSources.find(({ id }) => id === source.id);
  if (preset === undefined) return source;
  const own = source.index === preset.index ? {} : { index: source.index };
  return { id: source.id, ...own, enabled: true };
}

/**
 * The guessed sources in the form of a settings file: presets by their ids, those without logs off.
 */
function fileOf({ sources }: Guess, zone: string): object {
  const guessed = new Set(sources.map(({ source }) => source.id));
  const off = presetSources.filter(({ id, enabled }) => enabled && !guessed.has(id));
  return {
    zone,
    sources: [
      ...sources.map(({ source }) => sourceOf(source)),
      ...off.map(({ id }) => ({ id, enabled: false })),
    ],
  };
}

function settingsOf(file: object): Settings {
  const parsed = parseSettings(file);
  if ('errors' in parsed)
    throw new Error(`guessed settings have faults: ${parsed.errors.join('; ')}`);
  return parsed.settings;
}

/** The day, and the days that it is compared with: settings that are guessed change nothing of that. */
function daysOfLook(day: Day, zone: string): GuessTask['days'] {
  const { training } = settingsOf({ zone });
  return daysToCount({ tested: localDay(day, zone), training: daysBefore(day, training.days) });
}

/**
 * Finds the logs of a cluster and assesses a day of them.
 *
 * @throws UserError where no logs of the day are there, or no index that is asked for
 */
export async function lookAt(
  client: Client,
  { zone, day: asked, index }: LookOptions,
  signal: AbortSignal,
): Promise<Look> {
  const day = asked ?? yesterdayIn(zone, new Date());
  const looking = rememberingClient(client);
  const from = await findIndices(looking, index, signal);
  const survey = createSurvey();
  const guess = await guessSources(looking, { from, days: daysOfLook(day, zone), survey }, signal);
  if (guess.sources.length === 0) {
    const found = guessLines(guess).slice(1).join('\n');
    throw new UserError(
      `no logs of ${day} were found: name another day with --day, or indices with --index${found === '' ? '' : `\n${found}`}`,
    );
  }
  const file = fileOf(guess, zone);
  const settings = settingsOf(file);
  const task = { day, settings, scope: DEFAULT_SCOPE, isTagging: false, survey };
  return { guess, file, settings, analysis: await runAnalysis(looking, task, signal) };
}

function show({ guess, file, settings, analysis }: Look, url: string, options: LookOptions): void {
  const { run, findings } = analysis;
  if (options.json === true) {
    printJson({ ...guess, settings: file, run, findings, written: false });
    return;
  }
  guessLines(guess).forEach((line) => print(line));
  print();
  reportLines(analysis, limitsOf(settings), ink).forEach((line) => print(line));
  print();
  permanentLines(url, clusterWords(options), settingsFileText(file)).forEach((line) => print(line));
}

/** Serves the page for what was found, with the guessed settings, all of it in memory. */
async function stayUp(
  client: Client,
  { file }: Look,
  options: LookOptions,
  page: Promise<Page>,
  signal: AbortSignal,
): Promise<void> {
  const content = { saved: file, updated_at: null, updated_by: null };
  await createHostDocuments(client).write('settings', content, null, signal);
  const isJson = options.json === true;
  const serving: ServeOptions = {
    host: DEFAULT_ADDRESS,
    port: await freePort(DEFAULT_ADDRESS, DEFAULT_PORT),
    open: !isJson,
    zone: options.zone,
    notice: 'look',
    page,
    ...(isJson ? { json: true as const } : {}),
  };
  await serveUntilStopped(client, serving, signal);
}

async function look(options: LookOptions): Promise<void> {
  const { es, once } = options;
  if (es === undefined) throw new UserError('name the cluster to look at with --es URL', USAGE);
  const url = URL.canParse(es) ? new URL(es).origin : es;
  await withClusterToRead({ ...options, es }, new MemoryCluster(), async (client, signal) => {
    const page = once === true ? undefined : preparePage(say);
    // Thrown where it is awaited.
    page?.catch(() => undefined);
    const found = await lookAt(client, options, signal);
    show(found, url, options);
    if (page === undefined) throwIfIncomplete(found.analysis);
    else await stayUp(client, found, options, page, signal);
  });
}

/** `logwave look`: what Logwave would find in a cluster, without writing to it. */
export function registerLook(program: Command): void {
  const command = withZoneOption(program.command('look'), 'the time zone of the days');
  withClusterOptions(command, true, 'the cluster to look at')
    .description('look at the logs of a cluster and report yesterday; writes nothing to it')
    .option('--day <day>', 'the day to report (default: yesterday in the zone)', dayOption)
    .option('--index <pattern>', 'look at these indices only, separated by commas')
    .option('--once', 'stop after the report')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nWith --once, the exit code is 1 if the result is not whole, as after logwave analyze.',
    )
    .action(look);
}
