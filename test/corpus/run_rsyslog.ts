import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoCorpus } from './debian_packages';
import { freeUdpPort, sendAll } from './send_messages';

const LIB = 'usr/lib/x86_64-linux-gnu';
/** Written after the others, as it is the last of the configuration. */
const LAST_FILE = 'syslog-protocol.log';
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
    await Promise.race([sendAll(port, join(logs, LAST_FILE), 'rsyslogd'), failed]);
    return logs;
  } finally {
    child.kill();
  }
}
