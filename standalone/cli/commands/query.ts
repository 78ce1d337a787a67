import { InvalidArgumentError, Option, type Command } from 'commander';
import { sortedJson } from '../../../common/settings';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { print, say } from '../basics/output';
import {
  ACTIONS,
  DEFAULT_INDEX,
  DEFAULT_SIZE,
  getQueryRequest,
  type QueryOptions,
  type QueryRequest,
} from '../query/get_query_request';
import { hostUrl } from '../query/host_url';
import { sendQuery } from '../query/send_query';
import { UserError } from '../basics/user_error';

interface QueryCommandOptions extends QueryOptions, ElasticOptions {
  readonly host?: string;
}

const EXAMPLES = `
What TERMS are:  stringquery  a query string, such as 'program:sshd AND message:failed'
                 termquery    FIELD:VALUE, documents with exactly this value
                 termsagg     FIELD, its values with the number of documents of each
                 count        a query string, or nothing to count all documents

  logwave query -t 'type:syslog' -s 3 -f @timestamp message
  logwave query -a termquery -t syslog_severity_code:5 -r @timestamp 2015-04-01 2015-04-01
  logwave query -a termsagg -t program -s 50
  logwave query -q '{"query": {"exists": {"field": "rule_number"}}}' -c
  logwave query -l`;

function sizeOption(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

/** Adds the options of the talk's esquery. */
function withQueryOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-a, --action [action]', 'what kind of query TERMS are')
        .choices(ACTIONS)
        .preset('stringquery')
        .conflicts('query'),
    )
    .option('-q, --query <json>', 'a whole search as JSON, instead of TERMS')
    .addOption(
      new Option('-l, --list', 'list all indices, or those that --index names').conflicts('terms'),
    )
    .option('-t, --terms <terms>', 'what to look for')
    .option('-d, --host <host>', 'the Elasticsearch to ask: HOST, HOST:PORT, or the same as --es')
    .option('-i, --index <index>', `where to look (default: "${DEFAULT_INDEX}")`)
    .option(
      '-s, --size <number>',
      `how many documents, or values of a termsagg, to show (default: ${DEFAULT_SIZE})`,
      sizeOption,
    )
    .option('-r, --range <words...>', 'FIELD FROM TO: numbers or dates, both ends included')
    .option('-f, --fields <fields...>', 'show only these fields of the documents')
    .option('-c, --count', 'show only the number of documents')
    .addHelpText('after', EXAMPLES);
}

/** Usage errors of combined options end like those of the parser. */
function requestOf(options: QueryCommandOptions, command: Command): QueryRequest {
  if (options.host !== undefined && command.getOptionValueSource('es') === 'cli') {
    command.error('error: --host and --es name the same thing: give one of them');
  }
  try {
    return getQueryRequest(options);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) {
      command.error(`error: ${error.message}`);
    }
    throw error;
  }
}

/**
 * `logwave query`: sends a query to Elasticsearch as the talk's esquery did. The answer is JSON.
 */
export function registerQuery(program: Command): void {
  const command = withQueryOptions(withElasticOptions(program.command('query')))
    .description('search documents, count them or list indices; prints sorted JSON')
    .action(async (options: QueryCommandOptions) => {
      const request = requestOf(options, command);
      const elastic =
        options.host === undefined ? options : { ...options, es: hostUrl(options.host) };
      await withElasticsearch(elastic, async (client, signal) => {
        const { answer, note } = await sendQuery(client, request, signal);
        if (note !== undefined) say(note);
        print(sortedJson(answer));
      });
    });
}
