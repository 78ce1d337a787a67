import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NoCorpus } from './debian_packages';

const run = promisify(execFile);
/** The host that the entries name. */
export const JOURNAL_HOST = 'journal-host';
/** Each of these has a header; `cat` and `json-pretty` have none. */
const OUTPUTS = [
  ...['export', 'json', 'short', 'short-iso', 'short-iso-precise', 'short-precise'],
  ...['short-full', 'short-unix', 'with-unit', 'verbose'],
];
const START = Date.parse('2026-11-24T09:00:29Z');
const BOOT = '0123456789abcdef0123456789abcdef';

function entry(index: number, fields: Readonly<Record<string, string>>, message: string): Buffer {
  const length = Buffer.alloc(8);
  const text = Buffer.from(message, 'latin1');
  length.writeBigUInt64LE(BigInt(text.length));
  const all = {
    __REALTIME_TIMESTAMP: `${START + index * 1000}123`,
    __MONOTONIC_TIMESTAMP: `${1000 + index}`,
    ...{ _BOOT_ID: BOOT, _HOSTNAME: JOURNAL_HOST, PRIORITY: '6', ...fields },
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  return Buffer.concat([
    Buffer.from(lines.join('')),
    ...[Buffer.from('MESSAGE\n'), length, text, Buffer.from('\n\n')],
  ]);
}

/**
 * Fills a journal by systemd-journal-remote of the unpacked packages, and lets this machine's
 * journalctl write it in each of its forms.
 *
 * @returns the folder of what was written
 * @throws NoCorpus where one of the two does not run here
 */
export async function writeJournalOutputs(root: string, folder: string): Promise<string> {
  const outputs = join(folder, 'journal-outputs');
  const [source, journal] = [join(folder, 'entries.export'), join(folder, 'entries.journal')];
  await mkdir(outputs, { recursive: true });
  const messages = ['text', 'first\nPRIORITY=0\n\n__CURSOR=s=1\nlast', 'no UTF-8: \xff', '\x1b[1m'];
  const programs = ['sshd', 'kernel', 'postfix/submission/smtpd', 'CRON'];
  const entries = programs.flatMap((program, at) =>
    messages.map((message, of) =>
      entry(at * 10 + of, { SYSLOG_IDENTIFIER: program, _PID: '4194304' }, message),
    ),
  );
  await writeFile(source, Buffer.concat(entries));
  try {
    const lib = join(root, 'usr/lib/x86_64-linux-gnu');
    const remote = join(root, 'lib/systemd/systemd-journal-remote');
    await run(remote, ['-o', journal, source], { env: { LD_LIBRARY_PATH: lib } });
    for (const output of OUTPUTS) {
      const options = { encoding: 'buffer', env: { ...process.env, TZ: 'UTC' } } as const;
      const { stdout } = await run('journalctl', ['--file', journal, '-o', output], options);
      await writeFile(join(outputs, `${output}.log`), stdout);
    }
  } catch (error) {
    throw new NoCorpus(`journalctl and systemd-journal-remote are needed: ${String(error)}`);
  }
  return outputs;
}
