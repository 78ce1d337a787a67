import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Client } from '../../../server/elastic/client';
import { type Command, InvalidArgumentError } from 'commander';
import { type ApiCalendar, ApiError } from '../../../common/api';
import {
  CALENDAR_MEANINGS,
  type CalendarMeaning,
  LARGEST_CALENDAR,
} from '../../../common/calendar';
import { fetchUserName } from '../../../server/elastic/asking';
import { pluralWords } from '../../../common/waveform/words';
import { type Judging, keepCalendar, listCalendars, removeCalendar } from '../../../server/wiring';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { readReason } from '../../files';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
What the days mean: "like-sunday" (they are compared with Sundays and learned from as Sundays),
"not-assessed", "not-learned-from", or several of these. A calendar of the same name is replaced.

  logwave calendar add holidays.ics --means like-sunday
  logwave calendar add patch_days.ics --means not-assessed,not-learned-from --source syslog
  logwave calendar list
  logwave calendar remove holidays`;

interface CalendarOptions extends ElasticOptions, SettingsOptions {
  readonly json?: true;
}

interface AddOptions extends CalendarOptions {
  readonly means: readonly CalendarMeaning[];
  readonly name?: string;
  readonly source?: readonly string[];
}

/** A meaning in its form on the command line. */
function written(means: CalendarMeaning): string {
  return means.replaceAll('_', '-');
}

/** Meanings, such as `not-assessed,not-learned-from`. */
function meansOption(text: string): readonly CalendarMeaning[] {
  return text.split(',').map((part) => {
    const found = CALENDAR_MEANINGS.find(
      (one) => written(one) === part.trim().replaceAll('_', '-'),
    );
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`It must be ${CALENDAR_MEANINGS.map(written).join(', ')}.`);
  });
}

/** @throws UserError for a file that cannot be read or is too large, which is then not read */
async function readCalendar(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > LARGEST_CALENDAR) {
      const words = `${size.toLocaleString('en-US')} bytes, and at most 500,000 are read`;
      throw new UserError(`${file} has ${words}: remove old events`, 2);
    }
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot read ${file}: ${readReason(error)}`);
  }
}

function calendarWords({ name, means, sources, coming, next, fault }: ApiCalendar): string[] {
  const about = sources === null ? 'all sources' : sources.join(', ');
  const days = next.map(
    ({ day, hours, name: event }) =>
      `  ${day}${hours === null ? '' : ` ${hours.join(',')} h`}  ${event}`,
  );
  return [
    `${name}: ${means.map(written).join(', ')}, ${about}, ${pluralWords(coming, 'day')} in the next 2 years`,
    ...(fault === null ? days : [`  Not used: ${fault}.`]),
  ];
}

function show(calendars: readonly ApiCalendar[], options: CalendarOptions): void {
  if (options.json === true) return printJson({ calendars });
  if (calendars.length === 0) print('There is no calendar.');
  for (const calendar of calendars) for (const line of calendarWords(calendar)) print(line);
}

/** Does something with the calendars, then lists those in use. */
async function change(
  options: CalendarOptions,
  work: (judging: Judging, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const settings = await loadSettings(options);
  const run = async (client: Client, signal: AbortSignal): Promise<ApiCalendar[]> => {
    const author = await fetchUserName(client, signal);
    const judging = { client, settings, author, now: new Date() };
    await work(judging, signal);
    return (await listCalendars(judging, signal)).calendars;
  };
  const calendars = await withElasticsearch(options, run).catch((error: unknown) => {
    if (error instanceof ApiError) throw new UserError(error.message, 2);
    throw error;
  });
  show(calendars, options);
}

async function add(file: string, options: AddOptions): Promise<void> {
  const ics = await readCalendar(file);
  const name = options.name ?? basename(file, extname(file));
  const { means, source: sources = null } = options;
  await change(options, (judging, signal) =>
    keepCalendar({ name, means, sources, ics }, judging, signal),
  );
}

function subcommand(calendar: Command, name: string): Command {
  return withSettingsOptions(withElasticOptions(calendar.command(name)));
}

/** `logwave calendar`: days that are known beforehand, such as holidays and maintenance. */
export function registerCalendar(program: Command): void {
  const calendar = program
    .command('calendar')
    .description('manage calendars of holidays and maintenance windows (ICS)')
    .addHelpText('after', EXAMPLES);
  subcommand(calendar, 'add')
    .description('add a calendar, or replace the one of its name')
    .argument('<file>', 'an ICS file')
    .requiredOption('--means <meanings>', 'what its days mean', meansOption)
    .option('--name <name>', 'what it is called (default: the name of the file)')
    .option('--source <id...>', 'only these sources (default: all)')
    .action(add);
  subcommand(calendar, 'list')
    .description('list the calendars and their next days')
    .action((options: CalendarOptions) => change(options, () => Promise.resolve()));
  subcommand(calendar, 'remove')
    .description('remove a calendar')
    .argument('<name>', 'its name')
    .action((name: string, options: CalendarOptions) =>
      change(options, (judging, signal) => removeCalendar(name, judging, signal)),
    );
}
