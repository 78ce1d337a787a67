import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { IdentifiedDocument } from '../documents/make_documents';
import { createLocalClock } from '../parsing/local_to_utc';
import { listLogFiles } from './list_log_files';
import { NotALog } from './not_a_log';
import { readDocuments } from './read_documents';
import { readLog } from './read_log';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const signal = new AbortController().signal;
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'logwave-cases-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(name: string, content: string | Buffer, modified = NOW): Promise<string> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  await utimes(path, new Date(modified), new Date(modified));
  return path;
}

/** The documents of files and folders, in the order of reading, and what was passed over. */
async function read(...inputs: readonly string[]) {
  const { files, passedOver } = await listLogFiles(inputs, signal);
  const made: IdentifiedDocument[] = [];
  const refused = [...passedOver];
  for (const file of files) {
    const options = {
      type: 'auto',
      host: 'here',
      localToUtc: createLocalClock('UTC'),
      year: undefined,
      now: NOW,
      onBytes: () => undefined,
      onLines: () => undefined,
    } as const;
    try {
      for await (const documents of readDocuments(file, options, signal)) made.push(...documents);
    } catch (error) {
      if (!(error instanceof NotALog)) throw error;
      refused.push(error.message);
    }
  }
  return { made, refused, documents: made.map(({ document }) => document) };
}

const keysOf = (made: readonly IdentifiedDocument[]): string[] =>
  made.map(({ id, index }) => `${index}/${id}`).sort();

describe('a folder', () => {
  it('passes over what is not a log, and reads the rest', async () => {
    const wtmp = Buffer.alloc(3840);
    for (let at = 0; at < wtmp.length; at += 384)
      wtmp.write('\x07\0\0\0{\0\0\0pts/0', at, 'latin1');
    await write('log/syslog', '2026-11-27T10:00:29.099504+00:00 nas1 systemd[1]: Started x.\n');
    await write('log/wtmp', wtmp);
    await write('log/records', wtmp);
    await write('log/alerts.json.sum', 'Current checksum:\nMD5 (x) = y\n');
    await write('log/apt/eipp.log.xz', Buffer.from('fd377a585a000004e6d6b446', 'hex'));
    await write('log/journal/abc/system.journal', Buffer.from('LPKSHHRH\0\0'));
    await write('log/journal/abc/other', Buffer.from('LPKSHHRH\0\0'));
    const { documents, refused } = await read(join(root, 'log'));
    expect(documents.map(({ program }) => program)).toEqual(['systemd']);
    expect(refused.map((text) => text.replace(root, '').split(':')[0]).sort()).toEqual([
      '/log/alerts.json.sum',
      '/log/apt/eipp.log.xz',
      '/log/journal/abc/other',
      '/log/journal/abc/system.journal',
      '/log/records',
      '/log/wtmp',
    ]);
  });

  it('says how to read a journal that is named', async () => {
    const { refused } = await read(await write('system.journal', 'LPKSHHRH\0\0'));
    expect(refused.join()).toContain('journalctl -o json --file FILE | bin/logwave ingest -');
  });
});

describe('a folder of all kinds of files', () => {
  it('passes over texts without any time that are not called logs', async () => {
    await write('log/README', 'You are looking for the traditional text log files?\n');
    await write('log/installer/questions.dat', 'Name: a/b\nTemplate: a/b\n');
    await write('log/untimed.log', 'started\n');
    await write('log/journal.json', '{"__REALTIME_TIMESTAMP":"1795510829123456"}\n');
    await write('log/app', '{"msg":"started"}\n');
    const { documents, refused } = await read(join(root, 'log'));
    expect(documents.map(({ message }) => message).sort()).toEqual([
      'started',
      '{"__REALTIME_TIMESTAMP":"1795510829123456"}',
      '{"msg":"started"}',
    ]);
    expect(refused.sort()).toEqual([
      `${root}/log/README: it has no times`,
      `${root}/log/installer/questions.dat: it has no times`,
    ]);
  });

  it('reads a file whose name is not UTF-8, and says how to where the file is named', async () => {
    const name = Buffer.concat([
      Buffer.from(`${root}/m`),
      Buffer.from([0xfc]),
      Buffer.from('.log'),
    ]);
    await writeFile(name, 'Nov 24 10:00:29 h1 cron: x\n');
    const { documents } = await read(root);
    expect(documents).toMatchObject([{ path: `${root}/m\uFFFD.log`, program: 'cron' }]);
    const { problems } = await listLogFiles([name.toString()], signal);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'its name is not UTF-8: name the folder that it is in',
    ]);
  });
});

describe('a named pipe', () => {
  const pipe = (): string => {
    const path = join(root, 'pipe');
    execFileSync('mkfifo', [path]);
    return path;
  };

  it('is read to its end', async () => {
    const path = pipe();
    const reading = read(path);
    createWriteStream(path).end('Nov 24 10:00:29 h1 cron: x\n');
    expect((await reading).documents.map(({ program }) => program)).toEqual(['cron']);
  });

  it('without a writer does not prevent stopping', async () => {
    const controller = new AbortController();
    const chunks = readLog(pipe(), () => undefined, controller.signal);
    const readAll = async (): Promise<number> => {
      let bytes = 0;
      for await (const chunk of chunks) bytes += chunk.length;
      return bytes;
    };
    setImmediate(() => controller.abort(new Error('stopped')));
    await expect(readAll()).rejects.toThrow('stopped');
  });
});

describe('a log with line ends of old Macs', () => {
  it('has as many records as lines', async () => {
    const text = 'Nov 24 10:00:29 h1 a: x\rNov 24 10:00:30 h1 b: y\r';
    const { documents } = await read(await write('mac.log', text));
    expect(documents.map(({ program }) => program)).toEqual(['a', 'b']);
  });
});

describe('a log with NUL bytes after a crash', () => {
  it('is read, also the line behind them', async () => {
    const line = (index: number): string => `Nov 24 00:00:${10 + index} h1 cron[${index}]: job\n`;
    const lines = Array.from({ length: 40 }, (_, index) => line(index));
    const text = [lines.slice(0, 20).join(''), '\0'.repeat(4096), lines.slice(20).join('')];
    const { documents } = await read(await write('syslog', text.join('')));
    expect(documents.map(({ pid }) => pid)).toEqual(lines.map((_, index) => String(index)));
  });

  it('is read if more of them are at its beginning than are examined', async () => {
    const text = `${'\0'.repeat(200_000)}Nov 24 00:00:10 h1 cron[1]: job\n`;
    const { documents } = await read(await write('syslog', text));
    expect(documents.map(({ program }) => program)).toEqual(['cron']);
  });
});

describe('a log in UTF-16', () => {
  const text = '\uFEFFNov 24 10:00:29 h1 a[1]: x\r\nNov 24 10:00:30 h1 b: ä\r\n';

  it.each([
    ['little-endian, as PowerShell writes it', Buffer.from(text, 'utf16le')],
    ['big-endian', Buffer.from(text, 'utf16le').swap16()],
  ])('%s, is read', async (_, bytes) => {
    const { documents } = await read(await write('export.log', bytes));
    expect(documents.map(({ program, message }) => [program, message.slice(-2)])).toEqual([
      ['a', ' x'],
      ['b', ' ä'],
    ]);
  });
});

describe('a file that was last written in another year', () => {
  const text = 'Mar  3 10:00:29 debian-installer kernel: [ 0.0] Linux\n';

  it('has lines of that year', async () => {
    const path = await write('installer/syslog', text, Date.parse('2023-03-03T10:05:00Z'));
    const { documents } = await read(path);
    expect(documents[0]?.['@timestamp']).toBe('2023-03-03T10:00:29.000Z');
  });

  it('has lines of the latest year where its time is that of no clock', async () => {
    const { documents } = await read(await write('syslog', text, 0));
    expect(documents[0]?.['@timestamp']).toBe('2026-03-03T10:00:29.000Z');
  });
});

describe('a file that is read again with another time of its own', () => {
  const touched = Date.parse('2026-11-27T12:00:00Z');

  it.each([
    ['lines with a time of their own', '192.0.2.1 - - [27/Nov/2026:10:00:01 +0000] "GET /1"\n'],
    ['lines without any time', 'first\nsecond\nsecond\n'],
    ['lines before the first time', 'first\nNov 24 10:00:30 h1 b: y\nthen\n'],
  ])('gives %s the same ids in the same indices', async (_, text) => {
    const before = await read(await write('app.log', text));
    const after = await read(await write('app.log', text, touched));
    expect(keysOf(after.made)).toEqual(keysOf(before.made));
    const more = await read(await write('app.log', `${text}Nov 25 10:00:30 h1 b: z\n`, touched));
    expect(keysOf(more.made)).toEqual(expect.arrayContaining(keysOf(before.made)));
  });
});

describe("Wazuh's folder of alerts", () => {
  const json = (index: number): string =>
    JSON.stringify({
      timestamp: `2026-11-24T10:00:29.12${index}+0100`,
      rule: { level: 5, id: '5716' },
      agent: { id: '001', name: 'web1' },
      manager: { name: 'm1' },
      id: `1795510829.${index}`,
      location: '/var/log/auth.log',
    });
  const log = (index: number): string =>
    [
      `** Alert 1795510829.${index}: - syslog,sshd,authentication_failed,`,
      '2026 Nov 24 10:00:29 (web1) 192.0.2.7->/var/log/auth.log',
      "Rule: 5716 (level 5) -> 'SSHD authentication failed.'",
      'Nov 24 10:00:28 web1 sshd[7]: Failed password',
    ].join('\n');

  it('has each alert once, though it is written twice as JSON and twice as text', async () => {
    const [text, alerts] = [[1, 2].map(log).join('\n\n'), [1, 2].map(json).join('\n')];
    await write('alerts/alerts.json', alerts);
    await write('alerts/alerts.log', text);
    await write('alerts/2026/Nov/ossec-alerts-24.json', alerts);
    await write('alerts/2026/Nov/ossec-alerts-24.log', text);
    await write('alerts/2026/Nov/ossec-alerts-23.json.sum', 'Current checksum:\n');
    const { made } = await read(join(root, 'alerts'));
    expect(made).toHaveLength(8);
    expect(made.every(({ document }) => document.rule_number === 5716)).toBe(true);
    expect(new Set(keysOf(made)).size).toBe(2);
  });

  it('has archives whose alerts come after many events without a rule', async () => {
    const event = {
      timestamp: '2026-11-24T12:00:00.717+0100',
      agent: { name: 'web2' },
      manager: { name: 'm1' },
      location: '/var/log/syslog',
    };
    const lines = [...Array.from({ length: 25 }, () => JSON.stringify(event)), json(1)];
    const { documents } = await read(await write('archives.json', lines.join('\n')));
    expect(documents).toHaveLength(26);
    expect(documents[0]).toMatchObject({
      '@timestamp': '2026-11-24T11:00:00.717Z',
      host: 'web2',
      tags: ['_parsefailure'],
    });
    expect(documents[25]).toMatchObject({
      type: 'ossec',
      rule_number: 5716,
      host: 'web1',
      tags: [],
    });
  });
});

describe("the journal's own output", () => {
  it('as JSON is read with true severities, also where values are bytes or lists', async () => {
    const entry = (parts: object): string =>
      JSON.stringify({
        __REALTIME_TIMESTAMP: '1795510829123456',
        _HOSTNAME: 'nas1',
        ...parts,
      });
    const lines = [
      entry({
        PRIORITY: '6',
        SYSLOG_FACILITY: '10',
        SYSLOG_IDENTIFIER: 'sshd',
        _PID: '7',
        MESSAGE: 'x',
      }),
      entry({ PRIORITY: '3', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: [72, 105] }),
      entry({ PRIORITY: ['4', '5'], SYSLOG_IDENTIFIER: [99, 114, 111, 110], MESSAGE: null }),
      entry({
        PRIORITY: '6',
        SYSLOG_FACILITY: '2',
        SYSLOG_IDENTIFIER: 'postfix/qmgr',
        SYSLOG_PID: '9',
      }),
    ];
    const { documents } = await read(await write('journal.json', lines.join('\n')));
    expect(
      documents.map((document) => [
        document.type,
        document.host,
        document.program,
        document.pid,
        document.syslog_facility_code,
        document.syslog_severity_code,
      ]),
    ).toEqual([
      ['syslog', 'nas1', 'sshd', '7', 10, 6],
      ['syslog', 'nas1', 'kernel', undefined, 0, 3],
      ['syslog', 'nas1', 'cron', undefined, 1, 4],
      ['postfix', 'nas1', 'qmgr', '9', 2, 6],
    ]);
    expect(documents[0]?.['@timestamp']).toBe('2026-11-24T09:00:29.123Z');
  });

  it('as an export has one document an entry', async () => {
    const entry = (program: string): string =>
      [
        '__CURSOR=s=1',
        '__REALTIME_TIMESTAMP=1795510829123456',
        '_HOSTNAME=nas1',
        'MESSAGE\n\x0c\0\0\0\0\0\0\0a\nPRIORITY=0',
        'PRIORITY=4',
        `SYSLOG_IDENTIFIER=${program}`,
        '_PID=7',
      ].join('\n');
    const { documents } = await read(
      await write('journal.export', `${entry('sshd')}\n\n${entry('cron')}\n\n`),
    );
    expect(
      documents.map(({ program, pid, syslog_severity_code: level }) => [program, pid, level]),
    ).toEqual([
      ['sshd', '7', 4],
      ['cron', '7', 4],
    ]);
  });
});

describe('lines in a frame', () => {
  it('of an octet count are read without it', async () => {
    const lines = [
      '80 <54>1 2026-11-24T09:48:06.979058+05:30 app7 billing 4242 M1 - invoice 17 printed',
      '32 <6>Nov 24 00:00:00 h1 cron: tick',
    ];
    const { documents } = await read(await write('tcp.log', lines.join('\n')));
    expect(documents.map(({ host, program }) => [host, program])).toEqual([
      ['app7', 'billing'],
      ['h1', 'cron'],
    ]);
  });

  it('that carry an event of Suricata are that event', async () => {
    const event = {
      timestamp: '2026-11-24T10:00:29.123456+0100',
      event_type: 'alert',
      src_ip: '192.0.2.1',
      dest_ip: '192.0.2.2',
      alert: { signature_id: 2210044, signature: 'x' },
    };
    const line = `<173>Nov 24 10:00:29 fw1 suricata[12345]: ${JSON.stringify(event)}`;
    const { documents } = await read(await write('opnsense.log', line));
    expect(documents[0]).toMatchObject({
      '@timestamp': '2026-11-24T09:00:29.123Z',
      type: 'suricata',
      host: 'fw1',
      alert: { signature_id: 2210044 },
    });
  });

  it('of keys and values, as firewalls write them, have host, time and severity', async () => {
    const lines = [
      '<189>date=2026-11-24 time=11:44:14 devname="FG1" devid="FG1" level="notice" tz="+0100"',
      '<185>logver=5 timestamp=1795517070 tz="UTC+1:00" devname="FG1" date=2026-11-24 time=11:44:30',
      'date=2026-11-24 time=11:44:14 devname="FG2" level="alert" eventtime=1795517054006125684',
      '<30>device_name="XG1" timestamp="2026-11-24T11:44:14+0100" device_id=C01',
    ];
    const { documents } = await read(await write('fortigate.log', lines.join('\n')));
    const found = documents.map((document) => [
      document['@timestamp'].slice(11, 19),
      document.host,
      document.syslog_severity_code,
    ]);
    expect(found).toEqual([
      ['10:44:14', 'FG1', 5],
      ['10:44:30', 'FG1', 1],
      ['10:44:14', 'FG2', 1],
      ['10:44:14', 'XG1', 6],
    ]);
  });
});
