import { basename } from 'node:path';
import { place } from '../../place';
import { UnreadableLog } from './unreadable_log';

const READ_IT = `${place.command} ingest -`;

/** What a non-text file is, by its first bytes, and what to do. */
const KINDS: readonly { readonly magic: string; readonly reason: string }[] = [
  {
    magic: Buffer.from('LPKSHHRH').toString('hex'),
    reason: `it is a systemd journal. To read it: journalctl -o json --file FILE | ${READ_IT}`,
  },
  {
    magic: Buffer.from('BZh').toString('hex'),
    reason: `it is compressed with bzip2, which Logwave does not read: bzip2 -dc FILE | ${READ_IT}`,
  },
];
const BINARY =
  'it is a binary file, not a log: unpack it first, unless it is compressed with gzip, xz or zstd';
const LONGEST_MAGIC = 8;

/**
 * Logins in records of fixed length, checksums, and the package lists that apt plans with: never
 * logs, whatever their content.
 */
const NO_LOG_NAME =
  /^(?:[wbu]tmp|lastlog|faillog|tallylog)(?:[.-]\d+)?(?:\.(?:gz|xz|zst))?$|^eipp\.log|\.(?:sum|journal~?)$/;

/** Whether the name of a file in a folder shows that it is not a log. */
export function isNoLogName(name: string): boolean {
  return NO_LOG_NAME.test(name);
}

/** A clock, or seconds, or parts of them, since 1970. */
const TIME = /\d\d:\d\d|\d{9}/;
/** JSON and the journal's export are never mere text. */
const DATA = /^\s*(?:[{[<]|__)/;
const LOG_NAME = /log|messages|err|out|alert|eve|audit/i;

/**
 * Whether a file in a folder is a text without any time in its first bytes, and without the name of
 * a log: a README, or a file that an installer left.
 */
export function hasNoTime(path: string, head: Buffer): boolean {
  if (LOG_NAME.test(basename(path)) || head.length === 0) return false;
  const text = head.toString('latin1');
  return !TIME.test(text) && !DATA.test(text);
}

/** A file that is not a log at all: ignored in a folder, an error if the user names it. */
export class NotALog extends UnreadableLog {}

/** What a non-text file is, by its first bytes. */
export function notALog(file: string, head: Buffer): NotALog {
  const hex = head.subarray(0, LONGEST_MAGIC).toString('hex');
  const kind = KINDS.find(({ magic }) => hex.startsWith(magic));
  return new NotALog(file, kind?.reason ?? BINARY);
}

/** Whether the first bytes are those of a known format that is not text. */
export function hasMagic(head: Buffer): boolean {
  const hex = head.subarray(0, LONGEST_MAGIC).toString('hex');
  return KINDS.some(({ magic }) => hex.startsWith(magic));
}
