import { bytesWords } from '../../../common/waveform/words';
import type { IngestSummary } from '../../ingest/ingest_summary';
import { dayToAnalyze, ingestLines, refusedFileName, shellWord } from './ingest_report';
import { progressWords } from './progress_ingest';

const summary: IngestSummary = {
  files: 3,
  bytes: 9_363_651,
  lines: 247_712,
  documents: 202_840,
  created: 202_000,
  already_there: 838,
  read_twice: 0,
  split: 0,
  refused: 2,
  refused_file: '/tmp/logwave-refused.ndjson',
  stopped: null,
  parse_failures: 1,
  not_understood: [
    { documents: 1, file: '/var/log/dpkg.log', example: '2015-03-01 \u001b status' },
  ],
  by_format: [{ format: 'syslog', documents: 202_839 }],
  passed_over: ['/var/log/btmp', '/var/log/wtmp'],
  by_type: [
    { type: 'postfix', documents: 67_850 },
    { type: 'syslog', documents: 134_990 },
  ],
  first_day: '2015-03-01',
  last_day: '2015-04-01',
  days: ['2015-03-01', '2015-03-20', '2015-04-01'],
  zone: 'America/Toronto',
  errors: [],
  notes: ['A note.'],
  took_ms: 34_233,
};

describe('ingestLines', () => {
  it('says what became of files and documents, and where the refused ones are', () => {
    expect(ingestLines(summary)).toEqual([
      'Read 3 files, 9.4 MB, 247,712 lines, in 34.2 s.',
      '202,840 documents: 202,000 created, 838 already there.',
      'postfix 67,850, syslog 134,990.',
      'Read as syslog 202,839.',
      '1 was not understood: kept with the tag _parsefailure.',
      '  1 like this one of /var/log/dpkg.log: 2015-03-01   status',
      '2 files are not logs and were skipped: /var/log/btmp, /var/log/wtmp',
      '2 were refused by Elasticsearch: see /tmp/logwave-refused.ndjson',
      'Days 2015-03-01 to 2015-04-01 (America/Toronto).',
      'A note.',
    ]);
  });

  it('says what was read twice, what is in pieces, and what is left out', () => {
    const [kind] = summary.not_understood;
    const file = (index: number): string => `/var/log/journal/${index}`;
    const lines = ingestLines({
      ...summary,
      ...{ created: 101_420, already_there: 101_420, read_twice: 101_000, split: 8 },
      ...{ parse_failures: 30, not_understood: Array.from({ length: 20 }, () => kind ?? fail()) },
      passed_over: Array.from({ length: 22 }, (_, index) => file(index)),
    });
    expect(lines).toContain(
      '202,840 documents: 101,420 created, 420 already there, 101,000 repeated in what was read.',
    );
    expect(lines).toContain(
      '8 documents are pieces of a line of more than 4 MB: see the tag _splitrecord.',
    );
    expect(lines.filter((line) => line.startsWith('  1 like'))).toHaveLength(2);
    expect(lines).toContain('  28 of other kinds: --json has examples of more.');
    expect(lines.join()).toContain(`${file(19)}, and 2 more (--json lists them)`);
  });

  it('says how to read the journal if there is one, or if nothing can be analyzed', () => {
    const way = 'journalctl -o json | bin/logwave ingest -';
    const files = ['/var/log/journal/0a/system.journal'];
    expect(ingestLines(summary).join()).not.toContain(way);
    expect(ingestLines({ ...summary, passed_over: files })).toContain(
      `To read the systemd journal: ${way}`,
    );
    const none = { ...summary, by_format: [], parse_failures: summary.documents };
    const why = 'Nothing here can be analyzed, because no line is syslog, an alert or a journal';
    expect(ingestLines(none).filter((line) => line.startsWith(why))).toEqual([
      `${why} entry. If this machine keeps its logs in the systemd journal, read it with: ${way}`,
    ]);
    expect(ingestLines({ ...none, passed_over: files }).join()).toContain(
      `The logs of this machine are in the systemd journal. Read them with: ${way}`,
    );
  });

  it('is short if there is nothing to say', () => {
    const empty: IngestSummary = {
      ...summary,
      ...{ files: 1, bytes: 0, lines: 0, documents: 0, created: 0, already_there: 0 },
      ...{ refused: 0, refused_file: null, parse_failures: 0, by_type: [] },
      ...{ not_understood: [], by_format: [], passed_over: [], days: [] },
      ...{ first_day: null, last_day: null, notes: [] },
    };
    expect(ingestLines(empty)).toEqual([
      'Read 1 file, 0 bytes, 0 lines, in 34.2 s.',
      'There was nothing to ingest.',
    ]);
  });
});

describe('dayToAnalyze', () => {
  const now = new Date('2015-04-02T02:00:00Z');

  it.each([
    ['the last day', ['2015-03-01', '2015-03-20'], '2015-03-20'],
    [
      'not the present one, which is not over in the zone',
      ['2015-03-31', '2015-04-01'],
      '2015-03-31',
    ],
    ['the present one where there is no other', ['2015-04-01'], '2015-04-01'],
    ['no day without documents', ['2015-03-03', '2015-04-01'], '2015-03-03'],
  ] as const)('is %s', (_, days, expected) => {
    expect(dayToAnalyze({ ...summary, days }, now)).toBe(expected);
  });

  it('is none if no record says when it happened', () => {
    const asked = { ...summary, days: [] };
    expect(dayToAnalyze(asked, now)).toBeUndefined();
  });
});

describe('words', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [38_150, '38.1 kB'],
    [312_000, '312 kB'],
    [5_000_000_000, '5.0 GB'],
  ])('%d bytes are "%s"', (bytes, words) => {
    expect(bytesWords(bytes)).toBe(words);
  });

  it('of a bar show bytes, lines a second and documents, even if the size is not known', () => {
    const progress = { bytes: 2_000_000, totalBytes: 4_000_000, lines: 3000, documents: 2500 };
    expect(progressWords(progress, 1500)).toEqual({
      read: '2.0 MB of 4.0 MB',
      rate: '2,000 lines/s',
      made: '2,500 documents',
    });
    expect(progressWords({ ...progress, totalBytes: 0 }, 0)).toEqual({
      read: '2.0 MB',
      rate: '0 lines/s',
      made: '2,500 documents',
    });
  });

  it('for a shell are quoted if they must be', () => {
    expect(shellWord('/var/log-1')).toBe('/var/log-1');
    expect(shellWord("my log's")).toBe(`'my log'\\''s'`);
  });

  it('name the file of refused documents by the time', () => {
    expect(refusedFileName(new Date('2015-04-01T15:02:19.123Z'))).toBe(
      'logwave-refused-20150401-150219.ndjson',
    );
  });
});
