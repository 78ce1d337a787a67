import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { pluralWords } from '../../../common/waveform/words';
import { type IngestSummary, LOG_TYPES, missingInputs, type AskedType } from '../../ingest';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { ingestLines, refusedFileName, stoppedWords } from '../reports/ingest_report';
import { nextLines } from '../next_command';
import { yearOption } from '../basics/option_values';
import { print, printJson, say } from '../basics/output';
import { ingestWithProgress } from '../reports/progress_ingest';
import { UserError } from '../basics/user_error';
import { withZoneOption } from '../basics/zone_option';

const EXAMPLES = `
FILE is a log, plain or compressed with gzip, xz or zstd, a folder of logs, or - for standard input.
A file that was ingested before adds nothing, even after it was rotated or compressed.

  logwave ingest /var/log/syslog /var/log/mail.log
  logwave ingest /var/ossec/logs/alerts --type ossec
  logwave ingest messages-2005.gz --year 2005 --zone America/Toronto
  journalctl -o json | logwave ingest -
  ssh web1 cat /var/log/auth.log | logwave ingest -`;

interface IngestCommandOptions extends ElasticOptions {
  readonly type: AskedType;
  readonly zone: string;
  readonly year?: number;
  readonly json?: true;
}

/** What went wrong though the command was completed; nothing if all is well. */
function throwIfIncomplete(summary: IngestSummary): void {
  const { errors, refused, documents } = summary;
  for (const { file, reason } of errors) say(`logwave: ${file}: ${reason}`);
  const stopped = stoppedWords(summary);
  if (stopped !== undefined) throw new UserError(stopped);
  const problems = [
    ...(errors.length > 0
      ? [`${pluralWords(errors.length, 'file')} could not be read completely`]
      : []),
    ...(refused > 0 ? [`${pluralWords(refused, 'document')} refused`] : []),
  ];
  const rest = documents > refused ? '; everything else was ingested' : '';
  if (problems.length > 0) throw new UserError(`${problems.join(', ')}${rest}`);
}

async function ingest(files: string[], options: IngestCommandOptions): Promise<void> {
  // An empty argument, as from an unset shell variable, would be the present folder.
  if (files.includes('')) throw new UserError('a file name is empty: name a file or a folder', 2);
  const missing = await missingInputs(files);
  if (missing.length === files.length) {
    throw new UserError(missing.map(({ message }) => message).join('; '));
  }
  const now = new Date();
  const { type, zone, year } = options;
  const summary = await withElasticsearch(options, (client, signal) =>
    ingestWithProgress(
      {
        client,
        inputs: files,
        type,
        zone,
        now,
        rejectedFile: resolve(refusedFileName(now)),
        ...(year === undefined ? {} : { year }),
      },
      signal,
    ),
  );
  if (options.json === true) printJson(summary);
  else
    [...ingestLines(summary), ...nextLines(summary, options, now)].forEach((line) => print(line));
  throwIfIncomplete(summary);
}

/**
 * `logwave ingest`: turns raw log files into the documents that the talk's Logstash made from them.
 */
export function registerIngest(program: Command): void {
  const command = withElasticOptions(program.command('ingest'));
  withZoneOption(command, 'the time zone of times without one')
    .description('read log files into Elasticsearch; running it again adds only what is new')
    .argument('<files...>', 'log files, folders, or - for standard input')
    .addOption(
      new Option('--type <type>', 'the type of the logs')
        .choices(['auto', ...LOG_TYPES])
        .default('auto'),
    )
    .option('--year <year>', 'the year of times without one', yearOption)
    .addHelpText('after', EXAMPLES)
    .action(ingest);
}
