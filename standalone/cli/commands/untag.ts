import type { Command } from 'commander';
import type { Day } from '../../../common/time';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import type { JournalSelection } from '../../../server/app/tagging';
import { untagAndNote } from '../../../server/app/runs';
import { createTaggingPorts } from '../../../server/wiring';
import {
  fetchExistingIndices,
  JOURNAL_INDEX,
  createRunLedger,
  fetchRun,
  RUNS_INDEX,
} from '../../../server/elastic/results';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { untaggedLines } from '../reports/report_tagging';
import { UserError } from '../basics/user_error';
import { noSuchRun } from '../stored_run';

const EXAMPLES = `
Logwave removes only tags that it wrote and that are still there. A document that had no "tags"
before keeps an empty list.

  logwave untag --day 2015-04-01
  logwave untag --run default:2015-04-01:America/Toronto`;

interface UntagOptions extends ElasticOptions {
  readonly day?: Day;
  readonly run?: string;
  readonly json?: true;
}

function selectionOf({ day, run }: UntagOptions): JournalSelection {
  if (day !== undefined && run === undefined) return { scope: DEFAULT_SCOPE, day };
  if (run !== undefined && day === undefined) return { scope: DEFAULT_SCOPE, run_id: run };
  throw new UserError('choose which tags to remove: give either --day DAY or --run ID', 2);
}

async function untag(options: UntagOptions): Promise<void> {
  const selection = selectionOf(options);
  const result = await withElasticsearch(options, async (client, signal) => {
    await fetchExistingIndices(client, signal, [JOURNAL_INDEX, RUNS_INDEX]);
    const ports = { ...createTaggingPorts(client), ledger: createRunLedger(client) };
    const untagged = await untagAndNote(selection, ports, signal);
    // The journal may also list tags of a run that the ledger no longer has.
    const { removed, not_there: absent, gone, refused } = untagged;
    const isEmpty = removed + absent + gone + refused.length === 0;
    if (options.run !== undefined && isEmpty && !(await fetchRun(client, options.run, signal))) {
      throw noSuchRun(options.run);
    }
    return untagged;
  });
  if (options.json === true) printJson(result);
  else untaggedLines(result).forEach((line) => print(line));
  if (result.refused.length > 0) {
    throw new UserError('some tags could not be removed: try again when the index accepts updates');
  }
}

/** `logwave untag`: removes exactly the tags that an analysis has placed. */
export function registerUntag(program: Command): void {
  withElasticOptions(program.command('untag'))
    .description('remove the tags of a day')
    .option('--day <day>', 'remove the tags of this day', dayOption)
    .option('--run <id>', 'remove the tags of this run')
    .addHelpText('after', EXAMPLES)
    .action(untag);
}
