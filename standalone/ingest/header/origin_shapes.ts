import type { OriginShape } from './origin_shape';

const HOST = String.raw`([^\s[\](){}"'=,;<>|]{1,255})`;
const PROGRAM = String.raw`([^\s[\]:]{1,128}|[^\s[\]]{1,128}?)`;
const PID = String.raw`\[ {0,4}([^\]\s]{0,64}) {0,4}\]`;
/** `syslogd 1.4.1:`, and what launchd of macOS writes between process and colon. */
const BESIDE = String.raw`(?: \d{1,4}\.[\d.]{1,32}| \([^()]{0,200}\))?`;
const LEVEL = String.raw`([a-z\d]{1,8}\.[a-z]{3,7})`;
const AIX_LEVEL = String.raw`([a-z\d|]{1,20}:[a-z]{3,7})`;
const TAG = `${PROGRAM}(?: {0,2}${PID})?${BESIDE} ?:(?= |$)`;
/**
 * A process in brackets is clear enough evidence, so the colon or the space after it may be
 * missing.
 */
const PROCESS = `${PROGRAM}${PID}(?::|(?= |$))`;
const CUT_TAG = String.raw`([^\s[\]:]{1,64})(?:\[\d{0,8})?`;
const MNEMONIC = String.raw`([%#][A-Za-z]\w{0,63}(?:-\w{1,63}){0,4}-[0-7]-\w{1,64}) ?:`;
const COUNTER = String.raw`(?:\d{1,10}|\*?[\w.-]{1,64})? ?:`;
/** A name before a counter, or a task, and a time belongs to a Cisco device. */
const NO_COUNTER = String.raw`(?! (?:\d{1,10}|\*\w{1,64}): [*.]?[A-Z][a-z]{2} )`;
/** What a device writes after its own name and a colon, instead of the text. */
const OF_DEVICE = String.raw`(?: CEF:\d| LEEF:\d| NetScreen device_id=| %%\d\d\w)`;
const NO_SCREEN = '(?! NetScreen device_id=)';
/**
 * A level after what may be a program of several words, but no certain host: `kqueue error: text`.
 */
const NO_LEVEL = String.raw`(?:(?= {1,8}(?:\S*[\d.-]|localhost ))|(?! {1,2}\S+ {1,2}(?:[Ee]rr(?:or)?|ERR(?:OR)?|[Ww]arn(?:ing)?|WARN(?:ING)?|[Ii]nfo|INFO|[Ff]atal|FATAL):))`;
const OWN_TIME = String.raw`(?:\d{4} )?[A-Z][a-z]{2} {1,2}\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [A-Z+\-\d:]{1,6})?`;

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'y');

/** All formats of the origin of a line. The first whose parts look valid is taken. */
export const ORIGIN_SHAPES: readonly OriginShape[] = [
  {
    name: 'host, access point, program',
    source: 'UniFi access points 4 to 6: address and model come before the program',
    pattern: sticky(String.raw` ${HOST} [\da-f]{12},[\w.+-]{1,40}: ${TAG}`),
    groups: ['host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, program',
    source: 'RFC 3164 sections 4.1.2 and 4.1.3; rsyslog, syslog-ng, sysklogd, journalctl, macOS',
    pattern: sticky(` {1,8}${HOST} {1,8}${TAG}${NO_COUNTER}${NO_SCREEN}`),
    groups: ['host', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'host, program with process, no colon',
    source: 'rsyslog 8.2302 and 8.2504 for what came in as RFC 5424',
    pattern: sticky(` {1,8}${HOST} {1,8}${PROCESS}`),
    groups: ['host', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'host, level, program',
    source: 'F5 BIG-IP 11 to 17',
    pattern: sticky(` ${HOST} (emerg|alert|crit|err|warning|notice|info|debug) {1,2}${TAG}`),
    groups: ['host', 'level', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, program of several words with process',
    source: 'macOS: Google Chrome[7]',
    pattern: sticky(` ${HOST} ([A-Z]\\w{1,30}(?: [A-Z]\\w{0,30}){1,3})${PID}${BESIDE}:(?= |$)`),
    groups: ['host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, tag cut to 32 characters',
    source: 'rsyslog 8.2302 and 8.2504, RSYSLOG_ForwardFormat',
    pattern: sticky(
      String.raw` {1,8}${HOST} (?:(?![\da-fA-F]{32} )(?=\S{32} )|(?=\S{1,64}\[))${CUT_TAG}(?= |$)`,
    ),
    groups: ['host', 'program'],
    needs: 'nothing',
  },
  {
    name: 'host, facility and level, syslogd of itself',
    source: 'BusyBox syslogd 1.35: syslog.info syslogd started: BusyBox v1.35.0',
    pattern: sticky(` ${HOST} ${LEVEL} (syslogd|klogd)(?= (?:started|exiting|restart))`),
    groups: ['host', 'word', 'program'],
    needs: 'nothing',
  },
  {
    name: 'host, facility and level, program',
    source: 'BusyBox syslogd 1.35 (also Alpine)',
    pattern: sticky(` ${HOST} ${LEVEL} {1,8}(?:${TAG}|)`),
    groups: ['host', 'word', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'mnemonic',
    source: 'Cisco IOS 12 to 17, IOS XR 6 and 7 with its process, ASA 9, NX-OS',
    pattern: sticky(String.raw` ?: {1,2}(?:\w{1,64}\[\d{1,10}\]: )?${MNEMONIC}`),
    groups: ['program'],
    needs: 'nothing',
  },
  {
    name: 'host, mnemonic',
    source:
      'Cisco ASA 9 with logging device-id; Firepower Threat Defense; IOS without a time by way of rsyslog',
    pattern: sticky(
      String.raw`:? {1,2}([^\s[\](){}"'=,;<>|]{1,255}?) ?:?(?: {1,2}\d{1,10} ?:)? {1,2}${MNEMONIC}`,
    ),
    groups: ['host', 'program'],
    needs: 'nothing',
  },
  {
    name: 'host, counter and time of the device, mnemonic',
    source: 'Cisco IOS by way of rsyslog 8.2302 or 8.2504, which takes the counter for the program',
    pattern: sticky(
      String.raw` {1,2}${HOST} (?:${COUNTER} ){0,3}[*.]?${OWN_TIME}: (?:${MNEMONIC})?`,
    ),
    groups: ['host', 'program'],
    needs: 'nothing',
  },
  {
    name: 'facility and level, host, program',
    source: 'Cisco Meeting Management 2 and 3',
    pattern: sticky(` ${LEVEL} ${HOST} ${TAG}`),
    groups: ['word', 'host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'facility and level, program',
    source: 'logread of OpenWrt ubox',
    pattern: sticky(String.raw`(?: \[\d{1,12}\.\d{1,9}\])? ${LEVEL} {1,8}(?:${TAG}|)`),
    groups: ['word', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'access point without a name, program',
    source: 'UniFi access points 3 to 6: model, address and version, in quotes up to version 4',
    pattern: sticky(
      String.raw` (?:\("?)?(?:[\w-]{1,20},)?([\da-f]{12}),v[\w.+-]{1,40}(?:"?\))?:? ${TAG}`,
    ),
    groups: ['host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host with a colon, format of a device',
    source: 'Cisco Secure Email 13 and 14 (CEF), Juniper ScreenOS 6, Huawei VRP',
    pattern: sticky(
      String.raw` {1,2}${HOST}(?: [\w.-]{1,64})? ?:(?=${OF_DEVICE}) (\w{1,16}|%%[^\s:[]{1,100})(?:${PID})?:?`,
    ),
    groups: ['host', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'program',
    source: 'pfSense, OPNsense, FreeBSD syslogd to a remote host, BusyBox syslogd -S',
    pattern: sticky(` {1,8}${TAG}(?!${OF_DEVICE})`),
    groups: ['program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'program with process, no colon',
    source: 'the same, for what came in as RFC 5424',
    pattern: sticky(` {1,8}${PROCESS}`),
    groups: ['program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'facility and level in angle brackets, host, program',
    source: 'FreeBSD syslogd -v (numbers) and -vv (names)',
    pattern: sticky(String.raw` <([a-z\d]{1,8}\.[a-z\d]{1,7})> ${HOST} (?:${TAG}|)`),
    groups: ['word', 'host', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'host, facility and level with a colon, program',
    source: 'AIX 7 syslogd',
    pattern: sticky(` ${HOST} ${AIX_LEVEL} (?:${TAG}|)`),
    groups: ['host', 'word', 'program', 'pid'],
    needs: 'nothing',
  },
  {
    name: 'host, category, counters',
    source: 'Cisco ISE 2 and 3',
    pattern: sticky(String.raw` ${HOST} (CISE_\w{1,64}) \d{10} \d{1,5} \d{1,5} `),
    groups: ['host', 'program'],
    needs: 'nothing',
  },
  {
    name: 'host, number of the event, program',
    source: 'HP ProCurve and Aruba switches',
    pattern: sticky(String.raw` ${HOST} \d{5} (?:${TAG}|)`),
    groups: ['host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'what syslogd says of itself',
    source: 'BusyBox syslogd 1.35 -S: syslogd started: BusyBox v1.35.0',
    pattern: / (syslogd|klogd)(?= (?:started|exiting|restart))/y,
    groups: ['program'],
    needs: 'no ISO time alone',
  },
  {
    name: 'no host, a repetition',
    source: 'syslogd of macOS and BSD',
    pattern: /(?= (?:--- )?last message repeated \d{1,9} times?)/y,
    groups: [],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, a repetition or a mark',
    source: 'sysklogd 1.4 and 1.5, rsyslog, syslog-ng',
    pattern: sticky(` ${HOST}(?= {1,2}(?:last message repeated|-- ))`),
    groups: ['host'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, tag glued to the text',
    source: 'RFC 3164 section 4.1.3, which asks for no space: many devices; rsyslog adds one',
    pattern: sticky(
      String.raw` {1,2}${HOST} ([A-Za-z_][\w./-]{0,63})(?:${PID}:?|:)(?=[^\s/\\:\d]|\d(?:\.\d)?\|)`,
    ),
    groups: ['host', 'program', 'pid'],
    needs: 'no ISO time alone',
  },
  {
    name: 'host, kind of event',
    source: 'Cisco Meraki MX, MS and MR',
    pattern: sticky(
      String.raw` ${HOST} (flows|urls|events|ids-alerts|ip_flow_(?:start|end)|(?:\w{1,60}_)?(?:events?|firewall))(?= )`,
    ),
    groups: ['host', 'program'],
    needs: 'seconds and a priority',
  },
  {
    name: 'colon, text',
    source: 'Cisco IOS 12 to 17, what debugging writes',
    pattern: / ?: /y,
    groups: [],
    needs: 'a priority',
  },
  {
    name: 'host, key=value',
    source: 'FortiGate and Sophos by way of rsyslog 8.2302',
    pattern: sticky(` {1,2}${HOST} (?=(?:date|logver|devname|device|device_name|timestamp)=)`),
    groups: ['host'],
    needs: 'nothing',
  },
  {
    name: 'host, text',
    source: 'RFC 3164 section 4.3.2',
    pattern: sticky(`${NO_LEVEL} {1,8}${HOST}(?= |$)`),
    groups: ['host'],
    needs: 'a sure host',
  },
];
