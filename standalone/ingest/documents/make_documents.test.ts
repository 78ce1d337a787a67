import fc from 'fast-check';
import { createLocalClock } from '../parsing/local_to_utc';
import { createDocumentMaker, type FileContext, type IdentifiedDocument } from './make_documents';
import { parseSyslogOrPostfix } from '../parsing/parse_postfix';
import { parseOssec } from '../parsing/parse_ossec_log';
import { parseSuricata } from '../parsing/parse_suricata';

const MODIFIED = Date.parse('2015-04-02T00:00:00Z');
const context = (parts: Partial<FileContext> = {}): FileContext => ({
  parse: parseSyslogOrPostfix,
  path: '/var/log/syslog',
  host: 'here',
  fallbackInstant: MODIFIED,
  localToUtc: createLocalClock('UTC'),
  year: 2015,
  now: Date.parse('2015-04-02T12:00:00Z'),
  ...parts,
});

function documentsOf(
  records: readonly string[],
  parts: Partial<FileContext> = {},
): IdentifiedDocument[] {
  const maker = createDocumentMaker(context(parts));
  const documents = records.flatMap((text) => maker.push({ text, split: false }));
  return [...documents, ...maker.end()];
}
const idsOf = (records: readonly string[], parts: Partial<FileContext> = {}): string[] =>
  documentsOf(records, parts).map(({ id }) => id);

const LINE = 'Apr  1 15:02:19 web1 sshd[7]: hello';

describe('createDocumentMaker', () => {
  it("puts a record into the talk's shape", () => {
    expect(documentsOf([LINE])).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{27}$/) as string,
        instant: Date.parse('2015-04-01T15:02:19Z'),
        index: 'logstash-2015.04.01',
        format: 'syslog',
        document: {
          '@timestamp': '2015-04-01T15:02:19.000Z',
          '@version': '1',
          host: 'web1',
          type: 'syslog',
          message: LINE,
          path: '/var/log/syslog',
          tags: [],
          program: 'sshd',
          pid: '7',
          syslog_severity: 'notice',
          syslog_severity_code: 5,
          syslog_facility: 'user-level',
          syslog_facility_code: 1,
        },
      },
    ]);
  });

  it('keeps a record that cannot be read, tagged, with the time before it', () => {
    expect(documentsOf([LINE, 'garbage'])[1]).toMatchObject({
      instant: undefined,
      document: {
        '@timestamp': '2015-04-01T15:02:19.000Z',
        host: 'here',
        type: 'syslog',
        message: 'garbage',
        tags: ['_parsefailure'],
      },
    });
  });

  it('gives unreadable records at the beginning of a file the first time after them, in order', () => {
    const documents = documentsOf(['garbage 1', 'garbage 2', LINE]).map(({ document }) => document);
    expect(documents.map(({ message }) => message)).toEqual(['garbage 1', 'garbage 2', LINE]);
    expect(documents.map((document) => document['@timestamp'])).toEqual(
      Array(3).fill('2015-04-01T15:02:19.000Z'),
    );
  });

  it('gives the records of a file without any time that of the file', () => {
    const [document] = documentsOf(['garbage']);
    expect(document?.document['@timestamp']).toBe('2015-04-02T00:00:00.000Z');
  });

  it('does not wait for a time without end', () => {
    const maker = createDocumentMaker(context());
    const counts = Array.from(
      { length: 1002 },
      () => maker.push({ text: 'x', split: false }).length,
    );
    expect(counts.slice(998)).toEqual([0, 1000, 1, 1]);
  });

  it('takes a time beyond what calendars write for none', () => {
    const alert = JSON.stringify({
      rule: { id: '1', level: 1 },
      TimeStamp: Number.MAX_SAFE_INTEGER,
    });
    const [document] = documentsOf([alert], { parse: parseOssec });
    expect(document?.document).toMatchObject({ tags: ['_parsefailure'], type: 'ossec' });
  });

  it('marks the pieces of a record that was split', () => {
    const maker = createDocumentMaker(context());
    const [first] = maker.push({ text: LINE, split: true });
    const [second] = maker.push({ text: 'the rest', split: true });
    expect(first?.document.tags).toEqual(['_splitrecord']);
    expect(second?.document.tags).toEqual(['_splitrecord', '_parsefailure']);
  });
});

describe('the ids of documents', () => {
  it('distinguish equal lines of one second by their order', () => {
    const ids = idsOf([LINE, LINE, LINE]);
    expect(new Set(ids).size).toBe(3);
    expect(idsOf([LINE, LINE, LINE])).toEqual(ids);
    expect(idsOf([LINE])).toEqual(ids.slice(0, 1));
  });

  it('do not depend on path, offset, or other lines', () => {
    const other = 'Apr  1 15:02:19 web2 cron[7]: other';
    const ids = idsOf([LINE, other, LINE]);
    expect(idsOf([other, LINE, LINE], { path: '/elsewhere' }).sort()).toEqual([...ids].sort());
  });

  it('depend on host and type', () => {
    const postfix = 'Apr  1 15:02:19 web1 postfix/qmgr[7]: hello';
    const ids = [
      ...idsOf([postfix]),
      ...idsOf([postfix], {
        parse: (line, at) => ({ ...parseSyslogOrPostfix(line, at), type: 'syslog' }),
      }),
      ...idsOf(['garbage'], { host: 'a' }),
      ...idsOf(['garbage'], { host: 'b' }),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('distinguish lines without a time by the second that they are assigned', () => {
    const ids = idsOf([
      LINE,
      '-- MARK --',
      'Apr  1 15:22:19 web1 a: b',
      '-- MARK --',
      '-- MARK --',
    ]);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('any bytes', () => {
  const anyLine = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 30 }).map((text) => `Apr  1 15:02:19 web1 ${text}`),
    fc.json(),
    fc
      .json()
      .map((json) => `{"timestamp":"2015-04-01T15:02:19Z","event_type":"alert","alert":${json}}`),
    fc.json().map((json) => `{"TimeStamp":${json},"rule":${json}}`),
  );

  it.each([parseSyslogOrPostfix, parseOssec, parseSuricata])(
    'become one document a record with %p',
    (parse) => {
      fc.assert(
        fc.property(fc.array(anyLine, { maxLength: 20 }), (lines) => {
          const documents = documentsOf(lines, { parse });
          expect(documents.map(({ document }) => document.message)).toEqual(lines);
          expect(new Set(documents.map(({ id }) => id)).size).toBe(lines.length);
        }),
      );
    },
  );
});
