import { isIP } from 'node:net';

/** Words that are never a host: where a log was written to, and words for unknown values. */
const NO_NAMES = 'stdout stderr null none nil unknown true false';

/** Keys of a text of keys and values, as iDRAC of Dell writes it without a program. */
const KEYS = 'severity priority level facility category';

/** Halves of a day. */
const HALVES = 'am pm';

/**
 * Programs whose name is often the first word of a line without a host, and that do not name
 * a host.
 */
const PROGRAMS =
  'kernel syslogd klogd rsyslogd systemd systemd-journald sshd sudo su crond dhcpd dhclient ntpd ' +
  'filterlog hostapd netifd procd logger';

/** Levels, as programs and databases write them. */
const LEVELS =
  'emerg emergency panic dpanic alert alrt crit crt critical err eror error errors fail warn wrn ' +
  'warning notice note info inf information informational debug dbg dbug ddebug subdebug trace ' +
  'trc verbose vrb fatal ftl severe fine finer finest trivia log statement detail hint context ' +
  'audit success failure failed ok';

/** Abbreviations of zones that nobody uses as a host name. */
const ZONES =
  'utc gmt cet cest eet eest bst ist msk est edt cst cdt mst mdt pst pdt akst akdt hst adt nst ndt ' +
  'brt brst jst kst hkt sgt pht aest aedt acst acdt awst nzst nzdt sast gst pkt wib mest';
/** Those that are words as well. In lower case they may be a host. */
const CAPITAL_ZONES = new Set(
  'WET WEST MET CAT EAT WAT AST ART DST ET CT MT PT MEZ MESZ IDT BDST'.split(' '),
);

const wordsOf = (text: string): string[] => text.split(' ');
const noNames = new Set([NO_NAMES, KEYS, HALVES, LEVELS, ZONES].flatMap(wordsOf));
const programs = new Set(wordsOf(PROGRAMS));
/** Words that are not hosts but may be a program. */
const programsToo = new Set(wordsOf('audit success'));

/** Letters as a level: glog, Android, MongoDB, Redis; `Df` and `Db` are of the unified log of macOS. */
const LEVEL_LETTER = /^(?:[DIWEFVTNCZ]|D[bf])$/;
const FACILITY_LEVEL =
  /^(?:auth|authpriv|cron|daemon|ftp|kern|lpr|mail|news|syslog|user|uucp|mark|security|ntp|console|local[0-7]|\d{1,2})\.(?:emerg|panic|alert|crit|err|error|warn|warning|notice|info|debug|[0-7])$/i;
/** A number with or without sign, point, colon or percent: an offset, a year, a counter, a time. */
const NUMBER = /^(?:utc|gmt)?[-+]?[\d.,:%]+$/i;
/** Names, addresses, and the chains of syslog-ng: `source@host/relay`. */
const HOST = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:@/%-]{0,253}[\p{L}\p{N}_.])?$/u;
/** Plain ASCII names are nearly all, and need no check for the letters of other alphabets. */
const PLAIN = /^[A-Za-z](?:[\w.-]{0,253}[A-Za-z\d])?$/;
/** Exim's message ids, before and since 4.97. They come after the time in its main log. */
const EXIM_ID = /^[\dA-Za-z]{6}-(?:[\dA-Za-z]{6}-[\dA-Za-z]{2}|[\dA-Za-z]{11}-[\dA-Za-z]{4})$/;
/** A client and its port, as servers write it. No host has such a name. */
const WITH_PORT = /:\d{1,5}$/;
/** `@cee` announces JSON and is not a program, nor is a list of keys and values. */
const NO_PROGRAM = /^["'`]|[[\]=,;|]|:$|^@cee$/;
/** Process and thread, as Android Studio writes them before the application, and level and tag. */
const ANDROID = /^\d+-\d+(?:\/|$)|^[VDIWEFA]\//;
/** The unit of a stack, after its address: Dell and Netgear switches. */
const UNIT = /-\d{1,2}$/;
/** A word in parentheses is checked like the word: `(systemd)` is valid, but not `(notice)`. */
const PARENTHESES = /^\(([^()]*)\)$/;
const LETTER = /\p{L}/u;
const DIGITS = /^\d{1,20}$/;
const PID = /^[\w.:#@/-]{1,64}$/;
const MONTH_OR_DAY =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)$/i;

/** Whether a word is a level, a zone or the like, which is not a name. */
function isOtherWord(word: string): boolean {
  if (word.length > 13) return FACILITY_LEVEL.test(word);
  if (noNames.has(word.toLowerCase()) || CAPITAL_ZONES.has(word)) return true;
  return LEVEL_LETTER.test(word) || FACILITY_LEVEL.test(word);
}

/** `::` is an address, too, but no host writes under it. */
function isAddress(word: string): boolean {
  return /[\da-f]$/i.test(word) && isIP(word) !== 0;
}

/** `192.0.2.1/192.0.2.7`, the relays of syslog-ng, and `192.0.2.1-1`, a unit of a stack. */
function isAddressAndMore(word: string): boolean {
  return word.includes('/') ? word.split('/').every(isAddress) : isAddress(word.replace(UNIT, ''));
}

/** How many words are remembered. A log names the same hosts and programs again and again. */
const MAX_REMEMBERED = 10_000;

/** The same function with its latest answers cached. */
function remembered(looks: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    const answer = looks(word);
    answers.set(word, answer);
    return answer;
  };
}

/** Whether a word can be a host: no level, facility, zone, offset, year, number or punctuation. */
export const looksLikeHost = remembered((word) => {
  if (!PLAIN.test(word)) {
    if (isAddressAndMore(word)) return true;
    if (!HOST.test(word) || !LETTER.test(word) || WITH_PORT.test(word)) return false;
  }
  if (NUMBER.test(word) || EXIM_ID.test(word) || ANDROID.test(word)) return false;
  return !isOtherWord(word) && !programs.has(word) && !MONTH_OR_DAY.test(word);
});

/**
 * Whether a word is certainly a host, so that it may come before a text without a program: an
 * address, or a name with a digit, a point or a hyphen in it, which few plain words have.
 */
export function isSureHost(word: string): boolean {
  return looksLikeHost(word) && (/[\d.-]/.test(word) || word === 'localhost');
}

/** Whether a word can be a program: it has a letter, and is not a level, zone or number. */
export const looksLikeProgram = remembered((word) => {
  if (NUMBER.test(word) || EXIM_ID.test(word) || ANDROID.test(word)) return false;
  if (!LETTER.test(word) || NO_PROGRAM.test(word)) return false;
  const bare = PARENTHESES.exec(word)?.[1] ?? word;
  return !isOtherWord(bare) || programsToo.has(bare);
});

/** Whether the text in brackets after a program can be its process: a number or an id, no level. */
export function looksLikePid(word: string): boolean {
  return DIGITS.test(word) || (PID.test(word) && !isOtherWord(word));
}
