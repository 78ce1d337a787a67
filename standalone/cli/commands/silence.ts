import type { Client } from '../../../server/elastic/client';
import type { Command } from 'commander';
import type { Settings } from '../../../common/settings';
import { type Day, localDay } from '../../../common/time';
import { waitFor } from '../../../server/app/basics';
import type { Mark, SilenceLook } from '../../../server/app/silence';
import { fetchUserName } from '../../../server/elastic/asking';
import { ensureIndices } from '../../../server/elastic/results';
import { keepSilence, lookSilence, setMark } from '../../../server/wiring';
import { sayIfUnseen } from '../basics/say_if_unseen';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';
import { silenceLines } from '../reports/report_silence';

const EXAMPLES = `
Logwave learns for each source, host and series how long it may be silent. A stream stays in the list
until it logs again, is muted, or is marked as gone. Marks need "write" on logwave-marks only.
The exit code is 1 if something could not be looked at because of a temporary problem. It is 0 whether
or not something is silent.

  logwave silence
  logwave silence --json
  logwave silence --keep --day 2026-11-23
  logwave silence --gone web7 --reason "decommissioned in May"
  logwave silence --mute web1 --until 2026-12-24 --reason maintenance
  logwave silence --back web1`;

interface SilenceOptions extends ElasticOptions, SettingsOptions {
  readonly day?: Day;
  readonly all?: true;
  readonly keep?: true;
  readonly gone?: string;
  readonly mute?: string;
  readonly back?: string;
  readonly until?: Day;
  readonly source?: string;
  readonly reason?: string;
  readonly json?: true;
}

interface Wanted {
  readonly kind: Mark['kind'];
  readonly host: string;
}

/** The mark to set; undefined if only the list is wanted. */
function wantedMark({
  gone,
  mute,
  back,
  until,
  reason,
  source,
}: SilenceOptions): Wanted | undefined {
  const wanted = [
    ...(gone === undefined ? [] : [{ kind: 'gone', host: gone } as const]),
    ...(mute === undefined ? [] : [{ kind: 'mute', host: mute } as const]),
    ...(back === undefined ? [] : [{ kind: 'back', host: back } as const]),
  ];
  const [first, second] = wanted;
  if (second !== undefined) throw new UserError('give one of --gone, --mute and --back', 2);
  if (first?.kind === 'mute' && until === undefined) {
    throw new UserError('--mute needs an end: give --until DAY', 2);
  }
  if (first?.kind !== 'mute' && until !== undefined) {
    throw new UserError('--until is for --mute: give both', 2);
  }
  if (first === undefined && (reason ?? source) !== undefined) {
    throw new UserError('--reason and --source are for a mark: give --gone, --mute or --back', 2);
  }
  return first;
}

/** A mark about a source that is misspelled would change nothing. */
function assertSource({ sources }: Settings, source: string | undefined): void {
  if (source === undefined || sources.some(({ id }) => id === source)) return;
  throw new UserError(`there is no source ${source} in the settings`, 2);
}

async function mark(
  client: Client,
  { kind, host }: Wanted,
  { until, reason, source }: SilenceOptions,
  { zone }: Settings,
  signal: AbortSignal,
): Promise<Mark> {
  const end = until === undefined ? null : new Date(localDay(until, zone).from).toISOString();
  const author = await fetchUserName(client, signal);
  const about = { source: source ?? null, host, subtype: null };
  const whole = { kind, ...about, reason: reason ?? null, author, until: end };
  return setMark(client, whole, new Date(), signal);
}

const DONE: Readonly<Record<Mark['kind'], string>> = {
  gone: 'is marked as gone. It comes back by itself if it logs again.',
  mute: 'is muted',
  back: 'has no mark now.',
};

/** The time of the list: now, or the end of a day that is over. */
function momentOf({ day }: SilenceOptions, { zone }: Settings): { at: Date; now: Date } {
  const now = new Date();
  if (day === undefined) return { at: now, now };
  const { from, to } = localDay(day, zone);
  if (from > now.getTime()) throw new UserError(`${day} has not begun in ${zone}`, 2);
  return { at: new Date(Math.min(to, now.getTime())), now };
}

/** @throws UserError if something could not be looked at, and may be later: a day is partial then */
function throwIfTroubled({ is_troubled: isTroubled }: SilenceLook): void {
  if (!isTroubled) return;
  throw new UserError('not all could be looked at because of a temporary problem: see above');
}

async function silence(options: SilenceOptions): Promise<void> {
  const wanted = wantedMark(options);
  const settings = await loadSettings(options);
  if (wanted !== undefined) {
    assertSource(settings, options.source);
    const set = await withElasticsearch(options, async (client, signal) => {
      const set = await mark(client, wanted, options, settings, signal);
      await sayIfUnseen(client, settings, set, signal);
      return set;
    });
    if (options.json === true) printJson(set);
    else {
      const end = options.until === undefined ? '' : ` until ${options.until}.`;
      print(`${wanted.host} ${DONE[wanted.kind]}${end}`);
    }
    return;
  }
  const moment = momentOf(options, settings);
  const look = await withElasticsearch(options, async (client, signal) => {
    const asked = { ...moment, wait: waitFor };
    if (options.keep !== true) return lookSilence(client, settings, asked, signal);
    await ensureIndices(client, signal);
    return keepSilence(client, settings, moment, signal);
  });
  if (options.json === true) printJson(look);
  else silenceLines(look, options.all === true).forEach((line) => print(line));
  throwIfTroubled(look);
}

/** `logwave silence`: what stopped logging, for how long, and marks about it. */
export function registerSilence(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('silence')))
    .description('list what is silent: sources, hosts and series; or mark a host')
    .option('--day <day>', 'at the end of this day instead of now', dayOption)
    .option('--all', 'list what is marked as gone, too')
    .option('--keep', 'store what is silent as findings, as the schedule does each hour')
    .option('--gone <host>', 'mark a host as decommissioned')
    .option('--mute <host>', 'do not report a host until --until')
    .option('--until <day>', 'the first day on which a muted host is reported again', dayOption)
    .option('--back <host>', 'remove the mark of a host')
    .option('--source <id>', 'the mark is about this source only')
    .option('--reason <text>', 'why, for those who read the mark')
    .addHelpText('after', EXAMPLES)
    .action(silence);
}
