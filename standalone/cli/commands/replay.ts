import type { Command } from 'commander';
import { replay as replayRun } from '../../../server/app/again';
import { createReplayPorts } from '../../../server/wiring';
import { fetchFindings } from '../../../server/elastic/results';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { print, printJson } from '../basics/output';
import { replayLines } from '../reports/report_changes';
import { storedRun } from '../stored_run';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
Logwave assesses only kept counts. It searches no logs and writes nothing. The exit code is 1 if the
findings are not the same, or if nothing could be assessed again.
  logwave replay --run default:2015-04-01:America/Toronto`;

interface ReplayOptions extends ElasticOptions {
  readonly run: string;
  readonly json?: true;
}

async function replay(options: ReplayOptions): Promise<void> {
  const result = await withElasticsearch(options, async (client, signal) => {
    const run = await storedRun(client, options.run, signal);
    const stored = await fetchFindings(client, run.run_id, signal);
    return replayRun(run, stored, createReplayPorts(client, run.scope), signal);
  });
  if (options.json === true) printJson(result);
  else replayLines(result).forEach((line) => print(line));
  if (result.sources.length === 0)
    throw new UserError('nothing of the run could be assessed again');
  if (result.changes.length > 0) throw new UserError('the findings are not the same');
}

/** `logwave replay`: proves that a run's counts and settings give its findings. */
export function registerReplay(program: Command): void {
  withElasticOptions(program.command('replay'))
    .description('assess the day of a run again from kept counts, and compare the findings')
    .requiredOption('--run <id>', 'the run, such as default:2015-04-01:UTC')
    .addHelpText('after', EXAMPLES)
    .action(replay);
}
