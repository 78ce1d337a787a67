import type { Command } from 'commander';
import { addDays, dayAt, type Day } from '../../../common/time';
import { type RunEnding, unendedSentence } from '../../../common/waveform/words';
import { assertBegun } from '../basics/assert_begun';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { publicUrlOption } from '../basics/public_url_option';
import { say } from '../basics/output';
import { UserError } from '../basics/user_error';
import { assertPlace, writeWhole } from '../basics/write_whole';
import {
  fetchReportDay,
  fetchTable,
  REPORT_FORMS,
  reportIn,
  tableIn,
  type ReportForm,
  type ReportStyle,
} from '../reports/day_report_file';
import { type CheckedRun, runProblems } from '../analysis_problems';
import { sendReport } from '../send_report';

const EXAMPLES = `
The day must have been analyzed. Logwave reads what that run stored, and writes nothing to the cluster.
The exit code is 1 if that result is not whole, as after logwave analyze, and if the run is not done or
was cut off: the report then says so.

  logwave report
  logwave report --day 2015-04-01 --html --output report.html
  logwave report --csv --output day.csv
  logwave report --send mail --notify /etc/logwave/notify.json
  logwave report --html --without-names --public-url https://kibana.example/app/logwave`;

interface ReportCommandOptions extends ElasticOptions, SettingsOptions, ReportStyle {
  readonly day?: Day;
  readonly text?: true;
  readonly html?: true;
  readonly csv?: true;
  readonly json?: true;
  readonly output?: string;
  readonly send?: string;
  readonly notify?: string;
}

function formOf(options: ReportCommandOptions): ReportForm {
  const [form = 'text', other] = REPORT_FORMS.filter((one) => options[one] === true);
  if (other === undefined) return form;
  throw new UserError(`choose one form of the report: --${form} or --${other}`, 2);
}

/**
 * @throws UserError if the result is not whole, so that no script takes it as such: the analysis did
 *   not come to its end, or ends with exit code 1 itself
 */
function throwIfNotWhole(run: RunEnding & CheckedRun): void {
  const problems =
    unendedSentence(run) === null ? runProblems(run) : ['its analysis did not come to its end'];
  if (problems.length === 0) return;
  throw new UserError(`the report of ${run.day} is not whole: ${problems.join(', ')}`);
}

async function report(options: ReportCommandOptions): Promise<void> {
  const form = formOf(options);
  if (options.output !== undefined) await assertPlace(options.output, 'the report');
  const settings = await loadSettings(options);
  const day = options.day ?? addDays(dayAt(Date.now(), settings.zone), -1);
  assertBegun(day, settings.zone, new Date());
  const { send: name, notify: notifyFile, publicUrl } = options;
  if (name !== undefined) {
    const hasNames = options.withoutNames !== true;
    const sent = await sendReport(options, {
      settings,
      day,
      name,
      hasNames,
      notifyFile,
      publicUrl,
    });
    throwIfNotWhole(sent);
    return;
  }
  const { run, text } = await withElasticsearch(options, async (client, signal) => {
    if (form === 'csv') {
      const table = await fetchTable(client, settings, day, signal);
      return { run: table.run, text: tableIn(table, settings, options) };
    }
    const answer = await fetchReportDay(client, settings, day, signal);
    return { run: answer.run, text: reportIn(form, answer, settings, options) };
  });
  if (options.output === undefined) process.stdout.write(text);
  else {
    await writeWhole(options.output, text, 'the report');
    say(`The report of ${day} is in ${options.output}.`);
  }
  throwIfNotWhole(run);
}

/** `logwave report`: the report of an analyzed day, to read, print, mail or process. */
export function registerReport(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('report')))
    .description('report an analyzed day as text, HTML, JSON or CSV')
    .option('--day <day>', 'the day to report (default: yesterday in the zone)', dayOption)
    .option('--text', 'print plain text of 72 columns (the default)')
    .option('--html', 'print one self-contained HTML file')
    .option('--csv', 'print what is silent and all series as comma-separated values')
    .option('--output <file>', 'write the report to this file')
    .option('--without-names', 'leave out hosts, users and notes')
    .addOption(publicUrlOption())
    .option('--send <name>', 'send the report to this channel instead of printing it')
    .option('--notify <file>', 'the channels of messages, as JSON in a file of mode 600')
    .addHelpText('after', EXAMPLES)
    .action(report);
}
