import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { parseSettings, type Settings } from '../../../common/settings';
import { readReason } from '../../files';
import { weekendOption, zoneOption } from './option_values';
import { UserError } from './user_error';
import { sayOddZone } from './odd_zone';

/** Options that change the settings for one command. */
export interface SettingsOptions {
  readonly settings?: string;
  /** By its canonical name. */
  readonly zone?: string;
  readonly weekend?: Settings['training']['weekend'];
}

/** Adds the options of commands that assess days. */
export function withSettingsOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--settings <file>', 'JSON file with sources, zone and thresholds').env(
        'LOGWAVE_SETTINGS',
      ),
    )
    .option('--zone <zone>', 'time zone of the days, such as Europe/Vienna', zoneOption)
    .option(
      '--weekend <days>',
      'weekdays of the weekend, such as friday,saturday, or none',
      weekendOption,
    );
}

/**
 * The position at which a text stops being JSON, if the runtime says so: by its index, or by its
 * text.
 */
function placeOf(text: string, { message }: SyntaxError): string {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position === undefined) {
    const [, excerpt] = /"(.+)"(?:\.\.\.)? is not valid JSON/s.exec(message) ?? [];
    return excerpt === undefined ? 'it ends too early' : `see ${excerpt.replace(/\s+/g, ' ')}`;
  }
  const before = text.slice(0, Number(position)).split('\n');
  return `see line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

async function readSettingsFile(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UserError(`cannot read the settings file ${file}: ${readReason(error)}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`the settings file ${file} is not JSON: ${placeOf(text, error)}`);
  }
}

function namesZone(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'zone' in given;
}

function withWeekend(settings: Settings, { weekend }: SettingsOptions): Settings {
  if (weekend === undefined) return settings;
  return { ...settings, training: { ...settings.training, weekend } };
}

/**
 * The settings of a command: defaults, then the settings file, then the options.
 *
 * @throws UserError that lists every fault with its path and what is allowed
 */
export async function loadSettings(options: SettingsOptions): Promise<Settings> {
  const file = options.settings;
  const given = file === undefined ? {} : await readSettingsFile(file);
  const parsed = parseSettings(given);
  if ('errors' in parsed) {
    const faults = parsed.errors.map((fault) => `\n  ${fault}`).join('');
    throw new UserError(`the settings file ${file ?? ''} has faults:${faults}`);
  }
  const settings = withWeekend(parsed.settings, options);
  if (options.zone !== undefined) return { ...settings, zone: options.zone };
  if (!namesZone(given)) sayOddZone();
  return settings;
}
