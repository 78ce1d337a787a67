import type { Command } from 'commander';
import { ApiError } from '../../../common/api';
import type { StreamMark } from '../../../common/marks';
import type { Day } from '../../../common/time';
import { fetchUserName } from '../../../server/elastic/asking';
import { keepMute, type NewMute } from '../../../server/wiring';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { sayIfUnseen } from '../basics/say_if_unseen';
import { UserError } from '../basics/user_error';

const EXAMPLES = `
Muted findings stay listed, with who muted them and until when. They are stored, and never tagged.

  logwave mute --source syslog --subtype 5 --until 2026-12-24 --reason maintenance
  logwave mute --source syslog --until 2026-12-24 --reason "moving the shipper" --owner ana
  logwave mute --host web1 --until 2026-12-24 --reason maintenance
  logwave mute --all --until 2026-12-02 --reason "power cut"
  logwave mute --back --source syslog --subtype 5`;

interface MuteOptions extends ElasticOptions, SettingsOptions {
  readonly source?: string;
  readonly subtype?: string;
  readonly host?: string;
  readonly all?: true;
  readonly reason?: string;
  readonly owner?: string;
  readonly from?: Day;
  readonly until?: Day;
  readonly back?: true;
  readonly json?: true;
}

function newMute(options: MuteOptions): NewMute {
  const { source, subtype, host, all, reason, owner, from, until, back } = options;
  const isAll = all === true;
  if (isAll === ((source ?? host) !== undefined)) {
    throw new UserError('choose what to mute: give --source, --host or --all', 2);
  }
  if (subtype !== undefined && source === undefined) {
    throw new UserError('--subtype is a series of a source: give --source as well', 2);
  }
  const about = { source: source ?? null, host, subtype };
  if (back === true) return { kind: 'back', ...about };
  if (until === undefined || reason === undefined) {
    throw new UserError('a mute needs an end and a reason: give --until DAY and --reason TEXT', 2);
  }
  return { kind: 'mute', ...about, reason, owner, from, until };
}

/**
 * What is muted now, in a sentence. Whether something was muted before is not known: a mute may be
 * taken back without the right to read marks.
 */
export function muteWords({ kind, source, host, subtype, owner }: StreamMark, until = ''): string {
  const parts = [source, host, subtype].filter((part) => part !== null).join(' ');
  if (kind === 'back') return parts === '' ? 'Nothing is muted now.' : `${parts} is not muted now.`;
  const what = parts || 'everything';
  return `${what} is muted until ${until}${owner == null ? '' : ` by ${owner}`}.`;
}

async function mute(options: MuteOptions): Promise<void> {
  const given = newMute(options);
  const settings = await loadSettings(options);
  const mark = await withElasticsearch(options, async (client, signal) => {
    const author = await fetchUserName(client, signal);
    const judging = { client, settings, author, now: new Date() };
    const kept = await keepMute(given, judging, signal);
    await sayIfUnseen(client, settings, kept, signal);
    return kept;
  }).catch((error: unknown) => {
    if (error instanceof ApiError) throw new UserError(error.message, 2);
    throw error;
  });
  if (options.json === true) printJson(mark);
  else print(muteWords(mark, options.until));
}

/** `logwave mute`: hides findings until a day. */
export function registerMute(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('mute')))
    .description('mute a series, a source, a host or all until a day')
    .option('--source <id>', 'a source, or the source of a series')
    .option('--subtype <text>', 'a series of --source')
    .option('--host <name>', 'a host')
    .option('--all', 'everything')
    .option('--until <day>', 'the first day that is no longer muted', dayOption)
    .option('--from <day>', 'the first muted day (default: yesterday)', dayOption)
    .option('--reason <text>', 'why')
    .option('--owner <name>', 'who is responsible for it (default: you)')
    .option('--back', 'unmute')
    .addHelpText('after', EXAMPLES)
    .action(mute);
}
