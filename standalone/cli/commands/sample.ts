import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { daysBetween, type Day } from '../../../common/time';
import { pluralWords, bytesWords } from '../../../common/waveform/words';
import { writeReason } from '../../files';
import { listLogFiles } from '../../ingest';
import { place } from '../../place';
import {
  plantedIncidents,
  sampleFileNames,
  type SampleOptions,
  writeSample,
  type WrittenSample,
} from '../../sample';
import { withAbort } from '../basics/abort';
import { shellWord } from '../reports/ingest_report';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { withSampleOptions, yesterdayIn, type SampleChoice } from '../basics/sample_options';
import { UserError } from '../basics/user_error';

/** How long a line without a year is dated correctly by itself. */
const DAYS_WITHOUT_YEAR = 360;

interface SampleCommandOptions extends SampleChoice {
  readonly lastDay?: Day;
  readonly json?: true;
}

/** @throws UserError */
async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === false) throw new UserError(`${folder} is a file: name a folder`);
}

/** Files of something else, or of another sample, would be ingested together with ours. */
async function refuseOtherFiles(
  folder: string,
  options: SampleOptions,
  signal: AbortSignal,
): Promise<void> {
  const ours = new Set([...sampleFileNames(options)].map((name) => resolve(folder, name)));
  await assertFolder(folder);
  const { files } = await listLogFiles([folder], signal);
  const other = files.find(({ path }) => !ours.has(path));
  if (other === undefined) return;
  throw new UserError(`${folder} has other files, such as ${other.path}: name an empty folder`);
}

function ingestCommand({ folder, zone, first_day: first, last_day: last }: WrittenSample): string {
  const needsYear = daysBetween(first, yesterdayIn(zone, new Date())) > DAYS_WITHOUT_YEAR;
  const year = needsYear ? ` --year ${last.slice(0, 4)}` : '';
  return `${place.command} ingest ${shellWord(folder)} --zone ${zone}${year}`;
}

function sampleLines(written: WrittenSample): string[] {
  const { folder, files, bytes, documents, first_day: first, last_day: last, zone } = written;
  return [
    `${pluralWords(files, 'file')}, ${bytesWords(bytes)}, in ${folder}`,
    `${pluralWords(documents, 'record')} from ${first} to ${last} (${zone}).`,
    `Planted on ${last}:`,
    ...plantedIncidents.map(({ title }) => `- ${title}`),
    '',
    `Next: ${ingestCommand(written)}`,
  ];
}

async function sample(dir: string, options: SampleCommandOptions): Promise<void> {
  if (dir === '') throw new UserError('the name of the folder is empty: name a folder', 2);
  const { days, seed, zone } = options;
  const lastDay = options.lastDay ?? yesterdayIn(zone, new Date());
  const folder = resolve(dir);
  const written = await withAbort(async (signal) => {
    const asked = { lastDay, days, seed, zone };
    await refuseOtherFiles(folder, asked, signal);
    return writeSample(folder, asked, signal).catch((error: unknown) => {
      throw new UserError(`cannot write into ${folder}: ${writeReason(error)}`);
    });
  });
  if (options.json === true) printJson({ ...written, planted: plantedIncidents });
  else sampleLines(written).forEach((line) => print(line));
}

/** `logwave sample`: raw logs to try Logwave with. The last day has six planted incidents. */
export function registerSample(program: Command): void {
  withSampleOptions(program.command('sample'))
    .description('write sample logs, with six incidents planted on the last day')
    .argument('<dir>', 'the folder to write to; it is created if it is missing')
    .option('--last-day <day>', 'the day with the incidents (default: yesterday)', dayOption)
    .option('--json', 'print the result as JSON')
    .action(sample);
}
