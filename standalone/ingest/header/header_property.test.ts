import fc from 'fast-check';
import type { ParseContext } from '../documents/log_document';
import { createLocalClock } from '../parsing/local_to_utc';
import { parseSyslogOrPostfix } from '../parsing/parse_postfix';

const context: ParseContext = {
  localToUtc: createLocalClock('Europe/Vienna'),
  year: undefined,
  now: Date.parse('2026-11-28T12:00:00Z'),
};

/** Words in headers that name neither a host nor a program. */
const NO_NAMES = [
  ...['INFO', 'info', 'WARNING', 'Warning', 'warn', 'ERROR', 'err', 'DEBUG', 'NOTICE', 'FATAL'],
  ...['crit', 'alert', 'emerg', 'TRACE', 'verbose', 'Information', 'LOG', 'I', 'W', 'E', 'D'],
  ...['DDEBUG', 'SUBDEBUG', 'INF', 'WRN', 'DBG', 'dpanic', '(notice)', '192.0.2.1:4242', 'FTL'],
  ...['mail.info', 'auth.warn', 'kern.crit', 'local7.debug', 'daemon.err', '4.6'],
  ...['AM', 'PM', 'pm', 'DST', 'ET', 'PT', 'MESZ', 'D/Tag', '1234-5678', '1234-5678/com.example'],
  ...['Severity', 'Severity:', 'a=b', 'a=b,c=d', 'CEF:0|x|'],
  ...['CET', 'CEST', 'UTC', 'GMT', 'EST', 'PST', 'MSK', 'Z', 'cest', 'utc', 'IST'],
  ...['+0100', '-0700', '+01:00', '-08:00', 'UTC+1', 'GMT-5', '+1'],
  ...['2026', '1999', '2026:', '17', '1685', '1685:', '000123:', '90210', '0', '12:', '96.80%'],
  ...['-', '--', '---', ':', '::', '.', '*', '|', '<', '>', '[', ']', '[]', '()', '=', '#', '?'],
  ...['1VxHRO-000NiI-Ly', '1u5qXB-00000003vaW-2Lh3', '4194304', '65535:', 'authpriv.notice'],
  ...['[123]', '[123]:', '[INFO]', '[AUTH]', '<4.6>', '"a"', '10:00:29', '10:00'],
];
const names = new Set(NO_NAMES.flatMap((word) => [word, word.replace(/:$/, '')]));

const TIMES = [
  'Nov 24 10:00:29',
  'Nov 24 2026 10:00:29.123',
  'Tue Nov 24 10:00:29 2026',
  '2026-11-24T10:00:29+01:00',
  '2026-11-24 10:00:29,123',
  '2026-11-24 10:00:29',
  'Tue 2026-11-24 10:00:29 CET',
  '1795510829.123456',
  '1 2026-11-24T10:00:29Z',
];
const word = fc.constantFrom(...NO_NAMES);
const tag = fc
  .tuple(word, fc.constantFrom(':', '[7]:', '[7]', ' :', ''))
  .map((pair) => pair.join(''));
const part = fc.oneof(word, word, tag);
const line = fc
  .tuple(
    fc.constantFrom('', '<13>', '<189> ', '<166>:', '<187>17: ', '80 <54>', '*'),
    fc.constantFrom(...TIMES),
    fc.array(part, { maxLength: 7 }),
    fc.constantFrom(' ', '  ', ': '),
  )
  .map(([priority, time, parts, space]) => priority + [time, ...parts].join(space));

describe('a header of levels, zones, years, counters, offsets and signs', () => {
  it('yields none of them as a host or a program, in whatever order they are', () => {
    fc.assert(
      fc.property(line, (text) => {
        const result = parseSyslogOrPostfix(text, context);
        if (!result.ok) return;
        const program = 'program' in result.fields ? result.fields.program : undefined;
        expect(names).not.toContain(result.host);
        expect(names).not.toContain(program);
        expect(result.host ?? 'h').toMatch(/[\p{L}\d]/u);
        expect(program ?? 'p').toMatch(/\p{L}/u);
      }),
      { numRuns: 5000 },
    );
  });

  it('with a host and a program among them never makes one of the others a host', () => {
    const mixed = fc.tuple(line, fc.nat(8)).map(([text, at]) => {
      const parts = text.split(' ');
      return [...parts.slice(0, at), 'web1', 'sshd[7]:', ...parts.slice(at)].join(' ');
    });
    fc.assert(
      fc.property(mixed, (text) => {
        const result = parseSyslogOrPostfix(text, context);
        if (!result.ok) return;
        const program = 'program' in result.fields ? result.fields.program : undefined;
        expect(['web1', undefined]).toContain(result.host);
        expect(['sshd', 'web1', undefined]).toContain(program);
      }),
      { numRuns: 5000 },
    );
  });
});
