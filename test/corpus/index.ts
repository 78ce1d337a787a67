import { mkdtemp, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalClock } from '../../standalone/ingest/parsing/local_to_utc';
import { listLogFiles } from '../../standalone/ingest/reading/list_log_files';
import { NotALog } from '../../standalone/ingest/reading/not_a_log';
import { readDocuments, type ReadOptions } from '../../standalone/ingest/reading/read_documents';
import { hasPackage, NoCorpus, unpackPackages } from './debian_packages';
import { isInventedHost } from './invented_hosts';
import { JOURNAL_HOST, writeJournalOutputs } from './run_journal';
import { POSTFIX_HOST, writePostfixLog } from './run_postfix';
import { writeRsyslogLogs } from './run_rsyslog';
import { writeSyslogNgLogs } from './run_syslog_ng';
import { SENT_HOSTS } from './send_messages';

/** rsyslog with its libraries; fail2ban, which ships lines of some hundred daemons. */
const PACKAGES = ['rsyslog', 'libestr0', 'libfastjson4', 'fail2ban'];
const SYSLOG_NG = ['syslog-ng-core', 'libivykis0', 'libnet1', 'libpcre3', 'libwrap0'];
const JOURNAL = ['systemd-journal-remote', 'libmicrohttpd12'];
const POSTFIX = ['postfix', 'libdb5.3', 'libicu72', 'libnsl2', 'libtirpc3', 'libsasl2-2'];
const SAMPLES = 'usr/lib/python3/dist-packages/fail2ban/tests/files/logs';
/** What dpkg, apt and others of Debian wrote on this machine. */
const MACHINE_LOGS = ['dpkg.log', 'alternatives.log', 'apt', 'bootstrap.log', 'fontconfig.log'];
const THIS_HOST = 'corpus-this-host';
const MOST_SHOWN = 20;

interface Counts {
  documents: number;
  understood: number;
  readonly hosts: Set<string>;
  readonly invented: string[];
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Reads files and folders, and finds the hosts that no line has. */
async function readAll(
  inputs: readonly string[],
  isInvented: (host: string, line: string) => boolean,
): Promise<Counts> {
  const signal = new AbortController().signal;
  const counts: Counts = { documents: 0, understood: 0, hosts: new Set(), invented: [] };
  const options: ReadOptions = {
    type: 'auto',
    host: THIS_HOST,
    localToUtc: createLocalClock('UTC'),
    year: undefined,
    now: Date.now(),
    onBytes: () => undefined,
    onLines: () => undefined,
  };
  const { files } = await listLogFiles(inputs, signal);
  for (const file of files) {
    try {
      for await (const made of readDocuments(file, options, signal)) {
        for (const { document, format } of made) {
          counts.documents += 1;
          if (format === undefined) continue;
          counts.understood += 1;
          const { host, message } = document;
          if (host === THIS_HOST) continue;
          counts.hosts.add(host);
          if (isInvented(host, message)) counts.invented.push(`${host}: ${message}`);
        }
      }
    } catch (error) {
      if (!(error instanceof NotALog)) throw error;
    }
  }
  return counts;
}

function report(name: string, { documents, understood, hosts, invented }: Counts): void {
  print(`${name}: ${documents} records, ${understood} understood, ${hosts.size} hosts`);
  print(`  invented hosts: ${invented.length}`);
  for (const line of invented.slice(0, MOST_SHOWN)) print(`    ${line.slice(0, 140)}`);
}

/** A part that needs programs which may lack here: then it is left out, and that is said. */
async function part(
  name: string,
  folder: string,
  packages: readonly string[],
  read: (root: string, folder: string) => Promise<Counts>,
): Promise<(readonly [string, Counts])[]> {
  const own = await mkdtemp(join(folder, 'part-'));
  try {
    return [[name, await read(await unpackPackages(own, packages), own)]];
  } catch (error) {
    if (!(error instanceof NoCorpus)) throw error;
    print(`LEFT OUT: ${name}: ${error.message}`);
    return [];
  }
}

/** It needs a capture and rules; its events are tried by the unit tests. */
async function whyNoSuricata(): Promise<string> {
  return (await hasPackage('suricata'))
    ? 'it writes events only of a capture, which the corpus does not have'
    : 'apt has no such package here';
}

/**
 * `npm run test:corpus`: reads what packages of Debian write, downloaded by this machine's apt, and
 * counts the hosts that were invented. It exits with 1 unless there are none, and with 2 where the
 * packages cannot be had.
 */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'logwave-corpus-'));
  try {
    const root = await unpackPackages(folder, PACKAGES);
    const sent = new Set(SENT_HOSTS);
    const logs = await writeRsyslogLogs(root, folder);
    const parts: (readonly [string, Counts])[] = [
      [
        'rsyslog, in four of its formats',
        // It says the address of the sender, and its own host, where a message names none.
        await readAll(
          [logs],
          (host) => !sent.has(host) && host !== '127.0.0.1' && host !== 'localhost',
        ),
      ],
      [
        'lines of daemons that fail2ban ships',
        await readAll([join(root, SAMPLES)], isInventedHost),
      ],
      [
        'logs that dpkg, apt and others wrote on this machine',
        await readAll(
          MACHINE_LOGS.map((name) => join('/var/log', name)),
          () => true,
        ),
      ],
    ];
    parts.push(
      ...(await part('syslog-ng, in four of its formats', folder, SYSLOG_NG, async (at, under) =>
        readAll(
          [await writeSyslogNgLogs(at, under)],
          (host) => !sent.has(host) && host !== '127.0.0.1' && host !== hostname(),
        ),
      )),
      ...(await part('journalctl, in ten of its forms', folder, JOURNAL, async (at, under) =>
        readAll([await writeJournalOutputs(at, under)], (host) => host !== JOURNAL_HOST),
      )),
    );
    parts.push(
      ...(await part('Postfix, its own log', folder, POSTFIX, async (at, under) =>
        readAll([await writePostfixLog(at, under)], (host) => host !== POSTFIX_HOST),
      )),
    );
    print(`LEFT OUT: Suricata: ${await whyNoSuricata()}`);
    parts.forEach(([name, counts]) => report(name, counts));
    const all = parts.reduce((sum, [, { invented }]) => sum + invented.length, 0);
    print(`Invented hosts in all: ${all} (aim: 0)`);
    process.exitCode = all === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NoCorpus)) throw error;
    print(`The corpus cannot be read here: ${error.message}.`);
    process.exitCode = 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
