import type { ParseContext, ParseResult } from '../documents/log_document';
import { looksLikeHost } from '../header/header_part';
import { ownTime } from '../header/own_time';
import { syslogFields } from './syslog_fields';
import { DEFAULT_PRIORITY, severityOfWord } from './syslog_priority';
import { instantOfIso, wallClockOfIso } from './timestamps';
import { instantInZone } from '../header/zone_offset';

const BEGIN = /(?:date|logver|timestamp|devname|device|device_name|time|itime)=\S/y;
const PAIR = /([A-Za-z_]{1,40})=(?:"([^"]{0,255})"|([^\s",]{0,255}))/g;
/** The parts that are read are near the beginning. */
const LOOKED_AT = 2000;
const FAILURE = { ok: false, type: 'syslog' } as const;
const SEVERITIES = 8;

type Pairs = ReadonlyMap<string, string>;

function pairsOf(text: string): Pairs {
  const pairs = new Map<string, string>();
  for (const [, key = '', quoted, bare] of text.matchAll(PAIR)) {
    if (!pairs.has(key)) pairs.set(key, quoted ?? bare ?? '');
  }
  return pairs;
}

/** FortiOS 6.2 and newer write nanoseconds since 1970, older ones seconds. */
function epochOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{10}(?:\d{3}){0,3}$/.test(text)) return undefined;
  return Number(text.slice(0, 13).padEnd(13, '0'));
}

function instantOf(pairs: Pairs, context: ParseContext): number | undefined {
  const [date, time] = [pairs.get('date'), pairs.get('time')];
  const zone = pairs.get('tz') ?? pairs.get('timezone');
  const timestamp = pairs.get('timestamp') ?? '';
  const wallClock = wallClockOfIso(`${date ?? ''} ${time ?? ''}`);
  const inZone =
    wallClock === undefined || zone === undefined
      ? undefined
      : instantInZone(wallClock, zone, context.localToUtc);
  return (
    inZone ??
    epochOf(pairs.get('eventtime')) ??
    epochOf(timestamp) ??
    instantOfIso(timestamp, context) ??
    (wallClock === undefined ? undefined : context.localToUtc(wallClock))
  );
}

/** Whether a text consists of key=value pairs from its beginning on. */
export function beginsKeyValues(line: string, from: number): boolean {
  BEGIN.lastIndex = from;
  return BEGIN.test(line);
}

/**
 * Reads what FortiGate (FortiOS 5 to 7) and Sophos Firewall (SFOS 17 to 20) write instead of a
 * header: pairs of key and value, with date, time, zone, the device's name and a level.
 *
 * @param priority as written; undefined if the line has none
 */
export function parseKeyValues(
  line: string,
  from: number,
  priority: number | undefined,
  context: ParseContext,
): ParseResult {
  const pairs = pairsOf(line.slice(from, from + LOOKED_AT));
  const instant = instantOf(pairs, context);
  const host = pairs.get('devname') ?? pairs.get('device_name') ?? pairs.get('devid');
  if (instant === undefined) {
    // `time="…" level=info` is the format of programs in Go, whose log names no host.
    const own = ownTime(line, from, context);
    return own === undefined ? FAILURE : { ...FAILURE, instant: own.instant };
  }
  if (host === undefined || !looksLikeHost(host)) return { ...FAILURE, instant };
  const level = severityOfWord(pairs.get('level') ?? pairs.get('priority') ?? '');
  const said =
    level === undefined
      ? DEFAULT_PRIORITY
      : DEFAULT_PRIORITY - (DEFAULT_PRIORITY % SEVERITIES) + level;
  const fields = syslogFields(undefined, undefined, priority ?? said);
  if (fields === undefined) return { ...FAILURE, instant };
  return {
    ok: true,
    type: 'syslog',
    format: 'key=value of a firewall',
    instant,
    host,
    fields,
  };
}
