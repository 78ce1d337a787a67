import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { NoCorpus } from './debian_packages';

/** The hosts that the messages name. */
export const SENT_HOSTS: readonly string[] = ['app7', 'fw1.example.org', 'sw1', '192.0.2.9'];
const PAUSE_MS = 100;
const MOST_PAUSES = 300;

/** What programs and devices send: BSD and RFC 5424, with all that is awkward in a header. */
function messagesFrom(host: string): string[] {
  const programs = ['sshd', 'postfix/submission/smtpd', 'a-program-with-a-name-of-thirty-letters'];
  const bsd = programs.flatMap((program) =>
    [7, 4_194_304].map((pid) => `<38>Nov 24 10:00:29 ${host} ${program}[${pid}]: text of ${pid}`),
  );
  const modern = [...programs, '-'].flatMap((program) =>
    ['7', '4194304', '-'].map(
      (pid) => `<38>1 2026-11-24T10:00:29.123456+05:30 ${host} ${program} ${pid} - - text`,
    ),
  );
  return [
    ...bsd,
    ...modern,
    `<189>1685: ${host}: *Nov 24 10:25:10.989: %LINK-3-UPDOWN: Interface Gi1/0/1, changed`,
    `<189>Nov 24 10:25:10 ${host} 1686: Nov 24 10:25:09 CET: %SYS-5-CONFIG_I: Configured`,
    `<38>Nov 24 10:00:29 ${host} cron: one\nline and another`,
    `<38>1 - ${host} - - - - no time`,
    '<38>1 - - - - - nothing at all',
  ];
}

/** A port of this machine that nobody listens to. */
export async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

/**
 * Sends what programs and devices send, and waits until the last of it is in a file.
 *
 * @param lastFile the file that the receiver writes after its others
 * @throws NoCorpus where the receiver writes nothing
 */
export async function sendAll(port: number, lastFile: string, receiver: string): Promise<void> {
  const socket = createSocket('udp4');
  const send = (message: string): Promise<void> =>
    new Promise((resolve, reject) => {
      socket.send(message, port, '127.0.0.1', (error) => (error ? reject(error) : resolve()));
    });
  const wait = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  /** Sends a message until it is written: before that, rsyslogd may not listen yet. */
  const sendUntilWritten = async (program: string): Promise<void> => {
    for (let pause = 0; pause < MOST_PAUSES; pause += 1) {
      await send(`<38>Nov 24 10:00:30 app7 ${program}: x`);
      await wait();
      const text = await readFile(lastFile, 'utf8').catch(() => '');
      if (text.includes(program)) return;
    }
    throw new NoCorpus(`${receiver} wrote nothing within half a minute`);
  };
  try {
    await sendUntilWritten('corpus-begin');
    for (const host of SENT_HOSTS) for (const message of messagesFrom(host)) await send(message);
    await sendUntilWritten('corpus-end');
  } finally {
    socket.close();
  }
}
