import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoCorpus } from './debian_packages';

/** The hosts that the messages name. */
export const SENT_HOSTS: readonly string[] = ['app7', 'fw1.example.org', 'sw1', '192.0.2.9'];
const LIB = 'usr/lib/x86_64-linux-gnu';
/** Written after the others, as it is the last of the configuration. */
const LAST_FILE = 'syslog-protocol.log';
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

function configOf(port: number, folder: string): string {
  const file = (name: string, template: string): string =>
    `*.* action(type="omfile" file="${join(folder, name)}" template="${template}")`;
  return [
    'module(load="imudp")',
    `input(type="imudp" address="127.0.0.1" port="${port}")`,
    file('file-format.log', 'RSYSLOG_FileFormat'),
    file('traditional.log', 'RSYSLOG_TraditionalFileFormat'),
    file('forward.log', 'RSYSLOG_ForwardFormat'),
    file('syslog-protocol.log', 'RSYSLOG_SyslogProtocol23Format'),
    '',
  ].join('\n');
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

async function sendAll(port: number, folder: string): Promise<void> {
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
      const text = await readFile(join(folder, LAST_FILE), 'utf8').catch(() => '');
      if (text.includes(program)) return;
    }
    throw new NoCorpus('rsyslogd wrote nothing within half a minute');
  };
  try {
    await sendUntilWritten('corpus-begin');
    for (const host of SENT_HOSTS) for (const message of messagesFrom(host)) await send(message);
    await sendUntilWritten('corpus-end');
  } finally {
    socket.close();
  }
}

/**
 * Runs the rsyslogd of the unpacked packages, sends to it what programs and devices send, and lets it
 * write that in each of its formats.
 *
 * @returns the folder of the logs
 */
export async function writeRsyslogLogs(root: string, folder: string): Promise<string> {
  const logs = join(folder, 'rsyslog');
  await mkdir(logs, { recursive: true });
  const port = await freeUdpPort();
  const config = join(folder, 'rsyslog.conf');
  await writeFile(config, configOf(port, logs));
  const args = ['-n', '-f', config, '-i', join(folder, 'rsyslog.pid')];
  const child = spawn(
    join(root, 'usr/sbin/rsyslogd'),
    [...args, '-M', join(root, LIB, 'rsyslog')],
    { env: { LD_LIBRARY_PATH: join(root, LIB) }, stdio: 'ignore' },
  );
  const failed = once(child, 'error').then(([error]) => {
    throw new NoCorpus(`rsyslogd does not run here: ${String(error)}`);
  });
  try {
    await Promise.race([sendAll(port, logs), failed]);
    return logs;
  } finally {
    child.kill();
  }
}
