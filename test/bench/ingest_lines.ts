import { randomFrom } from '../generator/random';

const LINES_A_CHUNK = 1000;
const HOSTS = ['web1', 'web2', 'mail1', 'db1', 'fw1'];
const TEXTS: readonly (readonly [string, string])[] = [
  ['sshd', 'Failed password for invalid user admin from 192.0.2.7 port 4242 ssh2'],
  ['CRON', '(root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)'],
  ['systemd', 'Started Session 4242 of User ann.'],
  ['postfix/smtpd', 'connect from mail.example.org[198.51.100.7]'],
  ['postfix/qmgr', '4F0A12B3C4: from=<ann@example.org>, size=4242, nrcpt=1 (queue active)'],
  ['kernel', '[4242.424242] eth0: link up, 1000 Mbps, full duplex'],
];
const SECOND = 1000;
const START = Date.parse('2026-11-26T00:00:00Z');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function clockOf(instant: number): string {
  const date = new Date(instant);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${MONTHS[date.getUTCMonth()] ?? ''} ${day} ${date.toISOString().slice(11, 19)}`;
}

/** Lines of a syslog of two days, in chunks: some hosts, some programs, no two lines alike. */
export function* syslogLines(count: number): Generator<string> {
  const random = randomFrom(2015);
  const step = (2 * 86_400 * SECOND) / count;
  for (let from = 0; from < count; from += LINES_A_CHUNK) {
    const lines = Array.from({ length: Math.min(LINES_A_CHUNK, count - from) }, (_, at) => {
      const [program, text] = random.pick(TEXTS);
      const host = random.pick(HOSTS);
      const time = clockOf(START + Math.floor((from + at) * step));
      return `${time} ${host} ${program}[${random.whole(1000, 9999)}]: ${text} ${from + at}\n`;
    });
    yield lines.join('');
  }
}
