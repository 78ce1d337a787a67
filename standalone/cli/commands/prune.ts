import type { Command } from 'commander';
import { bytesWords, pluralWords } from '../../../common/waveform/words';
import { DEFAULT_SCOPE } from '../../../server/app/basics';
import { pruneKept, retentionLimits, type Pruned } from '../../../server/app/keeping';
import { createRetentionPorts, fetchSizes, type IndexSize } from '../../../server/elastic/keeping';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
Logwave keeps counts, findings and runs for 400 days and series for 92 days, unless "retention" in the
settings file says otherwise. It keeps the journal of tags as long as the index of the tagged documents
exists. It never changes logs.

  logwave prune --dry-run
  logwave prune --settings logwave.json`;

interface PruneOptions extends ElasticOptions, SettingsOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

/** An index and its size in a line: "logwave-series: 1,840 documents, 12.0 MB". */
function sizeLine({ index, documents, bytes }: IndexSize): string {
  const count = documents === null ? 'documents unknown' : pluralWords(documents, 'document');
  return `${index}: ${count}${bytes === null ? '' : `, ${bytesWords(bytes)}`}`;
}

function removedLines({ removed }: Pruned): string[] {
  return Object.entries(removed).map(
    ([name, count]) => `logwave-${name}: ${pluralWords(count, 'document')} removed`,
  );
}

async function prune(options: PruneOptions): Promise<void> {
  const settings = await loadSettings(options);
  const now = new Date();
  const { pruned, kept, limits } = await withElasticsearch(options, async (client, signal) => {
    const ports = createRetentionPorts(client);
    const atWork = await ports.daysAtWork(DEFAULT_SCOPE, signal);
    const request = { scope: DEFAULT_SCOPE, settings, now };
    return {
      limits: retentionLimits(settings, atWork, now),
      pruned: options.dryRun === true ? null : await pruneKept(request, ports, signal),
      kept: await fetchSizes(client, signal),
    };
  });
  if (options.json === true) printJson({ keeps_from: limits, ...pruned, kept });
  else {
    print(
      `Logwave removes counts, findings and runs of days before ${limits.results}, and series of days before ${limits.series}.`,
    );
    [
      ...(pruned === null ? ['Dry run: nothing was removed.'] : removedLines(pruned)),
      ...kept.map(sizeLine),
    ].forEach((line) => print(line));
  }
  const [problem] = pruned?.problems ?? [];
  if (problem !== undefined) throw new UserError(`some results could not be removed: ${problem}`);
}

/** `logwave prune`: removes results that are older than the settings keep. */
export function registerPrune(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('prune')))
    .description('remove results older than the settings allow, and show the sizes')
    .option('--dry-run', 'remove nothing')
    .addHelpText('after', EXAMPLES)
    .action(prune);
}
