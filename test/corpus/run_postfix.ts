import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { NoCorpus } from './debian_packages';

const run = promisify(execFile);
/** The host name of Postfix. */
export const POSTFIX_HOST = 'mail1';
const OWNER = 'nobody';
const QUEUES = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming'];
const MORE_QUEUES = ['private', 'saved', 'trace', 'maildrop', 'public'];
const PAUSE_MS = 100;
const MOST_PAUSES = 300;

/** Two ways in, as the stock master.cf has them, and all mail is thrown away. */
function servicesOf(smtp: number, submission: number): string {
  return [
    `127.0.0.1:${smtp} inet n - n - - smtpd`,
    `127.0.0.1:${submission} inet n - n - - smtpd -o syslog_name=postfix/submission`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    ...['error', 'discard'].map((name) => `${name} unix - - n - - ${name}`),
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}

const LIBRARIES = ['usr/lib/postfix', 'usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'];
const librariesOf = (root: string): string => LIBRARIES.map((path) => join(root, path)).join(':');

function settingsOf(root: string, base: string, log: string): string {
  const library = join(root, 'usr/lib/postfix');
  const environment = `MAIL_CONFIG MAIL_LOGTAG TZ LANG=C LD_LIBRARY_PATH=${librariesOf(root)} POSTLOG_SERVICE POSTLOG_HOSTNAME`;
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${join(base, 'queue')}`,
    `data_directory = ${join(base, 'data')}`,
    `daemon_directory = ${join(library, 'sbin')}`,
    `command_directory = ${join(root, 'usr/sbin')}`,
    `shlib_directory = ${library}`,
    `meta_directory = ${join(base, 'conf')}`,
    `mail_owner = ${OWNER}`,
    'setgid_group = mail',
    'default_privs = games',
    `maillog_file = ${log}`,
    `maillog_file_prefixes = ${base}`,
    `import_environment = ${environment}`,
    `myhostname = ${POSTFIX_HOST}.example.org`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    ...['mydestination', 'local_recipient_maps', 'alias_maps', 'alias_database'].map(
      (name) => `${name} =`,
    ),
    'mynetworks = 127.0.0.0/8',
    'default_transport = discard',
    'smtpd_recipient_restrictions = reject_unlisted_recipient, check_recipient_access inline:{refused@example.net=REJECT}, permit_mynetworks, reject',
    '',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function numberOf(option: '-u' | '-g', user: string): Promise<number> {
  return Number((await run('id', [option, user])).stdout);
}

async function makeFolders(base: string): Promise<void> {
  const [uid, gid] = [await numberOf('-u', OWNER), await numberOf('-g', 'mail')];
  await chmod(base, 0o755);
  for (const name of ['conf', 'queue', 'queue/pid']) await mkdir(join(base, name));
  const owned = [...QUEUES, ...MORE_QUEUES].map((name) => `queue/${name}`);
  for (const name of ['data', ...owned]) {
    await mkdir(join(base, name), { mode: 0o700 });
    const isShared = /maildrop|public/.test(name);
    await chown(join(base, name), uid, isShared ? gid : 0);
    if (isShared) await chmod(join(base, name), 0o730);
  }
}

/** Sends one mail that is taken and one that is refused. */
async function sendMails(port: number): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const mail = { from: 'ann@example.org', subject: 'corpus', text: 'text' };
  await transport.sendMail({ ...mail, to: 'bob@example.net' });
  const refused = await transport.sendMail({ ...mail, to: 'refused@example.net' }).then(
    () => false,
    () => true,
  );
  if (!refused) throw new NoCorpus('Postfix accepted what it should refuse');
}

async function waitFor(log: string, isWritten: (text: string) => boolean): Promise<void> {
  for (let pause = 0; pause < MOST_PAUSES; pause += 1) {
    if (isWritten(await readFile(log, 'utf8').catch(() => ''))) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new NoCorpus('Postfix wrote no log within half a minute');
}

/**
 * Runs the Postfix of the unpacked packages with all folders of its own, and lets it write a log about
 * mails that it takes and refuses.
 *
 * @returns the log
 * @throws NoCorpus where it does not run here, as for a user who is not root
 */
export async function writePostfixLog(root: string, folder: string): Promise<string> {
  if (process.getuid?.() !== 0) throw new NoCorpus('only root can start Postfix');
  const base = join(folder, 'postfix');
  const [conf, log] = [join(base, 'conf'), join(base, 'mail.log')];
  await mkdir(base);
  await makeFolders(base);
  const [smtp, submission] = [await freePort(), await freePort()];
  await writeFile(join(conf, 'main.cf'), settingsOf(root, base, log));
  await writeFile(join(conf, 'master.cf'), servicesOf(smtp, submission));
  await writeFile(join(conf, 'dynamicmaps.cf'), '');
  const child = spawn(join(root, 'usr/lib/postfix/sbin/master'), ['-c', conf, '-d'], {
    env: { LD_LIBRARY_PATH: librariesOf(root), MAIL_CONFIG: conf },
    stdio: 'ignore',
  });
  const ended = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => {
    throw new NoCorpus('Postfix does not run here');
  });
  const work = async (): Promise<void> => {
    await waitFor(log, (text) => text.includes('daemon started'));
    for (const port of [smtp, submission]) await sendMails(port);
    await waitFor(log, (text) => text.split(': removed').length > 2);
  };
  try {
    await Promise.race([work(), ended]);
    return log;
  } finally {
    child.kill();
  }
}
