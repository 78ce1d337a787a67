import fc from 'fast-check';
import { parseSyslogOrPostfix } from '../parsing/parse_postfix';
import { syslogFields } from '../parsing/syslog_fields';
import { toJson } from './document_json';
import { toDocument, type ParseResult } from './log_document';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const context = { localToUtc: (clock: number) => clock, year: undefined, now: NOW };

/** Any units of UTF-16, with many of those that JSON escapes, and halves of surrogates. */
const text = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\u2028', '\ud800')),
  )
  .map((parts) => parts.join(''));
const maybe = fc.option(text, { nil: undefined });

const syslog = fc
  .tuple(fc.constantFrom('syslog' as const, 'postfix' as const), maybe, maybe, fc.nat(191))
  .map(([type, program, pid, priority]): ParseResult => {
    const fields = syslogFields(program, pid, priority);
    if (fields === undefined) throw new Error('a priority has fields');
    return { ok: true, format: 'syslog', instant: NOW, host: 'web1', type, fields };
  });
const others = fc.constantFrom<ParseResult>(
  { ok: false, type: 'syslog' },
  {
    ok: true,
    format: 'Suricata eve.json',
    instant: NOW,
    host: 'web1',
    type: 'suricata',
    fields: { event_type: 'alert', alert: { signature_id: 7, signature: 'a "b"' } },
  },
  {
    ok: true,
    format: 'OSSEC or Wazuh log',
    instant: NOW,
    host: 'web1',
    type: 'ossec',
    fields: { rule_number: 5710, rule_level: 5 },
  },
);

describe('toJson', () => {
  it('gives the text of JSON.stringify, whatever the document', () => {
    const documents = fc.tuple(text, fc.oneof(syslog, others), text, text, fc.array(text));
    fc.assert(
      fc.property(documents, ([record, result, host, path, tags]) => {
        const document = toDocument(record, result, { instant: NOW, host, path, tags });
        expect(toJson(document)).toBe(JSON.stringify(document));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives it for the documents of parsed lines', () => {
    const lines = [
      'Nov 24 10:00:29 web1 sshd[7]: "zwölf" \\ \t',
      '<22>Nov 24 10:00:29 mail1 postfix/smtpd[7]: connect from 🦉',
      'Nov 24 10:00:29 web1 -- MARK --',
      'not understood',
    ];
    for (const line of lines) {
      const result = parseSyslogOrPostfix(line, context);
      const origin = { instant: NOW, host: 'web1', path: '/var/log/syslog', tags: [] };
      const document = toDocument(line, result, origin);
      expect(toJson(document)).toBe(JSON.stringify(document));
    }
  });
});
