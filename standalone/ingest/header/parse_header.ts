import type { ParseContext, ParsedRecord } from '../documents/log_document';
import { looksLikeHost } from './header_part';
import { readOrigin } from './header_origin';
import { readTime, type HeaderTime } from './header_time';
import type { Origin } from './origin_shape';
import { syslogFields } from '../parsing/syslog_fields';
import { DEFAULT_PRIORITY, priorityOfWord } from '../parsing/syslog_priority';

/** A line that was parsed, and where its text begins. */
export interface ReadHeader {
  readonly record: ParsedRecord;
  readonly textStart: number;
}

/**
 * Cisco writes a counter, its name, another counter, and a sign for a clock that is not set; IOS XR
 * the location of the processor, wireless controllers a task.
 */
const BEFORE_TIME =
  /(?:\d{1,10} ?: )?(?:([\w.-]{1,64}) ?: |(?:([\w.-]{1,64}) )?\w{1,8}(?:\/\w{1,8}){1,3} ?: ?)?(?:\d{1,10} ?: )?(?:\*\w{1,64}: )?:? ?[*.]?/y;
const BARE_NUMBER = /^\d+$/;
/** Solaris writes the facility and the level after the program. */
const SOLARIS_ID = / \[ID \d{1,10} ([a-z\d]{1,8}\.[a-z]{3,7})\]/y;
const SEVERITIES = 8;

export interface Start {
  readonly host: string | undefined;
  /** Whether a counter or a sign comes before the time, as Cisco writes it. */
  readonly isMarked: boolean;
  readonly time: HeaderTime;
}

/** Reads what comes before the time, and the time itself; undefined if no time follows. */
export function readStart(line: string, from: number, context: ParseContext): Start | undefined {
  const time = readTime(line, from, context);
  if (time !== undefined) return { host: undefined, isMarked: false, time };
  BEFORE_TIME.lastIndex = from;
  const [, device, router] = BEFORE_TIME.exec(line) ?? [];
  const name = device ?? router;
  if (BEFORE_TIME.lastIndex <= from) return undefined;
  const later = readTime(line, BEFORE_TIME.lastIndex, context);
  if (later === undefined) return undefined;
  const host = name === undefined || BARE_NUMBER.test(name) ? undefined : name;
  return host !== undefined && !looksLikeHost(host)
    ? undefined
    : { host, isMarked: true, time: later };
}

/** After such a time, a word before the mnemonic is a zone of the device's own, such as `DST`. */
function isZoneOfDevice({ isMarked }: Start, { host, program }: Origin): boolean {
  return isMarked && host !== undefined && program !== undefined && /^[%#]/.test(program);
}

function priorityOf(line: string, written: number | undefined, origin: Origin): number {
  if (written !== undefined) return written;
  if (origin.priority !== undefined) return origin.priority;
  SOLARIS_ID.lastIndex = origin.end;
  const word = SOLARIS_ID.exec(line)?.[1];
  const said = word === undefined ? undefined : priorityOfWord(word);
  if (said !== undefined) return said;
  const { severity } = origin;
  if (severity === undefined) return DEFAULT_PRIORITY;
  return DEFAULT_PRIORITY - (DEFAULT_PRIORITY % SEVERITIES) + severity;
}

/**
 * Reads a header that is not in RFC 5424 format: a time, a host, a program, each in one of the
 * formats of the tables in `header_time.ts` and `origin_shapes.ts`.
 *
 * @param from where the line continues after its priority
 * @param priority as written; undefined if the line has none
 * @returns undefined if no format fits or a part does not look valid
 */
export function parseHeader(
  line: string,
  from: number,
  priority: number | undefined,
  context: ParseContext,
): ReadHeader | undefined {
  const start = readStart(line, from, context);
  if (start === undefined) return undefined;
  const { time } = start;
  const origin = readOrigin(line, { time, hasPriority: priority !== undefined });
  if (origin === undefined || isZoneOfDevice(start, origin)) return undefined;
  const fields = syslogFields(origin.program, origin.pid, priorityOf(line, priority, origin));
  if (fields === undefined) return undefined;
  return {
    record: {
      ok: true,
      type: 'syslog',
      format: time.style === 'BSD' ? 'syslog' : 'syslog with ISO time',
      instant: time.instant,
      isYearGuessed: !time.hasYear,
      host: origin.host ?? start.host,
      fields,
    },
    textStart: origin.end,
  };
}
