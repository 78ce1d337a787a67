import { byRhythm, job } from './draw_events';
import { JOB_DELAY, JOB_HOUR, lateOnLastDay } from './incidents';
import { diurnal, flat, office } from './rhythm';
import type { DrawEvents, Stream } from './stream';
import { insider, outsider, user } from './words';
import { ossecLogAlert, wazuhAlert, type OssecRule } from './write_alerts';

const TUESDAY = 2;
const BASTION = ['bastion1', '192.0.2.7'] as const;
const WEB = ['web1', '192.0.2.10'] as const;
const FILES = ['files1', '192.0.2.20'] as const;
const AUTH_LOG = '/var/log/auth.log';

/** A manager of OSSEC writes text. */
function inText(
  rule: OssecRule,
  draw: DrawEvents,
  spacing: Stream['spacing'] = 'anywhere',
): Stream {
  const write = ossecLogAlert(rule);
  return { id: `ossec/${rule.rule}`, log: 'ossec/alerts.log', draw, spacing, write };
}

/** A manager of Wazuh writes JSON. */
function inJson(
  rule: OssecRule,
  draw: DrawEvents,
  spacing: Stream['spacing'] = 'anywhere',
): Stream {
  return {
    id: `ossec/${rule.rule}`,
    log: 'ossec/alerts.json',
    draw,
    spacing,
    write: wazuhAlert(rule),
  };
}

/** Alerts by rule, of two managers. */
export const ossecStreams: readonly Stream[] = [
  inText(
    {
      rule: 550,
      level: 7,
      description: 'Integrity checksum changed.',
      groups: ['ossec', 'syscheck'],
      agent: FILES,
      location: 'syscheck',
      text: (random) =>
        `Integrity checksum changed for: '/srv/backup/set${random.whole(1, 400)}.tar'`,
    },
    lateOnLastDay(job(JOB_HOUR, 40), JOB_DELAY),
    'job',
  ),
  inText(
    {
      rule: 5501,
      level: 3,
      description: 'Login session opened.',
      groups: ['pam', 'syslog', 'authentication_success'],
      agent: BASTION,
      location: AUTH_LOG,
      text: (random) =>
        `sshd[${random.whole(300, 32_767)}]: pam_unix(sshd:session): session opened for user ${user(random)} by (uid=0)`,
    },
    byRhythm(diurnal(8, 0.5)),
  ),
  inText(
    {
      rule: 5402,
      level: 3,
      description: 'Successful sudo to ROOT executed',
      groups: ['syslog', 'sudo'],
      agent: FILES,
      location: AUTH_LOG,
      text: (random) =>
        `sudo: ${user(random)} : TTY=pts/1 ; PWD=/root ; USER=root ; COMMAND=/bin/ls`,
    },
    byRhythm(office(4, 0.2, 0.1)),
  ),
  inText(
    {
      rule: 5715,
      level: 3,
      description: 'SSHD authentication success.',
      groups: ['syslog', 'sshd', 'authentication_success'],
      agent: BASTION,
      location: AUTH_LOG,
      text: (random) =>
        `sshd[${random.whole(300, 32_767)}]: Accepted publickey for ${user(random)} from ${insider(random)} port 50022 ssh2`,
    },
    byRhythm(office(5, 0.3, 0.2)),
  ),
  inText(
    {
      rule: 533,
      level: 7,
      description: 'Listened ports status (netstat) changed (new port opened or closed).',
      groups: ['ossec'],
      agent: FILES,
      location: 'netstat -tan |grep LISTEN |grep -v 127.0.0.1 | sort',
      text: (random) => `ossec: output: 'netstat': tcp 0.0.0.0:${random.whole(1024, 65_535)}`,
    },
    byRhythm(flat(0.6 / 24), 0),
  ),
  inJson(
    {
      rule: 5710,
      level: 5,
      description: 'sshd: Attempt to login using a non-existent user',
      groups: ['syslog', 'sshd', 'invalid_login'],
      agent: WEB,
      location: AUTH_LOG,
      text: (random) =>
        `sshd[${random.whole(300, 32_767)}]: Invalid user test from ${outsider(random)}`,
    },
    byRhythm(flat(1.5), 1),
  ),
  inJson(
    {
      rule: 31101,
      level: 5,
      description: 'Web server 400 error code.',
      groups: ['web', 'accesslog', 'attack'],
      agent: WEB,
      location: '/var/log/nginx/access.log',
      text: (random) => `${outsider(random)} - - "GET /wp-login.php HTTP/1.1" 404 162`,
    },
    byRhythm(diurnal(6, 0.4), 0.1),
  ),
  inJson(
    {
      rule: 1002,
      level: 2,
      description: 'Unknown problem somewhere in the system.',
      groups: ['syslog', 'errors'],
      agent: WEB,
      location: '/var/log/syslog',
      text: (random) => `webapp[${random.whole(300, 32_767)}]: error: upstream did not answer`,
    },
    byRhythm(flat(1.2), 0.1),
  ),
  inJson(
    {
      rule: 2902,
      level: 7,
      description: 'New dpkg (Debian Package) installed.',
      groups: ['syslog', 'dpkg', 'config_changed'],
      agent: WEB,
      location: '/var/log/dpkg.log',
      text: (random) =>
        `status installed libexample${random.whole(1, 90)}:amd64 1.${random.whole(0, 9)}`,
    },
    job(5, 25, TUESDAY),
    'job',
  ),
];
