import type { Client } from '../../../server/elastic/client';
import type { Command } from 'commander';
import type { Day } from '../../../common/time';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import { lateChanges, type LateChanges } from '../../../server/app/again';
import { createCountingPorts } from '../../../server/wiring';
import { fetchUserName } from '../../../server/elastic/asking';
import { fetchFindings, fetchLatestRun, fetchStoredSeries } from '../../../server/elastic/results';
import { fetchJudgments } from '../../../server/elastic/silence';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { lateChangesLines } from '../reports/report_changes';
import { storedRun } from '../stored_run';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
Logwave counts the day again and compares the counts with those that the run stored. It writes nothing.
  logwave diff --day 2015-04-01
  logwave diff --run default:2015-04-01:America/Toronto`;

interface DiffOptions extends ElasticOptions {
  readonly run?: string;
  readonly day?: Day;
  readonly json?: true;
}

async function runIdOf(client: Client, { run, day }: DiffOptions, signal: AbortSignal) {
  if (run !== undefined && day === undefined) return run;
  if (day === undefined || run !== undefined) {
    throw new UserError('choose what to compare: give either --day DAY or --run ID', 2);
  }
  const user = await fetchUserName(client, signal);
  const latest = await fetchLatestRun(client, DEFAULT_SCOPE, day, user, signal);
  if (latest !== undefined) return latest.run_id;
  throw new UserError(`${day} was not analyzed yet: run logwave analyze --day ${day} first`);
}

async function compare(
  client: Client,
  options: DiffOptions,
  signal: AbortSignal,
): Promise<LateChanges> {
  const run = await storedRun(client, await runIdOf(client, options, signal), signal);
  const stored = await fetchFindings(client, run.run_id, signal);
  const ports = {
    counting: createCountingPorts(client, run.scope),
    judgments: (scope: string, stop: AbortSignal) => fetchJudgments(client, scope, stop),
    storedSeries: async (source: string, stop: AbortSignal) => {
      const wanted = [{ run_id: run.run_id, sources: [source] }];
      return (await fetchStoredSeries(client, wanted, ['subtype', 'today'], stop))[0]?.series;
    },
  };
  return lateChanges(run, stored, ports, new Date(), signal);
}

async function diff(options: DiffOptions): Promise<void> {
  const changes = await withElasticsearch(options, (client, signal) =>
    compare(client, options, signal),
  );
  if (options.json === true) printJson(changes);
  else lateChangesLines(changes).forEach((line) => print(line));
  if (changes.sources.length === 0)
    throw new UserError('no source of the run could be counted again');
}

/** `logwave diff`: what late data has changed since a run. */
export function registerDiff(program: Command): void {
  withElasticOptions(program.command('diff'))
    .description('show what late data changed since a day was analyzed')
    .option('--run <id>', 'compare with this run')
    .option('--day <day>', 'compare with the last run of this day', dayOption)
    .addHelpText('after', EXAMPLES)
    .action(diff);
}
