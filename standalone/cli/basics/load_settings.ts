import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { parseSettings, type Settings } from '../../../common/settings';
import { isZone, zoneName } from '../../../common/time';
import { UserError } from './user_error';
import { sayOddZone } from './odd_zone';

/** Options that change the settings for one command. */
export interface SettingsOptions {
  readonly settings?: string;
  readonly zone?: string;
}

/** Adds the options of commands that assess days. */
export function withSettingsOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--settings <file>', 'JSON file with sources, zone and limits').env(
        'LOGWAVE_SETTINGS',
      ),
    )
    .option('--zone <zone>', 'time zone of the days, such as Europe/Vienna');
}

async function readSettingsFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`cannot read the settings file ${file}: ${reason}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`the settings file ${file} is not JSON: ${error.message}`);
  }
}

function namesZone(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'zone' in given;
}

/**
 * The settings of a command: defaults, then the settings file, then what the options say.
 *
 * @throws UserError that lists every fault with its path and what is allowed
 */
export async function loadSettings(options: SettingsOptions): Promise<Settings> {
  if (options.zone !== undefined && !isZone(options.zone)) {
    throw new UserError(
      `"${options.zone}" is not a time zone: use an IANA name such as Europe/Vienna`,
      2,
    );
  }
  const file = options.settings;
  const given = file === undefined ? {} : await readSettingsFile(file);
  const parsed = parseSettings(given);
  if ('errors' in parsed) {
    const faults = parsed.errors.map((fault) => `\n  ${fault}`).join('');
    throw new UserError(`the settings file ${file ?? ''} has faults:${faults}`);
  }
  const { settings } = parsed;
  if (options.zone !== undefined) return { ...settings, zone: zoneName(options.zone) };
  if (!namesZone(given)) sayOddZone();
  return settings;
}
