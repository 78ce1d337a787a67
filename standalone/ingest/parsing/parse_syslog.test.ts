import type { ParseContext } from '../documents/log_document';
import { createLocalClock } from './local_to_utc';
import { parsePostfix, parseSyslogOrPostfix } from './parse_postfix';
import { parseSyslog } from './parse_syslog';

const context = (parts: Partial<ParseContext> = {}): ParseContext => ({
  localToUtc: createLocalClock('America/Toronto'),
  year: 2015,
  now: Date.parse('2015-04-02T12:00:00Z'),
  ...parts,
});
const timeOf = (line: string, parts: Partial<ParseContext> = {}): string | undefined => {
  const result = parseSyslog(line, context(parts));
  return result.ok ? new Date(result.instant).toISOString() : undefined;
};
const NOTICE = {
  syslog_severity: 'notice',
  syslog_severity_code: 5,
  syslog_facility: 'user-level',
  syslog_facility_code: 1,
};

describe('parseSyslog of RFC 3164', () => {
  it('reads a line without priority as facility 1, severity 5', () => {
    expect(
      parseSyslog('Apr  1 15:02:19 web1 sshd[4711]: Accepted publickey for ann', context()),
    ).toEqual({
      ok: true,
      type: 'syslog',
      format: 'syslog',
      isYearGuessed: true,
      instant: Date.parse('2015-04-01T19:02:19Z'),
      host: 'web1',
      fields: { program: 'sshd', pid: '4711', ...NOTICE },
    });
  });

  it('takes facility and severity from the priority', () => {
    expect(
      parseSyslog('<86>Apr 11 05:02:19 web1 sshd[1]: Failed password', context()),
    ).toMatchObject({
      fields: {
        program: 'sshd',
        syslog_severity: 'informational',
        syslog_severity_code: 6,
        syslog_facility: 'security/authorization',
        syslog_facility_code: 10,
      },
    });
  });

  it.each([
    ['kernel: [   12.5] eth0: link up', { program: 'kernel' }],
    [
      'sshd(pam_unix)[19939]: check pass; user unknown',
      { program: 'sshd(pam_unix)', pid: '19939' },
    ],
    ['syslogd 1.4.1: restart.', { program: 'syslogd' }],
    ['/usr/sbin/cron[12]: (root) CMD', { program: '/usr/sbin/cron', pid: '12' }],
    ['last message repeated 3 times', {}],
    [' -- root[2421]: ROOT LOGIN ON tty2', {}],
    ['see http://example.org/: nothing', {}],
    ['__proto__: hello', { program: '__proto__' }],
    ['<script>alert(1)</script>[7]: hello', { program: '<script>alert(1)</script>', pid: '7' }],
    ['', {}],
  ])('reads the program of "%s"', (text, expected) => {
    const result = parseSyslog(`Apr  1 15:02:19 web1 ${text}`, context());
    expect(result).toMatchObject({ ok: true, host: 'web1' });
    expect(result.ok && result.fields).toEqual({ ...expected, ...NOTICE });
  });

  it('reads a time in ISO 8601, with and without offset', () => {
    expect(timeOf('2015-04-01T15:02:19.123456+02:00 web1 a: b')).toBe('2015-04-01T13:02:19.123Z');
    expect(timeOf('2015-04-01T15:02:19Z web1 a: b')).toBe('2015-04-01T15:02:19.000Z');
    expect(timeOf('2015-04-01 15:02:19,5 web1 a[7]: b')).toBe('2015-04-01T19:02:19.500Z');
  });

  it('reads a year or a fraction where a device writes them', () => {
    expect(timeOf('Apr  1 2014 15:02:19 fw1 %ASA-6-302013: Built')).toBe(
      '2014-04-01T19:02:19.000Z',
    );
    expect(timeOf('Apr  1 15:02:19.250 fw1 a: b')).toBe('2015-04-01T19:02:19.250Z');
  });

  it.each([
    'no log line at all',
    'Foo  1 15:02:19 web1 a: b',
    'Apr 31 15:02:19 web1 a: b',
    'Feb 29 15:02:19 web1 a: b',
    'Apr  1 24:02:19 web1 a: b',
    'Apr  1 15:60:19 web1 a: b',
    'Apr  1 15:02:19',
    '<192>Apr  1 15:02:19 web1 a: b',
    '2015-13-01T15:02:19Z web1 a: b',
    '',
  ])('does not read "%s"', (line) => {
    expect(parseSyslog(line, context())).toMatchObject({ ok: false, type: 'syslog' });
  });
});

describe('the year of a line that has none', () => {
  const on = (now: string): Partial<ParseContext> => ({ year: undefined, now: Date.parse(now) });

  it('is the one that the user names', () => {
    expect(timeOf('Dec 31 12:00:00 web1 a: b', { year: 2005 })).toBe('2005-12-31T17:00:00.000Z');
  });

  it('is the latest that is not in the future, each line on its own', () => {
    const now = on('2015-01-02T12:00:00Z');
    expect(timeOf('Dec 31 23:59:59 web1 a: b', now)).toBe('2015-01-01T04:59:59.000Z');
    expect(timeOf('Jan  1 00:00:00 web1 a: b', now)).toBe('2015-01-01T05:00:00.000Z');
    expect(timeOf('Jan  4 00:00:00 web1 a: b', now)).toBe('2014-01-04T05:00:00.000Z');
  });

  it('allows a clock that is ahead by up to a day', () => {
    expect(timeOf('Apr  2 20:00:00 web1 a: b', on('2015-04-02T12:00:00Z'))).toBe(
      '2015-04-03T00:00:00.000Z',
    );
    expect(timeOf('Jan  1 00:00:10 web1 a: b', on('2015-01-01T04:00:00Z'))).toBe(
      '2015-01-01T05:00:10.000Z',
    );
  });

  it('is a leap year for 29 February', () => {
    expect(timeOf('Feb 29 12:00:00 web1 a: b', on('2015-04-02T12:00:00Z'))).toBe(
      '2012-02-29T17:00:00.000Z',
    );
  });
});

describe('parseSyslog of RFC 5424', () => {
  it('reads host, program and process', () => {
    const line =
      '<165>1 2015-04-01T15:02:19.003-04:00 app1 billing 8710 ID47 [meta@1 seq="2"] Invoice sent';
    expect(parseSyslog(line, context())).toEqual({
      ok: true,
      type: 'syslog',
      format: 'syslog RFC 5424',
      instant: Date.parse('2015-04-01T19:02:19.003Z'),
      host: 'app1',
      fields: {
        program: 'billing',
        pid: '8710',
        syslog_severity: 'notice',
        syslog_severity_code: 5,
        syslog_facility: 'local4',
        syslog_facility_code: 20,
      },
    });
  });

  it('reads a line without priority, and leaves out values written as "-"', () => {
    expect(parseSyslog('1 2015-04-01T15:02:19Z - - - - -', context())).toEqual({
      ok: true,
      type: 'syslog',
      format: 'syslog RFC 5424',
      instant: Date.parse('2015-04-01T15:02:19Z'),
      host: undefined,
      fields: NOTICE,
    });
  });

  it.each(['<34>1 - app1 su - ID47 - no time', '<999>1 2015-04-01T15:02:19Z app1 su - - - text'])(
    'does not read "%s"',
    (line) => {
      expect(parseSyslog(line, context())).toMatchObject({ ok: false, type: 'syslog' });
    },
  );
});

describe('lines of Postfix', () => {
  const line = (program: string): string => `Apr  1 15:02:19 mail1 ${program}[9]: 3F: removed`;

  it.each([
    ['postfix/qmgr', 'qmgr'],
    ['postfix/submission/smtpd', 'smtpd'],
    ['postfix-out/smtp', 'smtp'],
  ])('%s is the daemon %s', (program, daemon) => {
    const expected = { type: 'postfix', host: 'mail1', fields: { program: daemon, pid: '9' } };
    expect(parsePostfix(line(program), context())).toMatchObject(expected);
    expect(parseSyslogOrPostfix(line(program), context())).toMatchObject(expected);
  });

  it('are distinguished from other lines of the same file', () => {
    const other = { type: 'syslog', fields: { program: 'dovecot' } };
    expect(parseSyslogOrPostfix(line('dovecot'), context())).toMatchObject(other);
    expect(parsePostfix(line('dovecot'), context())).toMatchObject({
      type: 'postfix',
      fields: { program: 'dovecot' },
    });
  });

  it('are a failure of the requested type if they cannot be read', () => {
    expect(parsePostfix('nonsense', context())).toEqual({ ok: false, type: 'postfix' });
    expect(parseSyslogOrPostfix('nonsense', context())).toEqual({ ok: false, type: 'syslog' });
  });
});
