import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NoCorpus } from './debian_packages';
import { freeUdpPort, sendAll } from './send_messages';

/** Written after the others, as it is the last of the configuration. */
const LAST_FILE = 'protocol.log';

const LIBS = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'];

function configOf(version: string, port: number, folder: string): string {
  const file = (name: string, options: string): string =>
    `destination d_${name} { file("${join(folder, `${name}.log`)}" ${options}); };\n` +
    `log { source(s_net); destination(d_${name}); };`;
  return [
    `@version: ${version}`,
    'options { keep-hostname(yes); use-dns(no); };',
    `source s_net { udp(ip("127.0.0.1") port(${port}) flags(syslog-protocol)); };`,
    file('plain', ''),
    file('iso', 'ts-format(iso) frac-digits(6)'),
    file('full', 'ts-format(full)'),
    file('protocol', 'flags(syslog-protocol)'),
    '',
  ].join('\n');
}

/** Runs the syslog-ng of the unpacked packages as `writeRsyslogLogs` runs rsyslog. */
export async function writeSyslogNgLogs(root: string, folder: string): Promise<string> {
  const logs = join(folder, 'syslog-ng');
  await mkdir(logs, { recursive: true });
  const lib = join(root, 'usr/lib/syslog-ng');
  const version = (await readdir(lib)).find((name) => /^\d+\.\d+$/.test(name));
  if (version === undefined) throw new NoCorpus('syslog-ng has no modules');
  const port = await freeUdpPort();
  const config = join(folder, 'syslog-ng.conf');
  await writeFile(config, configOf(version, port, logs));
  const state = ['-R', 'persist', '-c', 'control', '-p', 'pid'].map((word) =>
    word.startsWith('-') ? word : join(folder, `syslog-ng.${word}`),
  );
  const child = spawn(
    join(root, 'usr/sbin/syslog-ng'),
    ['-F', '--no-caps', '-f', config, ...state, `--module-path=${join(lib, version)}`],
    {
      env: { LD_LIBRARY_PATH: [lib, ...LIBS.map((part) => join(root, part))].join(':') },
      stdio: 'ignore',
    },
  );
  const ended = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => {
    throw new NoCorpus('syslog-ng does not run here');
  });
  try {
    await Promise.race([sendAll(port, join(logs, LAST_FILE), 'syslog-ng'), ended]);
    return logs;
  } finally {
    child.kill();
  }
}
