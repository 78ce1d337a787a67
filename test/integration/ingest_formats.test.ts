import { hostname } from 'node:os';
import { countSeries } from '../fixtures/count_series';
import { ingestRunner } from '../fixtures/ingest_runner';

const YEAR = 1991;
const runner = ingestRunner(YEAR, YEAR + 1);
const { client, documents, summaryOf, write } = runner;

/** A busy machine is slow; no test is about time. */
jest.setTimeout(120_000);

beforeAll(runner.start);
afterAll(runner.stop);

/** What every document has, whatever its log says. */
const common = (path: string, message: string) => ({
  '@version': '1',
  path,
  message,
  tags: [],
});

describe('logwave ingest', () => {
  it('makes documents in the talk’s format out of each format, recognized by content', async () => {
    const lines = {
      bsd: 'Apr  1 15:02:19 web1 sshd[4711]: Accepted publickey for ann',
      priority: '<86>Apr  1 15:02:20 web1 sshd[4712]: Failed password for root',
      ietf: '<165>1 1991-04-01T15:02:21.003-05:00 app1 billing 8710 ID47 - Invoice sent',
      mail: 'Apr  1 15:02:22 mail1 postfix/smtpd[9]: connect from unknown[198.51.100.7]',
      wazuh: JSON.stringify({
        timestamp: '1991-04-01T20:02:23.000+0000',
        rule: { level: 5, id: '5716' },
        agent: { name: 'web1' },
      }),
      eve: JSON.stringify({
        timestamp: '1991-04-01T20:02:24.123456+0000',
        event_type: 'alert',
        src_ip: '203.0.113.9',
        dest_ip: '192.0.2.7',
        alert: { signature_id: 2210044, signature: 'SURICATA STREAM Packet' },
      }),
      ossec: [
        '** Alert 670536145.12345: - syslog,sshd,',
        '1991 Apr 01 15:02:25 (web2) 192.0.2.8->/var/log/auth.log',
        "Rule: 5710 (level 5) -> 'Attempt to login using a non-existent user'",
        'Apr  1 15:02:25 web2 sshd[7]: Invalid user test',
      ].join('\n'),
    };
    const syslog = await write('formats/a.log', `${lines.bsd}\n${lines.priority}\n${lines.ietf}\n`);
    const mail = await write('formats/mail/mail.log', `${lines.mail}\r\n`);
    const wazuh = await write('formats/alerts.json', `${lines.wazuh}\n`);
    const eve = await write('formats/eve.json', lines.eve);
    const ossec = await write('formats/alerts.log', `${lines.ossec}\n\n`);

    const summary = await summaryOf(
      `${runner.folder()}/formats`,
      '--zone',
      'America/Toronto',
      '--year',
      String(YEAR),
    );

    expect(summary).toMatchObject({
      files: 5,
      lines: 11,
      documents: 7,
      created: 7,
      already_there: 0,
      refused: 0,
      parse_failures: 0,
      by_type: [
        { type: 'ossec', documents: 2 },
        { type: 'postfix', documents: 1 },
        { type: 'suricata', documents: 1 },
        { type: 'syslog', documents: 3 },
      ],
      first_day: '1991-04-01',
      last_day: '1991-04-01',
      zone: 'America/Toronto',
      errors: [],
    });
    const notice = { syslog_severity: 'notice', syslog_severity_code: 5 };
    const userLevel = { syslog_facility: 'user-level', syslog_facility_code: 1 };
    expect(await documents(YEAR)).toEqual([
      {
        ...common(syslog, lines.bsd),
        '@timestamp': '1991-04-01T20:02:19.000Z',
        type: 'syslog',
        host: 'web1',
        program: 'sshd',
        pid: '4711',
        ...notice,
        ...userLevel,
      },
      {
        ...common(syslog, lines.priority),
        '@timestamp': '1991-04-01T20:02:20.000Z',
        type: 'syslog',
        host: 'web1',
        program: 'sshd',
        pid: '4712',
        syslog_severity: 'informational',
        syslog_severity_code: 6,
        syslog_facility: 'security/authorization',
        syslog_facility_code: 10,
      },
      {
        ...common(syslog, lines.ietf),
        '@timestamp': '1991-04-01T20:02:21.003Z',
        type: 'syslog',
        host: 'app1',
        program: 'billing',
        pid: '8710',
        ...notice,
        syslog_facility: 'local4',
        syslog_facility_code: 20,
      },
      {
        ...common(mail, lines.mail),
        '@timestamp': '1991-04-01T20:02:22.000Z',
        type: 'postfix',
        host: 'mail1',
        program: 'smtpd',
        pid: '9',
        ...notice,
        ...userLevel,
      },
      {
        ...common(wazuh, lines.wazuh),
        '@timestamp': '1991-04-01T20:02:23.000Z',
        type: 'ossec',
        host: 'web1',
        rule_number: 5716,
        rule_level: 5,
      },
      {
        ...common(eve, lines.eve),
        '@timestamp': '1991-04-01T20:02:24.123Z',
        type: 'suricata',
        host: hostname(),
        event_type: 'alert',
        alert: { signature_id: 2210044, signature: 'SURICATA STREAM Packet' },
        src_ip: '203.0.113.9',
        dest_ip: '192.0.2.7',
      },
      {
        ...common(ossec, lines.ossec),
        '@timestamp': '1991-04-01T20:02:25.000Z',
        type: 'ossec',
        host: 'web2',
        rule_number: 5710,
        rule_level: 5,
      },
    ]);
  });

  it('names indices by the UTC day, and maps what is counted as keywords and numbers', async () => {
    const file = await write('midnight.log', 'Dec 31 23:59:59 a b: c\nDec 31 19:00:01 a b: d\n');
    await summaryOf(file, '--zone', 'America/Toronto', '--year', String(YEAR));
    const indices = Object.keys(await client.indices.get({ index: 'logstash-199*' }));
    expect(indices).toEqual(expect.arrayContaining(['logstash-1992.01.01']));
    expect(indices).not.toContain('logstash-1991.12.31');
    const { fields } = await client.fieldCaps({
      index: 'logstash-1992.01.01',
      fields: ['type', 'program', 'syslog_severity_code', 'message'],
    });
    const typesOf = (field: string): string[] => Object.keys(fields[field] ?? {});
    expect(['type', 'program', 'syslog_severity_code', 'message'].map(typesOf)).toEqual([
      ['keyword'],
      ['keyword'],
      ['long'],
      ['text'],
    ]);
  });

  it('keeps what cannot be read, tagged and counted, with the time of the line before', async () => {
    const file = await write(
      'odd.log',
      'Jun  1 10:00:00 a b: c\nno log line\n\nJun  1 11:00:00 a b: d\n',
    );
    const summary = await summaryOf(file, '--zone', 'UTC', '--year', String(YEAR));
    expect(summary).toMatchObject({ lines: 4, documents: 3, created: 3, parse_failures: 1 });
    // Documents of one time come in any order.
    const odd = (await documents(YEAR))
      .filter(({ path }) => path === file)
      .map((document) => [document['@timestamp'], document.message, document.tags] as const)
      .sort(([a, first], [b, second]) => a.localeCompare(b) || first.localeCompare(second));
    expect(odd).toEqual([
      ['1991-06-01T10:00:00.000Z', 'Jun  1 10:00:00 a b: c', []],
      ['1991-06-01T10:00:00.000Z', 'no log line', ['_parsefailure']],
      ['1991-06-01T11:00:00.000Z', 'Jun  1 11:00:00 a b: d', []],
    ]);
  });

  it('keeps a line of a million letters, and programs with hostile names', async () => {
    const long = `Jul  1 10:00:00 a b: ${'x'.repeat(1_000_000)}`;
    const hostile = ['__proto__', '<script>alert(1)</script>', 'constructor'].map(
      (program) => `Jul  1 10:00:01 a ${program}: text`,
    );
    const file = await write('long.log', [long, ...hostile].join('\n'));
    const summary = await summaryOf(file, '--zone', 'UTC', '--year', String(YEAR));
    expect(summary).toMatchObject({ documents: 4, created: 4, parse_failures: 0, refused: 0 });
    const found = (await documents(YEAR)).filter(({ path }) => path === file);
    expect(found.map(({ program }) => program ?? '').sort()).toEqual([
      '<script>alert(1)</script>',
      '__proto__',
      'b',
      'constructor',
    ]);
    expect(found.find(({ program }) => program === 'b')?.message).toBe(long);
    const counts = await countSeries(client, 'logstash-1991.07.01', 'program');
    expect(counts.get('__proto__')).toBe(1);
  });
});
