import { InvalidArgumentError, type Command } from 'commander';
import { addDays, dayStartUtc, type Day, dayAt } from '../../../common/time';
import { backtest, type Backtest, type BacktestRequest } from '../../../server/app/again';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import { fetchDecisions } from '../../../server/elastic/silence';
import { createCountingPorts } from '../../../server/wiring';
import { openThreads } from '../../threads';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption, daysOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { createBacktestBar } from '../reports/progress_backtest';
import { backtestLines } from '../reports/report_backtest';
import { UserError } from '../basics/user_error';
import { ink } from './analyze';

const DEFAULT_DAYS = 31;

const EXAMPLES = `
Logwave assesses only counts that earlier analyses have kept. It searches no logs and writes nothing.
  logwave backtest
  logwave backtest --days 14 --to 2015-04-01 --zone America/Toronto
  logwave backtest --budget 5 --settings logwave.json`;

interface BacktestOptions extends ElasticOptions, SettingsOptions {
  readonly days: number;
  readonly to?: Day;
  readonly budget?: number;
  readonly json?: true;
}

function budgetOption(text: string): number {
  const budget = Number(text);
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text)) return budget;
  throw new InvalidArgumentError('It must be a number of findings a day, such as 5 or 0.5.');
}

type Asked = Omit<BacktestRequest, 'decisions'>;

async function requestOf(options: BacktestOptions): Promise<Asked> {
  const settings = await loadSettings(options);
  const { days, budget = null } = options;
  if (budget !== null && settings.method === 'talk') {
    throw new UserError('--budget needs the calibrated method: the settings say "talk"', 2);
  }
  if (!settings.sources.some(({ enabled }) => enabled)) {
    throw new UserError('no source is enabled: enable one in the settings file');
  }
  const today = dayAt(Date.now(), settings.zone);
  const to = options.to ?? addDays(today, -1);
  if (dayStartUtc(to) >= dayStartUtc(today)) {
    throw new UserError(`${to} has not ended in ${settings.zone}: choose a day before ${today}`, 2);
  }
  return { to, days, settings, budget };
}

async function assess(asked: Asked, options: BacktestOptions): Promise<Backtest> {
  const bar = createBacktestBar(process.stderr);
  try {
    return await withElasticsearch(options, async (client, signal) => {
      const decisions = await fetchDecisions(client, DEFAULT_SCOPE, signal);
      const request = { ...asked, decisions };
      const counting = createCountingPorts(client, DEFAULT_SCOPE);
      const ports = { ...counting, onProgress: bar.update, openThreads: () => openThreads() };
      return backtest(request, ports, signal);
    });
  } finally {
    bar.stop();
  }
}

async function run(options: BacktestOptions): Promise<void> {
  const request = await requestOf(options);
  const result = await assess(request, options);
  if (options.json === true) printJson(result);
  if (result.days.length === 0) {
    const notes = result.notes.map((note) => `\n  ${note}`).join('');
    throw new UserError(`no day can be assessed from kept counts: analyze some days first${notes}`);
  }
  if (options.json !== true) backtestLines(result, ink).forEach((line) => print(line));
}

/**
 * `logwave backtest`: the findings of the last days with the settings, and with other thresholds.
 */
export function registerBacktest(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('backtest')))
    .description('assess the last days again from kept counts, and try other thresholds')
    .option('--days <number>', 'how many days to assess', daysOption, DEFAULT_DAYS)
    .option('--to <day>', 'the last of these days (default: yesterday in the zone)', dayOption)
    .option(
      '--budget <number>',
      'propose a threshold for at most this many findings a day',
      budgetOption,
    )
    .addHelpText('after', EXAMPLES)
    .action(run);
}
