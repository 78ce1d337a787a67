import { rename, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ApiError } from '../../../common/api';
import {
  dayReport,
  reportCsv,
  reportHtml,
  reportJson,
  reportText,
  unnamedSources,
  type DayAnswer,
} from '../../../common/report';
import type { Settings } from '../../../common/settings';
import { addDays, dayAt, type Day } from '../../../common/time';
import { seriesOfDay } from '../../../server/answers';
import { fetchUserName } from '../../../server/elastic/asking';
import { fetchExistingIndices } from '../../../server/elastic/results';
import { createReader } from '../../../server/wiring';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { publicUrlOption } from '../basics/public_url_option';
import { say } from '../basics/output';
import { UserError } from '../basics/user_error';
import { sendReport } from '../send_report';

const EXAMPLES = `
The day must have been analyzed. Logwave reads what that run stored, and writes nothing to the cluster.

  logwave report
  logwave report --day 2015-04-01 --html --output report.html
  logwave report --csv --output day.csv
  logwave report --send mail --notify /etc/logwave/notify.json
  logwave report --html --without-names --public-url https://kibana.example/app/logwave`;

const FORMS = ['text', 'html', 'json', 'csv'] as const;
type Form = (typeof FORMS)[number];

interface ReportCommandOptions extends ElasticOptions, SettingsOptions {
  readonly day?: Day;
  readonly text?: true;
  readonly html?: true;
  readonly csv?: true;
  readonly json?: true;
  readonly output?: string;
  readonly withoutNames?: true;
  readonly publicUrl?: string;
  readonly send?: string;
  readonly notify?: string;
}

function formOf(options: ReportCommandOptions): Form {
  const [form = 'text', other] = FORMS.filter((one) => options[one] === true);
  if (other === undefined) return form;
  throw new UserError(`choose one form of the report: --${form} or --${other}`, 2);
}

async function fetchDay(
  options: ReportCommandOptions,
  settings: Settings,
  day: Day,
): Promise<DayAnswer> {
  return withElasticsearch(options, async (client, signal) => {
    await fetchExistingIndices(client, signal);
    const name = await fetchUserName(client, signal);
    const caller = { name, client, can: () => Promise.resolve(true), request: undefined };
    const asked = { settings, day, now: new Date() };
    return seriesOfDay(createReader(caller), asked, signal).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      throw new UserError(`${day} was not analyzed yet: run logwave analyze --day ${day} first`);
    });
  });
}

function written(form: Form, answer: DayAnswer, settings: Settings, options: ReportCommandOptions) {
  const { sources } = settings;
  const unnamed = options.withoutNames === true ? unnamedSources(sources) : undefined;
  const { publicUrl } = options;
  const report = dayReport(answer, {
    link: publicUrl === undefined ? null : `${publicUrl}/day/${answer.head.day}`,
    sourceNames: new Map(sources.map(({ id, name }) => [id, name])),
    ...(unnamed === undefined ? {} : { unnamed }),
  });
  if (form === 'html') return reportHtml(report);
  if (form === 'json') return `${JSON.stringify(reportJson(report), null, 2)}\n`;
  return form === 'csv' ? reportCsv(answer.series, unnamed) : reportText(report);
}

/** Writes the file beside its place first: who reads it meanwhile finds the old one, or the new. */
async function save(file: string, text: string): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot write the report ${file}: ${reason}`);
  }
}

async function report(options: ReportCommandOptions): Promise<void> {
  const form = formOf(options);
  const settings = await loadSettings(options);
  const day = options.day ?? addDays(dayAt(Date.now(), settings.zone), -1);
  const { send: name, notify: notifyFile, publicUrl } = options;
  if (name !== undefined) {
    await sendReport(options, { settings, day, name, notifyFile, publicUrl });
    return;
  }
  const text = written(form, await fetchDay(options, settings, day), settings, options);
  if (options.output === undefined) {
    process.stdout.write(text);
    return;
  }
  await save(options.output, text);
  say(`The report of ${day} is in ${options.output}.`);
}

/** `logwave report`: what an analyzed day was like, to read, to print, to mail or to compute with. */
export function registerReport(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('report')))
    .description('report an analyzed day as text, HTML, JSON or CSV')
    .option('--day <day>', 'the day to report (default: yesterday in the zone)', dayOption)
    .option('--text', 'print plain text of 72 columns (the default)')
    .option('--html', 'print one self-contained HTML file')
    .option('--csv', 'print the table of all series as comma-separated values')
    .option('--output <file>', 'write the report to this file')
    .option('--without-names', 'leave out hosts, users and notes')
    .addOption(publicUrlOption())
    .option('--send <name>', 'send the report to this channel instead of printing it')
    .option('--notify <file>', 'the channels of messages, as JSON in a file of mode 600')
    .addHelpText('after', EXAMPLES)
    .action(report);
}
