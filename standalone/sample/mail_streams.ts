import { byRhythm, heartbeat } from './draw_events';
import { SILENT_FROM, silentOnLastDay } from './incidents';
import type { Random } from './random';
import { diurnal, flat } from './rhythm';
import type { DrawEvents, Stream } from './stream';
import { mailbox, outsider, queueNumber } from './words';
import { bsdLine } from './write_syslog';

function daemon(
  name: string,
  draw: DrawEvents,
  text: (random: Random) => string,
  spacing: Stream['spacing'] = 'anywhere',
): Stream {
  return {
    id: `postfix/${name}`,
    log: 'mail/mail.log',
    draw,
    spacing,
    write: bsdLine({ host: 'mail1', program: `postfix/${name}`, text }),
  };
}

/** The daemons of Postfix on one machine. */
export const mailStreams: readonly Stream[] = [
  daemon(
    'smtpd',
    byRhythm(diurnal(20, 0.6, 0.6)),
    (random) => `connect from unknown[${outsider(random)}]`,
  ),
  daemon(
    'cleanup',
    byRhythm(diurnal(10, 0.6, 0.6)),
    (random) => `${queueNumber(random)}: message-id=<${random.whole(1, 1e9)}@example.com>`,
  ),
  daemon(
    'qmgr',
    byRhythm(diurnal(14, 0.6, 0.6)),
    (random) =>
      `${queueNumber(random)}: from=<${mailbox(random)}>, size=${random.whole(800, 90_000)}, nrcpt=1 (queue active)`,
  ),
  daemon(
    'smtp',
    byRhythm(diurnal(10, 0.5, 0.6)),
    (random) =>
      `${queueNumber(random)}: to=<${mailbox(random)}>, relay=mx.example.net[198.51.100.25]:25, dsn=2.0.0, status=sent (250 ok)`,
  ),
  daemon(
    'local',
    byRhythm(flat(4)),
    (random) =>
      `${queueNumber(random)}: to=<${mailbox(random)}>, relay=local, dsn=2.0.0, status=sent (delivered to mailbox)`,
  ),
  daemon(
    'bounce',
    silentOnLastDay(byRhythm(diurnal(18, 0.3), 0.02), SILENT_FROM),
    (random) => `${queueNumber(random)}: sender non-delivery notification: ${queueNumber(random)}`,
  ),
  daemon('pickup', heartbeat(3), (random) => `${queueNumber(random)}: uid=0 from=<root>`, 'even'),
  daemon(
    'anvil',
    byRhythm(diurnal(5, 0.3)),
    (random) =>
      `statistics: max connection rate ${random.whole(1, 9)}/60s for (smtp:${outsider(random)})`,
  ),
];
