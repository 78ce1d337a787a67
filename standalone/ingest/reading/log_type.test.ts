import { detectType, formatOf } from './log_type';
import { beginsOssecAlert, parseOssec } from '../parsing/parse_ossec_log';
import { parseAny } from '../parsing/parse_any';

describe('detectType', () => {
  it.each([
    ['suricata', '{"timestamp":"2015-04-01T15:02:19Z","event_type":"flow"}'],
    ['suricata', '{"timestamp":"2015-04-01T15:02:19Z","event_type":"alert","alert":{"sig'],
    ['ossec', '{"timestamp":"2015-04-01T15:02:19Z","rule":{"id":"550"}}'],
    ['ossec', '{"timestamp":"2015-04-01T15:02:19Z","rule":{"id":"550"},"full_log":"cu'],
    ['ossec', '** Alert 1427900539.12345: - syslog,sshd,'],
    ['auto', 'Apr  1 15:02:19 web1 sshd[1]: {"event_type":"alert"}'],
    ['auto', 'Apr  1 15:02:19 mail1 postfix/smtpd[1]: connect'],
    ['auto', '{"message":"something else"}'],
    ['auto', ''],
  ])('finds %s in %s', (type, line) => {
    expect(detectType([line])).toBe(type);
  });

  it('looks at all lines until one decides', () => {
    expect(detectType(['', 'garbage', '** Alert 1427900539.1: - a', '{"event_type":"a"}'])).toBe(
      'ossec',
    );
  });
});

describe('formatOf', () => {
  it('does as the user says, whatever the lines look like', () => {
    expect(formatOf('ossec', ['Apr  1 15:02:19 web1 a: b'])).toEqual({
      begins: beginsOssecAlert,
      parse: parseOssec,
    });
  });

  it('looks at the lines when the user says auto', () => {
    expect(formatOf('auto', ['Apr  1 15:02:19 web1 a: b'])).toEqual({
      begins: undefined,
      parse: parseAny,
    });
  });
});
