import { readFile, stat } from 'node:fs/promises';
import { readChannels, type ConfiguredChannel } from '../../../server/delivery';
import { readReason } from '../../files';
import { HostError } from '../host_error';

const FILE = 'LOGWAVE_NOTIFY_FILE';
const PREFIX = 'LOGWAVE_NOTIFY_';
/**
 * The settings of a channel that a variable may give: `LOGWAVE_NOTIFY_MAIL_PASSWORD` is the
 * password of "mail".
 */
const KEYS = [
  'type',
  'host',
  'port',
  'security',
  'user',
  'password',
  'from',
  'to',
  'ca',
  'url',
  'template',
  'authorization',
] as const;
/** Read or write permission for anybody except the owner. */
const OTHERS = 0o077;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws HostError if the file cannot be used, or others may read it */
async function readFileOfChannels(file: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    const found = await stat(file);
    const { mode } = found;
    if (!found.isDirectory() && process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new HostError(
        `others can read ${file}, which may hold passwords: run chmod 600 ${file}`,
      );
    }
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError(`cannot read the channels file ${file}: ${readReason(error)}`);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // The parser's message would quote the file, which may contain passwords.
  }
  throw new HostError(
    `${file} must be JSON: a map of channels by name, as in {"mail": {"type": "smtp", …}}`,
  );
}

function ofVariables(environment: Environment): Map<string, Map<string, unknown>> {
  const channels = new Map<string, Map<string, unknown>>();
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith(PREFIX) || variable === FILE || value === undefined) continue;
    const rest = variable.slice(PREFIX.length).toLowerCase();
    const key = KEYS.find((one) => rest.endsWith(`_${one}`));
    const name = key === undefined ? rest : rest.slice(0, -key.length - 1);
    const channel = channels.get(name) ?? new Map<string, unknown>();
    const isNumber = key === 'port' && /^\d+$/.test(value);
    channel.set(key ?? 'variable', isNumber ? Number(value) : value);
    channels.set(name, channel);
  }
  return channels;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The channels of a host: a file that only its owner may read, and the environment, which sets
 * single values of a channel.
 *
 * @param file undefined for the one that `LOGWAVE_NOTIFY_FILE` names
 * @throws HostError if the file cannot be used
 */
export async function channelsOfHost(
  environment: Environment,
  file = environment[FILE],
): Promise<ConfiguredChannel[]> {
  const given = new Map<string, unknown>(
    Object.entries(file === undefined ? {} : await readFileOfChannels(file)),
  );
  for (const [name, values] of ofVariables(environment)) {
    const before = given.get(name);
    // What is not a channel in the file stays its fault.
    if (before !== undefined && !isMap(before)) continue;
    given.set(name, { ...before, ...Object.fromEntries(values) });
  }
  return readChannels(Object.fromEntries(given));
}
