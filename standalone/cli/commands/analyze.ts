import { Option, type Command } from 'commander';
import { settingsSchema, type Settings } from '../../../common/settings';
import { addDays, type Day, dayAt, localDay } from '../../../common/time';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import { assertBegun } from '../basics/assert_begun';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { color, print, printJson } from '../basics/output';
import { createProgressBar } from '../reports/progress_analysis';
import { openRecordsFile } from '../basics/records_file';
import { reportLines, type Ink } from '../reports/report';
import { costLine } from '../reports/report_cost';
import { limitsOf } from '../reports/report_limits';
import { taggedLine, toTagLines } from '../reports/report_tagging';
import { runAnalysis, type Analysis, type AnalysisTask } from '../run_analysis';
import { UserError } from '../basics/user_error';
import { throwIfIncomplete } from '../analysis_problems';
import { otherDayLines } from '../next_command';

const METHODS = settingsSchema.shape.method.unwrap().options;

const EXAMPLES = `
Without --tag, Logwave writes only findings and counts. It keeps the counts for the next day.
The exit code is 1 if the result is not whole: a source could not be analyzed, counts are unknown for a
time, or documents could not be tagged. A day that is not over does not count.

  logwave analyze
  logwave analyze --day 2015-04-01 --zone America/Toronto --tag
  logwave analyze --tag --records tagged.ndjson
  logwave analyze --es https://elasticsearch:9200 --ca ca.crt --settings logwave.json --json`;

interface AnalyzeOptions extends ElasticOptions, SettingsOptions {
  readonly day?: Day;
  readonly tag?: true;
  readonly replace?: true;
  readonly records?: string;
  readonly method?: Settings['method'];
  readonly json?: true;
}

/** Colors for a report. */
export const ink: Ink = {
  bold: (text) => color.bold(text),
  dim: (text) => color.dim(text),
  flag: (text) => color.yellow(text),
};

/**
 * The day to analyze: the requested one, else yesterday.
 *
 * @throws UserError if the zone does not have the day, or not yet
 */
function dayIn(zone: string, asked: Day | undefined, now: Date): Day {
  const day = asked ?? addDays(dayAt(now.getTime(), zone), -1);
  assertBegun(day, zone, now);
  try {
    localDay(day, zone);
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(error.message, 2);
    throw error;
  }
  return day;
}

async function taskOf(options: AnalyzeOptions): Promise<AnalysisTask> {
  if (options.records !== undefined && options.tag !== true) {
    throw new UserError('--records needs --tag: give both', 2);
  }
  const loaded = await loadSettings(options);
  const settings = { ...loaded, method: options.method ?? loaded.method };
  if (!settings.sources.some(({ enabled }) => enabled)) {
    throw new UserError('no source is enabled: enable one in the settings file');
  }
  const day = dayIn(settings.zone, options.day, new Date());
  return {
    day,
    settings,
    scope: DEFAULT_SCOPE,
    isTagging: options.tag === true,
    isReplacing: options.replace === true,
  };
}

async function analyzeWithRecords(task: AnalysisTask, options: AnalyzeOptions): Promise<Analysis> {
  const { records: file } = options;
  const records = file === undefined ? undefined : await openRecordsFile(file);
  const bar = createProgressBar(process.stderr);
  const listening: AnalysisTask = {
    ...task,
    onProgress: bar.update,
    ...(records === undefined ? {} : { onTagged: (tagged) => records.add(tagged) }),
  };
  try {
    return await withElasticsearch(options, (client, signal) =>
      runAnalysis(client, listening, signal),
    );
  } finally {
    bar.stop();
    await records?.close();
  }
}

/** The report of an analysis, line by line. */
export function analysisLines(analysis: Analysis, settings: Settings, inks: Ink): string[] {
  const { run, tagging, to_tag: toTag } = analysis;
  const tags = [
    ...(tagging === null ? [] : [taggedLine(tagging)]),
    ...(toTag === null ? [] : toTagLines(toTag)),
    inks.dim(costLine(run)),
  ];
  return [
    ...reportLines(analysis, limitsOf(settings), inks),
    ...(tags.length === 0 ? [] : ['', ...tags]),
  ];
}

async function analyze(options: AnalyzeOptions): Promise<void> {
  const task = await taskOf(options);
  const analysis = await analyzeWithRecords(task, options);
  if (options.json === true) printJson(analysis);
  else {
    const lines = analysisLines(analysis, task.settings, ink);
    [...lines, ...otherDayLines(analysis.run, options)].forEach((line) => print(line));
  }
  throwIfIncomplete(analysis);
}

/**
 * `logwave analyze`: which hours of a day were unusual. With `--tag`, their documents are tagged.
 */
export function registerAnalyze(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('analyze')))
    .description('find the unusual hours of a day; --tag tags their documents')
    .option('--day <day>', 'the day to analyze (default: yesterday in the zone)', dayOption)
    .option('--tag', 'tag the documents of the flagged hours')
    .option('--replace', 'replace results of sources that were defined differently')
    .option('--records <file>', 'append each tagged document to this file, one line of JSON each')
    .addOption(new Option('--method <method>', 'the method of detection').choices(METHODS))
    .addHelpText('after', EXAMPLES)
    .action(analyze);
}
