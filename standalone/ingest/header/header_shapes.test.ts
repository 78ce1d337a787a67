import type { ParseContext } from '../documents/log_document';
import { createLocalClock } from '../parsing/local_to_utc';
import { parseSyslogOrPostfix } from '../parsing/parse_postfix';
import { ORIGIN_SHAPES } from './origin_shapes';
import { TIME_SHAPES } from './header_time';

const context: ParseContext = {
  localToUtc: createLocalClock('UTC'),
  year: undefined,
  now: Date.parse('2026-11-28T12:00:00Z'),
};

/** Time, host, program, process, and facility and severity where another than the default is said. */
type Part = string | undefined;
type Read = readonly [string, Part?, Part?, Part?, Part?];

function readOf(line: string): Read | undefined {
  const result = parseSyslogOrPostfix(line, context);
  if (!result.ok || !('syslog_severity_code' in result.fields)) return undefined;
  const {
    program,
    pid,
    syslog_facility_code: facility,
    syslog_severity_code: level,
  } = result.fields;
  const code = `${facility}.${level}`;
  const time = new Date(result.instant)
    .toISOString()
    .replace('2026-11-24T', '')
    .replace('.000', '');
  return [time, result.host, program, pid, code === '1.5' ? undefined : code];
}

/** By the name of the shape, lines as the program of its source writes them. */
type Examples = Readonly<Record<string, readonly (readonly [string, Read])[]>>;

const TIMES: Examples = {
  'month, day, time': [
    ['Nov 24 10:00:29 h1 app: x', ['10:00:29Z', 'h1', 'app']],
    ['Nov 24 2026 10:00:29.5 h1 app: x', ['10:00:29.500Z', 'h1', 'app']],
    ['2026 Nov 24 10:00:29 sw1 %ETHPORT-5-IF_UP: x', ['10:00:29Z', 'sw1', '%ETHPORT-5-IF_UP']],
    ['Nov 24 10:00:29 CET h1 app: x', ['09:00:29Z', 'h1', 'app']],
    ['Nov 24 10:00:29 +0100 h1 app: x', ['09:00:29Z', 'h1', 'app']],
    ['Nov 24 10:00:29+0100 h1 app: x', ['09:00:29Z', 'h1', 'app']],
    ['Nov 24 10:00:29 UTC+1 h1 app: x', ['09:00:29Z', 'h1', 'app']],
    ['Nov 24 10:00:29 2026 CET h1 app: x', ['09:00:29Z', 'h1', 'app']],
  ],
  'year, month, day, time': [
    ['2026-11-24T10:00:29.123456+01:00 h1 app: x', ['09:00:29.123Z', 'h1', 'app']],
    ['2026-11-24T10:00:29+0000 h1 app: x', ['10:00:29Z', 'h1', 'app']],
    ['2026-11-24 10:00:31 +0100 h1 app: x', ['09:00:31Z', 'h1', 'app']],
    [
      '2026-11-24 10:00:31.5+0100  localhost kernel[0]: x',
      ['09:00:31.500Z', 'localhost', 'kernel', '0'],
    ],
  ],
  'day of the week, month, day, time, year': [
    ['Tue Nov 24 10:00:29 2026 h1 app[7]: x', ['10:00:29Z', 'h1', 'app', '7']],
  ],
  'day of the week, year, month, day, time, zone': [
    ['Tue 2026-11-24 10:00:29 CET nas1 sshd[7]: x', ['09:00:29Z', 'nas1', 'sshd', '7']],
  ],
  'year, month, day, time with colons': [
    ['2026:11:24-10:00:29 utm1 ulogd[7]: x', ['10:00:29Z', 'utm1', 'ulogd', '7']],
  ],
  'seconds since 1970': [
    ['1795510829.123456 nas1 sshd[7]: x', ['09:00:29.123Z', 'nas1', 'sshd', '7']],
  ],
};

const BSD = 'Nov 24 10:00:29';
const ISO = '2026-11-24T10:00:29+00:00';
const AT = '10:00:29Z';

const ORIGINS: Examples = {
  'host, access point, program': [
    [
      `<30>${BSD} uap1 aabbccddeeff,U7PG2-4.3.28: hostapd: x`,
      [AT, 'uap1', 'hostapd', undefined, '3.6'],
    ],
  ],
  'access point without a name, program': [
    [
      `<30>${BSD} U7PG2,aabbccddeeff,v6.0.14: hostapd[7]: x`,
      [AT, 'aabbccddeeff', 'hostapd', '7', '3.6'],
    ],
    [
      `<30>${BSD} ("U7PG2,aabbccddeeff,v4.3.20") hostapd: x`,
      [AT, 'aabbccddeeff', 'hostapd', undefined, '3.6'],
    ],
    [`${BSD} USW-24,aabbccddeeff,v6.0: switch: x`, [AT, 'aabbccddeeff', 'switch']],
    [`${BSD} aabbccddeeff,v4.0.66: logread[7]: x`, [AT, 'aabbccddeeff', 'logread', '7']],
  ],
  'facility and level, host, program': [
    [`<134>${BSD} user.info cmm1 authp:  x`, [AT, 'cmm1', 'authp', undefined, '16.6']],
    [`${BSD} mail.warn cmm1 web[7]: x`, [AT, 'cmm1', 'web', '7', '2.4']],
  ],
  'host with a colon, format of a device': [
    [`${BSD} esa1: CEF:0|Cisco|C100V Email Security|14|x`, [AT, 'esa1', 'CEF']],
    [
      `<190>Nov 24 2026 10:00:29 hw1 : %%01IFNET/4/LINK_STATE(l)[1]:x`,
      [AT, 'hw1', '%%01IFNET/4/LINK_STATE(l)', '1', '23.6'],
    ],
    [`${ISO} 192.0.2.1 ssg5: NetScreen device_id=ssg5  [Root]x`, [AT, '192.0.2.1', 'NetScreen']],
    [`${BSD} ssg5: NetScreen device_id=ssg5  [Root]x`, [AT, 'ssg5', 'NetScreen']],
  ],
  'host, kind of event': [
    [
      '<134>1 1795514429.123 mx84 flows src=x',
      ['10:00:29.123Z', 'mx84', 'flows', undefined, '16.6'],
    ],
    [
      '<134>1 1795514429.123456789 mx84 security_event x',
      ['10:00:29.123Z', 'mx84', 'security_event', undefined, '16.6'],
    ],
  ],
  'host, level, program': [
    [`<133>${BSD} f5-1 notice tmm[77]: x`, [AT, 'f5-1', 'tmm', '77', '16.5']],
    [`${BSD} slot1/f5-1 warning tmm1[77]: x`, [AT, 'slot1/f5-1', 'tmm1', '77', '1.4']],
    [`${BSD} f5-1 err logger: x`, [AT, 'f5-1', 'logger', undefined, '1.3']],
    [`${BSD} f5-1 notice  emr_psmon[7]: x`, [AT, 'f5-1', 'emr_psmon', '7']],
  ],
  'host, program of several words with process': [
    [`${BSD} mini7 Google Chrome[77]: x`, [AT, 'mini7', 'Google Chrome', '77']],
    [`${BSD} mini7 Google Chrome H[77] (x): y`, [AT, 'mini7', 'Google Chrome H', '77']],
  ],
  'host, facility and level, syslogd of itself': [
    [
      `${BSD} vm syslog.info syslogd started: BusyBox v1.35.0`,
      [AT, 'vm', 'syslogd', undefined, '5.6'],
    ],
  ],
  'host, tag glued to the text': [
    [`<13>${BSD} nas app:text`, [AT, 'nas', 'app']],
    [`${BSD} nas app[7]text`, [AT, 'nas', 'app', '7']],
    [`<13>${BSD} h1 CEF:0|Vendor|x`, [AT, 'h1', 'CEF']],
  ],
  'host, program': [
    [`${BSD} _gateway app: x`, [AT, '_gateway', 'app']],
    [`${BSD} west postfix[7]: x`, [AT, 'west', 'postfix', '7']],
    [`${BSD} openvpn sshd[7]: x`, [AT, 'openvpn', 'sshd', '7']],
    [`${BSD} h1 sshd[7]: x`, [AT, 'h1', 'sshd', '7']],
    [`${BSD} h1 syslogd 1.4.1: restart.`, [AT, 'h1', 'syslogd']],
    [`${BSD} h1 sshd [7] : x`, [AT, 'h1', 'sshd', '7']],
    [`${BSD} h1  app: x`, [AT, 'h1', 'app']],
    [
      `${BSD} mini7 com.apple.xpc.launchd[1] (org.example.sync[123]): x`,
      [AT, 'mini7', 'com.apple.xpc.launchd', '1'],
    ],
    [`${BSD} mini7 sandboxd[129] ([36461]): x`, [AT, 'mini7', 'sandboxd', '129']],
    [`${BSD} sun1 sshd[8]: [ID 800047 auth.info] x`, [AT, 'sun1', 'sshd', '8', '4.6']],
    [`${BSD} h1 sshd[7]: message repeated 2 times: [ x]`, [AT, 'h1', 'sshd', '7']],
    [`<190>${BSD} fe80::1 app: x`, [AT, 'fe80::1', 'app', undefined, '23.6']],
    [`${BSD} s_net@h1/relay1 app: x`, [AT, 's_net@h1/relay1', 'app']],
  ],
  'host, program with process, no colon': [
    [`${ISO} h1 app[7] x`, [AT, 'h1', 'app', '7']],
    [`${ISO} h1 app[7]:x`, [AT, 'h1', 'app', '7']],
  ],
  'host, tag cut to 32 characters': [
    [`${ISO} mail1 postfix/submission/smtpd[123456 x`, [AT, 'mail1', 'smtpd']],
    [
      `<22>${BSD} mail1 postfix/submission/smtpd[1234567 x`,
      [AT, 'mail1', 'smtpd', undefined, '2.6'],
    ],
    [
      `${ISO} h1 systemd-networkd-wait-online-lon x`,
      [AT, 'h1', 'systemd-networkd-wait-online-lon'],
    ],
  ],
  'host, facility and level, program': [
    [`${BSD} vm mail.info postfix/smtpd[366]: x`, [AT, 'vm', 'smtpd', '366', '2.6']],
    [`${BSD} vm syslog.info klogd`, [AT, 'vm', undefined, undefined, '5.6']],
  ],
  mnemonic: [
    [
      `<189>17: *${BSD}.989: %LINK-3-UPDOWN: x`,
      ['10:00:29.989Z', undefined, '%LINK-3-UPDOWN', undefined, '23.5'],
    ],
    [
      `<189>: 2026 Nov 24 10:00:29 UTC: %ETHPORT-5-IF_UP: x`,
      [AT, undefined, '%ETHPORT-5-IF_UP', undefined, '23.5'],
    ],
    [
      `<166>:${BSD} UTC: %ASA-session-6-302014: x`,
      [AT, undefined, '%ASA-session-6-302014', undefined, '20.6'],
    ],
    [
      `<189>1: sw1: 2: ${BSD}: %SYS-5-CONFIG_I: x`,
      [AT, 'sw1', '%SYS-5-CONFIG_I', undefined, '23.5'],
    ],
    [
      `<189>29: RP/0/RSP0/CPU0:${BSD}.123 UTC: config[65]: %MGBL-CONFIG-6-DB_COMMIT : x`,
      ['10:00:29.123Z', undefined, '%MGBL-CONFIG-6-DB_COMMIT', undefined, '23.5'],
    ],
    [
      `<189>29: rt1 RP/0/RSP0/CPU0:${BSD} CET: config[65]: %MGBL-CONFIG-6-DB_COMMIT : x`,
      ['09:00:29Z', 'rt1', '%MGBL-CONFIG-6-DB_COMMIT', undefined, '23.5'],
    ],
    [
      `<134>wlc1: *apfTask_1: ${BSD}.123: %APF-6-RADIUS_OVERRIDE: x`,
      ['10:00:29.123Z', 'wlc1', '%APF-6-RADIUS_OVERRIDE', undefined, '16.6'],
    ],
    [`000123: ${BSD}: %SYS-3-CONFIG_I: x`, [AT, undefined, '%SYS-3-CONFIG_I', undefined, '1.3']],
  ],
  'host, mnemonic': [
    [`${BSD} fw1 : %ASA-4-106023: x`, [AT, 'fw1', '%ASA-4-106023', undefined, '1.4']],
    [`<166>${BSD} fw1: %ASA-6-302013: x`, [AT, 'fw1', '%ASA-6-302013', undefined, '20.6']],
    [`${BSD} rt1 29: %LINK-3-UPDOWN: x`, [AT, 'rt1', '%LINK-3-UPDOWN', undefined, '1.3']],
    [
      `2026 Nov 24 10:00:29 UTC: nx1 %DAEMON-3-SYSTEM_MSG: x`,
      [AT, 'nx1', '%DAEMON-3-SYSTEM_MSG', undefined, '1.3'],
    ],
  ],
  'host, counter and time of the device, mnemonic': [
    [
      `${ISO} h1 sw1: 000123: *${BSD}.989: %LINK-3-UPDOWN: x`,
      [AT, 'h1', '%LINK-3-UPDOWN', undefined, '1.3'],
    ],
    [
      `${ISO} 192.0.2.1 1685: *${BSD}.989: %LINK-3-UPDOWN: x`,
      [AT, '192.0.2.1', '%LINK-3-UPDOWN', undefined, '1.3'],
    ],
    [`${ISO} sw1 : 000123: .${BSD} CET: %SYS-5-CONFIG_I: x`, [AT, 'sw1', '%SYS-5-CONFIG_I']],
    [`${ISO} sw1 1685: rt1: 000001: ${BSD}: %SYS-5-CONFIG_I: x`, [AT, 'sw1', '%SYS-5-CONFIG_I']],
  ],
  'facility and level, program': [
    ['Tue Nov 24 10:00:29 2026 daemon.warn dnsmasq[7]: x', [AT, undefined, 'dnsmasq', '7', '3.4']],
    [
      'Tue Nov 24 10:00:29 2026 [1795510829.123] kern.err kernel: x',
      [AT, undefined, 'kernel', undefined, '0.3'],
    ],
  ],
  program: [
    [`<134>${BSD} filterlog[24923]: 9,,,1`, [AT, undefined, 'filterlog', '24923', '16.6']],
    [`${BSD} postfix/smtpd[366]: connect`, [AT, undefined, 'smtpd', '366']],
    [`${BSD} kernel: x`, [AT, undefined, 'kernel']],
  ],
  'program with process, no colon': [[`<13>${BSD} app[7] x`, [AT, undefined, 'app', '7']]],
  'facility and level in angle brackets, host, program': [
    [`${BSD} <4.6> fw1 sshd[7]: x`, [AT, 'fw1', 'sshd', '7', '4.6']],
    [`${BSD} <security.info> fw1 sshd[7]: x`, [AT, 'fw1', 'sshd', '7', '13.6']],
    [`${BSD} <auth.info> fw1 sshd[7]: x`, [AT, 'fw1', 'sshd', '7', '4.6']],
  ],
  'host, facility and level with a colon, program': [
    [`${BSD} aix1 auth|security:info sshd[7]: x`, [AT, 'aix1', 'sshd', '7', '4.6']],
    [`${BSD} aix1 daemon:err xntpd[7]: x`, [AT, 'aix1', 'xntpd', '7', '3.3']],
  ],
  'host, category, counters': [
    [
      `<181> ${BSD} ise9 CISE_Passed_Authentications 0000000001 1 0 2026-11-24 x`,
      [AT, 'ise9', 'CISE_Passed_Authentications', undefined, '22.5'],
    ],
  ],
  'host, number of the event, program': [
    [`<188> ${BSD} 192.0.2.1 00077 ports: x`, [AT, '192.0.2.1', 'ports', undefined, '23.4']],
  ],
  'what syslogd says of itself': [
    [`${BSD} syslogd started: BusyBox v1.35.0`, [AT, undefined, 'syslogd']],
  ],
  'no host, a repetition': [[`${BSD} --- last message repeated 41 times ---`, [AT]]],
  'host, a repetition or a mark': [
    [`${BSD} combo last message repeated 3 times`, [AT, 'combo']],
    [`${BSD} combo -- MARK --`, [AT, 'combo']],
    [`${BSD} combo  -- root[2421]: ROOT LOGIN ON tty2`, [AT, 'combo']],
  ],
  'colon, text': [
    [`<191>12: ${BSD}: IP: s=192.0.2.1`, [AT, undefined, undefined, undefined, '23.7']],
  ],
  'host, key=value': [[`${ISO} fw1 date=2026-11-24 time=11:44:14`, [AT, 'fw1']]],
  'host, text': [
    [`<14>${BSD} combo text only`, [AT, 'combo', undefined, undefined, '1.6']],
    [`${BSD} web1 text only`, [AT, 'web1']],
    [`${BSD} web1 ERROR: bad`, [AT, 'web1']],
  ],
};

const withTail = (read: Read): Read => [read[0], read[1], read[2], read[3], read[4]];

describe.each([
  ['times', TIME_SHAPES, TIMES],
  ['origins', ORIGIN_SHAPES, ORIGINS],
] as const)('the table of %s', (_, shapes, examples) => {
  it('has an example for each shape, and each shape names its source', () => {
    expect(shapes.map(({ name }) => name).sort()).toEqual(Object.keys(examples).sort());
    expect(shapes.filter(({ source }) => source.length < 5)).toEqual([]);
  });

  it.each(Object.values(examples).flat())('reads %s', (line, read) => {
    expect(readOf(line)).toEqual(withTail(read));
  });
});

describe('logs of programs that begin with a time of ISO 8601 are not understood', () => {
  it.each([
    '2026-11-24 10:00:29 status half-installed libfoo:amd64 1.2-3',
    '2026-11-24 10:00:29,123 fail2ban.filter         [1234]: INFO    [sshd] Found 192.0.2.7',
    '2026-11-24 10:00:29,123 fail2ban.actions: WARNING [ssh] Ban 192.0.2.7',
    '2026-11-24 10:00:29,123 INFO Starting unattended upgrades script',
    "2026-11-24 10:00:29,123 - util.py[DEBUG]: Cloud-init v. 24.1 running 'init'",
    '2026-11-24T10:00:29.123456789Z stdout F INFO: text',
    '2026-11-24T10:00:29.123456789Z stderr P app: text',
    '2026-11-24 10:00:29.123 UTC [123] LOG:  text',
    '2026-11-24 10:00:29.123 UTC [123] ann@db ERROR:  text',
    '2026-11-24 10:00:29 UTC ann LOG:  text',
    '2026-11-24T10:00:29.123456Z 0 [Note] [MY-010] text',
    '2026-11-24T10:00:29.123Z info hostd[2099]: text',
    '2026-11-24T10:00:29.123Z In(166) Hostd[2099]: text',
    '2026-11-24T10:00:29.123Z cpu3:2097)ScsiDeviceIO: text',
    '2026-11-24T10:00:29Z - - text',
    '2026-11-24 10:00:29 Tainted filename: text',
    '2026-11-24 10:00:29 TLS error: text',
    '2026-11-24 10:00:29 1aBcDe-0003Fg-H1 <= ann@example.org',
    'update-alternatives 2026-11-24 10:00:29: run with --quiet',
    'Start-Date: 2026-11-24  10:00:29',
    '192.0.2.1 - - [24/Nov/2026:10:00:29 +0000] "GET / HTTP/1.1" 200 612',
    '2026/11/24 10:00:29 ossec-analysisd: INFO: text',
    '[Tue Nov 24 10:00:29.123 2026] [core:error] [pid 1] text',
    '1795514429.123    456 192.0.2.1 TCP_MISS/200 text',
    '2026-11-24T10:00:29+0000 DDEBUG timer: config: 12 ms',
    '2026-11-24T10:00:29+0000 SUBDEBUG Installed: bash-5.2.26-3.fc40.x86_64',
    'Nov 24 10:00:29 Installed: bash-5.2.26-3.x86_64',
    'Tue Nov 24 10:00:29 2026 MULTI: multi_create_instance called',
    'Tue Nov 24 10:00:29 2026 ann/192.0.2.1:4242 MULTI: Learn: x',
    '2026-11-24 10:00:29 192.0.2.1:4242 TLS: Initial packet',
    'Tue Nov 24 10:00:29 2026 -> SelfCheck: Database status OK.',
    '2026-11-24T10:00:29,123456+00:00 Memory policy: text',
    '2026-11-24T10:00:29,123456+00:00 snd_hda_intel hdmi: text',
    '2026-11-24 10:00:29 +0000 Puppet (notice): Applied catalog',
    '2026-11-24T10:00:29.123456+0000 mon.a (mon.0) 77 : cluster [INF] text',
    '2026-11-24T10:00:29.123456789Z Listening server: port 80',
    '2026-11-24T10:00:29Z Starting server: port 80',
    '2026-11-24T10:00:29Z WRN retrying: text',
    '2026-11-24 10:00:29.123 thread-7 MyClass: done',
    '2026-11-24 10:00:29 a0b1c2d3 worker: done',
    '2026-11-24 10:00:29,123 my-service main: started',
    '2026-11-24 10:00:29.123 Df kernel[0:1] x',
    '2026-11-24 10:00:29.123 Db mDNSResponder[77:1]: x',
    'type=SYSCALL msg=audit(1795514429.123:456): arch=c000003e',
    'node=h1 type=LOGIN msg=audit(1795514429.123:456): pid=7',
    '24-Nov-2026 10:00:29.123 queries: info: client @0x7f 192.0.2.1#4242',
    '7:M 24 Nov 2026 10:00:29.123 * Ready to accept connections',
    'I1124 10:00:29.123456       1 controller.go:616] text',
    'time="2026-11-24T10:00:29Z" level=info msg="text"',
    '192.0.2.1:33317 [24/Nov/2026:10:00:29.655] http-in static/srv1 10/0/30 200',
    '24Nov2026 10:00:29 drop 192.0.2.1 >eth1 rule: 7',
    '11/24/2026-10:00:29.123456  [**] [1:2001219:20] ET SCAN [**] {TCP} 192.0.2.1:1 -> 192.0.2.2:2',
    '[Tue Nov 24 10:00:29.123456 2026] [core:notice] [pid 7:tid 7] AH00094: text',
  ])('but keep their own time: %s', (line) => {
    const result = parseSyslogOrPostfix(line, context);
    expect(result.ok).toBe(false);
    expect(Math.floor((result.instant ?? 0) / 1000)).toBe(
      Date.parse('2026-11-24T10:00:29Z') / 1000,
    );
  });
});

describe('what daemons of Debian write beside', () => {
  it("takes no message id of Exim's main log for a host", () => {
    for (const id of ['1VxHRO-000NiI-Ly', '1u5qXB-00000003vaW-2Lh3']) {
      const line = `2026-11-24 10:00:29 ${id} SA: Action: flagged as spam`;
      expect(parseSyslogOrPostfix(line, context)).toMatchObject({ ok: false });
    }
  });

  it('gives workers of Dovecot one program, whatever their process', () => {
    for (const pid of ['7', '4194304']) {
      const line = `Nov 24 10:00:29 auth-worker(${pid}): Info: unknown user`;
      expect(parseSyslogOrPostfix(line, context)).toMatchObject({
        fields: { program: 'auth-worker', pid },
      });
    }
    for (const name of ['imap(ann)<7><abcDEF/+1>', 'imap(ann@example.org)<7><x>', 'imap(ann)']) {
      const line = `Nov 24 10:00:29 ${name}: Info: Logged out`;
      expect(parseSyslogOrPostfix(line, context)).toMatchObject({ fields: { program: 'imap' } });
    }
    const pam = 'Nov 24 10:00:29 h1 vsftpd(pam_unix)[7]: x';
    expect(parseSyslogOrPostfix(pam, context)).toMatchObject({
      fields: { program: 'vsftpd(pam_unix)', pid: '7' },
    });
  });
});

describe('what devices write beside', () => {
  it.each([
    ['instead of the rest of RFC 5424', 'CEF:0|CyberArk|Vault|12|8|Logon|5|x', 'CEF'],
    ['with spaces in it', 'LEEF:1.0|Palo Alto Networks|PAN-OS|4.0|x', 'LEEF'],
    ['after a program with a colon', 'PulseSecure: - - - x', 'PulseSecure'],
  ])('%s has its host and program', (_, text, program) => {
    expect(readOf(`<134>1 ${ISO} dev1 ${text}`)).toEqual([AT, 'dev1', program, undefined, '16.6']);
  });

  it('has no program if it is keys and values', () => {
    const idrac = `<13>${BSD} idrac-7 Severity: Informational, Category: Audit`;
    expect(readOf(idrac)).toEqual([AT, 'idrac-7', undefined, undefined, undefined]);
  });

  it.each([
    ['a program of several words', `<13>${BSD} kqueue error: x`],
    ['keys and values without a space', `<13>${ISO} dev1,rule=HTTP,ip=192.0.2.1,url=http: x`],
    ['a zone that is not known', `<189>84027: ${BSD}.123 DST: %SYS-5-CONFIG_I: x`],
    ['a zone of its own', `<189>84027: ${BSD}.123 Berlin: %SYS-5-CONFIG_I: x`],
    ['half a zone', `<189>: 2026 ${BSD} ET: %SYS-5-CONFIG_I: x`],
    ['a half of the day', `${BSD} AM app: x`],
    ['a process of Android', '2026-11-24 10:00:29.123 1234-5678/com.example D/Tag: x'],
    ['a header that ends', '<6>1 2026-11-24T10:00:29Z'],
  ])('is not understood, but keeps its time: %s', (_name, line) => {
    const result = parseSyslogOrPostfix(line, context);
    expect(result.ok).toBe(false);
    expect(Math.floor((result.instant ?? 0) / 1000)).toBe(
      Date.parse('2026-11-24T10:00:29Z') / 1000,
    );
  });
});

describe('letters of a zone', () => {
  it('that mean several zones are read where the own zone is one of them', () => {
    const line = 'Nov 24 10:00:29 CST sw1 sshd[7]: x';
    const inChicago = { ...context, localToUtc: createLocalClock('America/Chicago') };
    expect(parseSyslogOrPostfix(line, inChicago)).toMatchObject({
      ok: true,
      host: 'sw1',
      instant: Date.parse('2026-11-24T16:00:29Z'),
    });
    expect(parseSyslogOrPostfix(line, context)).toMatchObject({ ok: false });
  });
});

describe('a line that is made to be hard to read', () => {
  it.each([
    ['spaces', ' '.repeat(100_000)],
    ['brackets', '['.repeat(100_000)],
    ['colons', ':'.repeat(100_000)],
    ['words', 'a '.repeat(50_000)],
    ['numbers', '1: '.repeat(30_000)],
    ['one word', 'a'.repeat(100_000)],
    ['parentheses', '(a'.repeat(50_000)],
    ['pairs', 'date=1 '.repeat(15_000)],
  ])('of %s ends', (_, text) => {
    for (const start of ['', '<13>', `${BSD} `, `${BSD} h1 `, `${ISO} h1 a`, '<13>date=']) {
      expect(parseSyslogOrPostfix(start + text, context).type).toBe('syslog');
    }
  });
});

describe('hosts that are addresses', () => {
  it.each([
    ['2001:db8::1', '2001:db8::1'],
    ['2001:db8:0:1::7', '2001:db8:0:1::7'],
    ['192.0.2.1/192.0.2.7', '192.0.2.1/192.0.2.7'],
    ['192.0.2.1-1', '192.0.2.1-1'],
  ])('are read as they are written: %s', (written, host) => {
    expect(readOf(`${BSD} ${written} sshd[7]: x`)).toEqual([AT, host, 'sshd', '7', undefined]);
    expect(readOf(`<13>${BSD} ${written} app: x`)).toEqual([AT, host, 'app', undefined, undefined]);
  });

  it.each(['10.0/8', '1/2', '192.0.2.1/', '2001', '192.0.2-1'])(
    'are not parts of one: %s',
    (word) => {
      expect(readOf(`${BSD} ${word} sshd[7]: x`)?.[1]).toBeUndefined();
    },
  );
});

describe('what names no program', () => {
  it('the mark of JSON is none', () => {
    expect(readOf(`${BSD} web1 @cee: {"msg":"x"}`)).toEqual([
      AT,
      'web1',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('the severity of Huawei and H3C is in their mnemonic', () => {
    expect(readOf(`${BSD} hw1 %%01SHELL/3/LOGIN(s)[7]:text`)?.[4]).toBe('1.3');
    expect(readOf(`${BSD} h3c1 %%10SHELL/4/SHELL_LOGIN: text`)?.[4]).toBe('1.4');
  });

  it('the name and the task of a wireless controller do not hide its mnemonic', () => {
    const line = `${BSD} wlc1 WLC1: *Dot1x_NW_MsgTask_0: Nov 24 10:00:28.123: #DOT1X-3-MAX_EAP: x`;
    expect(readOf(line)).toEqual([AT, 'wlc1', '#DOT1X-3-MAX_EAP', undefined, '1.3']);
  });
});
