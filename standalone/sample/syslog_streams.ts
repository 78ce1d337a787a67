import { byRhythm, heartbeat, job } from './draw_events';
import {
  dimmedOnLastDay,
  DIMMED_HOURS,
  DIMMED_TO,
  GUESSING_HOUR,
  onLastDayOnly,
  SILENT_FROM,
  SILENT_HOST,
  SILENT_HOST_AGE,
  silentSince,
} from './incidents';
import type { Random } from './random';
import { diurnal, flat, office } from './rhythm';
import type { Stream } from './stream';
import { drawClockwork, drawSessions } from './talk_example';
import { insider, outsider, user } from './words';
import { bsdLine, ietfLine } from './write_syslog';

/**
 * What makes up severity 6. When a fifth of all of it is to be left, only the web has that much.
 */
const web = office(130, 15, 0.85);
const logins = diurnal(6, 0.5);
const CRON_PER_HOUR = 6;
const units = flat(3);

const MONDAY = 1;
const SUNDAY = 0;
const GUESSES = 70;
const GUESSER = '203.0.113.77';

/** The share of the web's lines that leaves `DIMMED_TO` of severity 6. */
function webShareWhenDimmed(hour: number, weekday: number): number {
  const others = logins(hour, weekday) + CRON_PER_HOUR + units(hour, weekday);
  const asUsual = web(hour, weekday);
  return Math.max(0, (DIMMED_TO * (asUsual + others) - others) / asUsual);
}

function request(random: Random): string {
  const path = random.pick(['/', '/login', '/orders', '/search', '/api/items'] as const);
  const status = random.pick([200, 200, 200, 200, 302, 304, 404] as const);
  return `${insider(random)} GET ${path} ${status} ${random.whole(2, 400)}ms`;
}

function login(random: Random): string {
  return random.uniform() < 0.9
    ? `Accepted publickey for ${user(random)} from ${insider(random)} port ${random.whole(1024, 65_535)} ssh2`
    : `Failed password for ${user(random)} from ${outsider(random)} port ${random.whole(1024, 65_535)} ssh2`;
}

function guess(random: Random): string {
  const name = random.pick(['root', 'admin', 'test', 'oracle', 'git', 'pi'] as const);
  return `Failed password for invalid user ${name} from ${GUESSER} port ${random.whole(1024, 65_535)} ssh2`;
}

const informational: readonly Stream[] = [
  {
    id: 'syslog/webapp',
    log: 'syslog/webapp.log',
    draw: dimmedOnLastDay(byRhythm(web, 0.05), DIMMED_HOURS, webShareWhenDimmed),
    spacing: 'anywhere',
    write: ietfLine({ host: 'web1', program: 'webapp', priority: 134, text: request }),
  },
  {
    id: 'syslog/webapp of the host that fell silent',
    log: 'syslog/webapp.log',
    // So few that no series is unusual without them. Only the host shows it.
    draw: silentSince(heartbeat(3), SILENT_HOST_AGE, SILENT_FROM),
    spacing: 'even',
    write: ietfLine({ host: SILENT_HOST, program: 'webapp', priority: 134, text: request }),
  },
  {
    id: 'syslog/sshd',
    log: 'syslog/hosts.log',
    draw: byRhythm(logins),
    spacing: 'anywhere',
    write: bsdLine({ host: 'bastion1', program: 'sshd', priority: 86, text: login }),
  },
  {
    id: 'syslog/sshd guessing',
    log: 'syslog/hosts.log',
    draw: onLastDayOnly(new Map([[GUESSING_HOUR, GUESSES]])),
    spacing: 'job',
    write: bsdLine({ host: 'bastion1', program: 'sshd', priority: 86, text: guess }),
  },
  {
    id: 'syslog/CRON',
    log: 'syslog/hosts.log',
    draw: heartbeat(CRON_PER_HOUR),
    spacing: 'even',
    write: bsdLine({
      host: 'files1',
      program: 'CRON',
      priority: 78,
      text: () => '(root) CMD (/usr/local/bin/check-mounts)',
    }),
  },
  {
    id: 'syslog/systemd',
    log: 'syslog/hosts.log',
    draw: byRhythm(units, 0),
    spacing: 'anywhere',
    write: bsdLine({
      host: 'web1',
      program: 'systemd',
      priority: 30,
      text: (random) => `Started Session ${random.whole(100, 9999)} of user ${user(random)}.`,
    }),
  },
  {
    id: 'syslog/fstrim',
    log: 'syslog/hosts.log',
    draw: job(5, 6, MONDAY),
    spacing: 'job',
    write: bsdLine({
      host: 'files1',
      program: 'fstrim',
      priority: 30,
      text: (random) => `/srv: ${random.whole(1, 90)} GiB trimmed on /dev/sdb1`,
    }),
  },
];

/** Severity 5: lines without a priority. */
const notice: readonly Stream[] = [
  {
    id: 'syslog/dhclient',
    log: 'syslog/messages',
    draw: drawClockwork,
    spacing: 'even',
    write: bsdLine({
      host: 'files1',
      program: 'dhclient',
      text: (random) =>
        `DHCPACK of ${insider(random)} from 192.0.2.1; renewal in ${random.whole(380, 420)} seconds`,
    }),
  },
  {
    id: 'syslog/sudo',
    log: 'syslog/messages',
    draw: drawSessions,
    spacing: 'anywhere',
    write: bsdLine({
      host: 'files1',
      program: 'sudo',
      text: (random) =>
        `${user(random)} : TTY=pts/${random.whole(0, 5)} ; PWD=/srv ; USER=root ; COMMAND=/usr/bin/systemctl restart ${random.pick(['smbd', 'nfs-server', 'rsync'] as const)}`,
    }),
  },
];

const warningsAndErrors: readonly Stream[] = [
  {
    id: 'syslog/kernel',
    log: 'syslog/hosts.log',
    draw: byRhythm(flat(2.5), 0.3),
    spacing: 'anywhere',
    write: bsdLine({
      host: 'web1',
      program: 'kernel',
      priority: 4,
      isNumberless: true,
      text: (random) =>
        `[UFW BLOCK] IN=eth0 OUT= SRC=${outsider(random)} DST=${insider(random)} PROTO=TCP DPT=${random.whole(1, 9999)}`,
    }),
  },
  {
    id: 'syslog/named',
    log: 'syslog/hosts.log',
    draw: byRhythm(diurnal(5, 0.4)),
    spacing: 'anywhere',
    write: bsdLine({
      host: 'ns1',
      program: 'named',
      priority: 28,
      text: (random) =>
        `lame server resolving 'www.example.net' (in 'example.net'?): ${outsider(random)}#53`,
    }),
  },
  {
    id: 'syslog/nginx',
    log: 'syslog/hosts.log',
    draw: byRhythm(office(7, 0.5, 0.3)),
    spacing: 'anywhere',
    write: bsdLine({
      host: 'web1',
      program: 'nginx',
      priority: 187,
      text: (random) =>
        `*${random.whole(1, 99_999)} upstream timed out while reading response header, client: ${insider(random)}`,
    }),
  },
  {
    id: 'syslog/smartd',
    log: 'syslog/hosts.log',
    draw: byRhythm(flat(0.6 / 24), 0),
    spacing: 'anywhere',
    write: bsdLine({
      host: 'files1',
      program: 'smartd',
      priority: 26,
      text: (random) =>
        `Device: /dev/sd${random.pick(['a', 'b', 'c'] as const)}, ${random.whole(1, 8)} Currently unreadable (pending) sectors`,
    }),
  },
];

const debug: readonly Stream[] = [
  {
    id: 'syslog/collectd',
    log: 'syslog/hosts.log',
    draw: heartbeat(4),
    spacing: 'even',
    write: bsdLine({
      host: 'db1',
      program: 'collectd',
      priority: 31,
      text: () => 'plugin_read_thread: read-function of the `df` plugin succeeded.',
    }),
  },
  {
    id: 'syslog/logrotate',
    log: 'syslog/hosts.log',
    draw: job(6, 30, SUNDAY),
    spacing: 'job',
    write: bsdLine({
      host: 'db1',
      program: 'logrotate',
      priority: 31,
      text: (random) => `rotating pattern: /var/log/app${random.whole(1, 40)}.log weekly`,
    }),
  },
];

/** Syslog, in three logs: RFC 5424, RFC 3164, and RFC 3164 without priority. */
export const syslogStreams: readonly Stream[] = [
  ...informational,
  ...notice,
  ...warningsAndErrors,
  ...debug,
];
