import type { ParseContext } from '../documents/log_document';
import { parseOssec } from './parse_ossec_log';
import { parseSuricata } from './parse_suricata';

const context: ParseContext = {
  localToUtc: (wallClock) => wallClock + 4 * 3_600_000,
  year: undefined,
  now: Date.parse('2015-04-02T12:00:00Z'),
};
const AT_15_02 = Date.parse('2015-04-01T15:02:19Z');

describe('parseOssec', () => {
  it('reads a line of alerts.json as Wazuh writes it', () => {
    const alert = {
      timestamp: '2015-04-01T15:02:19.123+0000',
      rule: { level: 5, description: 'sshd: authentication failed.', id: '5716' },
      agent: { id: '001', name: 'web1' },
      manager: { name: 'hids1' },
      location: '/var/log/auth.log',
    };
    expect(parseOssec(JSON.stringify(alert), context)).toEqual({
      ok: true,
      format: 'OSSEC or Wazuh JSON',
      type: 'ossec',
      instant: AT_15_02 + 123,
      host: 'web1',
      fields: { rule_number: 5716, rule_level: 5 },
    });
  });

  it.each([
    ['milliseconds', AT_15_02],
    ['seconds', AT_15_02 / 1000],
  ])('reads a line of alerts.json as OSSEC writes it, its time in %s', (_, time) => {
    const alert = {
      rule: { level: 3, comment: 'Login session opened.', sidid: 5501 },
      TimeStamp: time,
      hostname: 'web1',
    };
    expect(parseOssec(JSON.stringify(alert), context)).toEqual({
      ok: true,
      format: 'OSSEC or Wazuh JSON',
      type: 'ossec',
      instant: AT_15_02,
      host: 'web1',
      fields: { rule_number: 5501, rule_level: 3 },
    });
  });

  it('reads an alert of several lines of alerts.log', () => {
    const alert = [
      '** Alert 1427900539.12345: - syslog,sshd,authentication_failed,',
      '2015 Apr 01 11:02:19 (web1) 192.0.2.7->/var/log/auth.log',
      "Rule: 5716 (level 5) -> 'SSHD authentication failed.'",
      'Src IP: 203.0.113.9',
      'Apr  1 11:02:18 web1 sshd[7]: Failed password for root from 203.0.113.9 port 4 ssh2',
    ].join('\n');
    expect(parseOssec(alert, context)).toEqual({
      ok: true,
      format: 'OSSEC or Wazuh log',
      type: 'ossec',
      instant: AT_15_02,
      host: 'web1',
      fields: { rule_number: 5716, rule_level: 5 },
      number: '1427900539.12345',
    });
  });

  it('takes the host before the arrow if no agent is named', () => {
    const alert = [
      '** Alert 1427900539.1: mail  - ossec,syscheck,',
      '2015 Apr 01 11:02:19 files1->syscheck',
      "Rule: 550 (level 7) -> 'Integrity checksum changed.'",
    ].join('\n');
    expect(parseOssec(alert, context)).toMatchObject({
      host: 'files1',
      fields: { rule_number: 550 },
    });
  });

  it.each([
    '{"rule":{"level":5},"timestamp":"2015-04-01T15:02:19Z"}',
    '{"rule":{"level":5,"id":"x"},"timestamp":"2015-04-01T15:02:19Z"}',
    '{"rule":{"level":5,"id":"5716"},"timestamp":"yesterday"}',
    '{"rule":[],"timestamp":"2015-04-01T15:02:19Z"}',
    '{"__proto__":{"rule":{"level":5,"id":"1"}},"timestamp":"2015-04-01T15:02:19Z"}',
    '{"rule":{"level":5,"id":"5716"},"timesta',
    '** Alert 1427900539.1: - a line alone',
    'text',
  ])('does not read %s', (record) => {
    expect(parseOssec(record, context)).toMatchObject({ ok: false, type: 'ossec' });
  });
});

describe('parseSuricata', () => {
  const event = (parts: object): string =>
    JSON.stringify({ timestamp: '2015-04-01T15:02:19.123456+0000', host: 'ids1', ...parts });

  it('reads an alert', () => {
    const line = event({
      event_type: 'alert',
      src_ip: '203.0.113.9',
      dest_ip: '192.0.2.7',
      alert: {
        action: 'allowed',
        signature_id: 2210044,
        signature: 'SURICATA STREAM Packet with invalid timestamp',
      },
    });
    expect(parseSuricata(line, context)).toEqual({
      ok: true,
      format: 'Suricata eve.json',
      type: 'suricata',
      instant: AT_15_02 + 123,
      host: 'ids1',
      fields: {
        event_type: 'alert',
        alert: {
          signature_id: 2210044,
          signature: 'SURICATA STREAM Packet with invalid timestamp',
        },
        src_ip: '203.0.113.9',
        dest_ip: '192.0.2.7',
      },
    });
  });

  it('reads an event of another type', () => {
    expect(parseSuricata(event({ event_type: 'dns', src_ip: '192.0.2.7' }), context)).toMatchObject(
      {
        ok: true,
        fields: { event_type: 'dns', src_ip: '192.0.2.7' },
      },
    );
  });

  it('takes no time without offset for UTC', () => {
    const line = event({ event_type: 'dns', timestamp: '2015-04-01T11:02:19.000' });
    expect(parseSuricata(line, context)).toMatchObject({ instant: AT_15_02 });
  });

  it.each([
    event({ event_type: 'alert' }),
    event({ event_type: 'alert', alert: { signature_id: 'new' } }),
    event({ event_type: 7 }),
    event({ event_type: 'dns', timestamp: 'noon' }),
    '[1]',
    'null',
    '',
  ])('does not read %s', (line) => {
    expect(parseSuricata(line, context)).toEqual({ ok: false, type: 'suricata' });
  });
});
