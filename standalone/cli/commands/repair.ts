import type { Command } from 'commander';
import { pluralWords } from '../../../common/waveform/words';
import {
  logwaveIndices,
  NotRepairable,
  repairIndices,
  type RepairedIndex,
} from '../../../server/elastic/results';
import { hostIndex } from '../../host';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
An index template for all indices may have created an index of Logwave without its mapping.
Logwave copies the documents of such an index, creates it again, and copies the documents back.
Run no analysis meanwhile. The command needs the privilege "manage" on logwave-*.

  logwave repair --es https://elasticsearch:9200`;

interface RepairOptions extends ElasticOptions {
  readonly json?: true;
}

async function repair(options: RepairOptions): Promise<void> {
  const repaired: RepairedIndex[] = [];
  const isJson = options.json === true;
  const onRepaired = (index: RepairedIndex): void => {
    repaired.push(index);
    const documents = pluralWords(index.documents, 'document');
    if (!isJson) print(`${index.name} was created again, with ${documents}.`);
  };
  try {
    await withElasticsearch(options, (client, signal) =>
      repairIndices(client, [...logwaveIndices, hostIndex()], onRepaired, signal),
    );
  } catch (error) {
    if (error instanceof NotRepairable) throw new UserError(error.message);
    throw error;
  }
  if (isJson) printJson(repaired);
  else if (repaired.length === 0) print('No index of Logwave needs a repair.');
}

/** `logwave repair`: rebuilds indices that are not mapped as they must be. */
export function registerRepair(program: Command): void {
  withElasticOptions(program.command('repair'))
    .description('repair indices of Logwave that a template has mapped wrongly')
    .addHelpText('after', EXAMPLES)
    .action(repair);
}
