import { costLine } from './report_cost';
import { findingWith } from '../../../test/fixtures/tagging_finding';
import type { Finding } from '../../../common/waveform/hours';
import type { Run } from '../../../server/app/runs/run';
import type { SilenceRow } from '../../../server/app/silence';
import { findingLines, plainInk, reportLines, type Ink } from './report';
import { toTagLines, taggedLine, untaggedLines } from './report_tagging';
import { visible, wrap } from './report_text';

const limits = { difference: 0.5, contribution: 0.25 };
const talk = {
  ...findingWith({ events: new Map([[15, 48]]) }),
  series_name: 'Syslog notice',
  series_code: 'syslog severity 5',
  sentence: '48 at 15:00, usually 9–14.',
  contribution: Array<number>(24).fill(0.01),
  ratio: 3.55,
};

function runWith(parts: Partial<Run>): Run {
  const counts = { documents: 1_734, series: 42, series_unusual: 5, tagged: null, left_out: [] };
  const source_results = [
    { source: 'syslog', state: 'judged', series: 39, documents: 1, not_judged: 1, below_floor: 0 },
    { not_judged: 2, below_floor: 1 },
  ];
  return { day: '2015-04-01', zone: 'UTC', ...counts, source_results, ...parts } as Run;
}

describe('findingLines', () => {
  it('name the series and how much more, say the sentence, draw both days and say why', () => {
    const lines = findingLines(talk, limits, plainInk);
    expect(lines).toEqual([
      `${'Syslog notice (syslog severity 5)'.padEnd(96)}3.6×`,
      '  More. 48 at 15:00, usually 9–14.',
      `  day   ${'█'.repeat(72)} 216`,
      `  usual ${'█'.repeat(72)} 216`,
      `        ${['00', '06', '12', '18'].map((hour) => hour.padEnd(18)).join('')} █ = 9`,
      '  difference 0.70 (threshold 0.50); 15:00 carries 50 % (threshold 25 %)',
    ]);
  });

  it('mark the flagged hours, and only these', () => {
    const ink: Ink = { ...plainInk, flag: (text) => `[${text}]` };
    const [head, , today] = findingLines(talk, limits, ink);
    expect(head).toContain('[3.6×]');
    expect(today).toContain(`${'█'.repeat(45)}[███]${'█'.repeat(24)}`);
  });

  it('fit into 100 columns, whatever the log has called a series and however much there is', () => {
    const huge = Array<number>(24).fill(123_456_789);
    for (const name of ['x'.repeat(350), `${'long '.repeat(60)}end`, '']) {
      const finding = { ...talk, series_name: name, series_code: name, today: huge };
      const lines = findingLines(finding, limits, plainInk);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
      expect(lines.join('').replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    }
  });

  it('never let a log steer the terminal', () => {
    const finding = { ...talk, series_name: 'a\u001B[2Jb\u202Ec', sentence: 'one\ntwo\u0007' };
    const text = findingLines(finding, limits, plainInk).join('');
    expect(text).toContain('a\\u001B[2Jb\\u202Ec');
    expect(text).toContain('one\\u000Atwo\\u0007');
    expect(text).not.toContain('\u001B');
  });

  it('show under another method how far the strongest test is beyond its threshold', () => {
    const lines = findingLines({ ...talk, method: 'calibrated' }, limits, plainInk);
    expect(lines.at(-1)).toBe('  surprise 2.00 (threshold 1); compared with 4 Fridays');
  });

  it('draw nothing where the whole source is silent', () => {
    const silent = {
      ...talk,
      subtype: null,
      verdict: 'silent' as const,
      sentence: 'syslog: nothing.',
    };
    expect(findingLines(silent, limits, plainInk)).toEqual([
      'Syslog notice (syslog severity 5)',
      '  Silent. syslog: nothing.',
    ]);
  });
});

describe('reportLines', () => {
  const reported = (run: Run, findings: readonly Finding[] = [], unjudged?: number) => ({
    run,
    findings,
    unjudged,
  });

  it('begin with the day, and end with what was left out', () => {
    const run = runWith({ left_out: [`syslog: ${'word '.repeat(30).trim()}`] });
    const lines = reportLines(reported(run), limits, plainInk);
    expect(lines.slice(0, 4)).toEqual([
      '2015-04-01, UTC: 1,734 events',
      '',
      '5 of 42 series unusual. 3 not assessed. 1 below its minimum. 1 note about this run.',
      '',
    ]);
    expect(lines[4]).toBe('Notes:');
    expect(lines.slice(5).map((line) => line.slice(0, 8))).toEqual(['  - sysl', '  word w']);
  });

  it('name in the headline what is silent beside the findings', () => {
    const web2 = { source: 'syslog', host: 'web2', subtype: null, series_name: 'web2' };
    const silences = [web2] as unknown as SilenceRow[];
    const quiet = runWith({ series_unusual: 0, source_results: [] });
    const ofQuiet = reportLines({ ...reported(quiet), silences }, limits, plainInk).join('\n');
    expect(ofQuiet).toContain('\n1 host silent: web2. No finding in 42 series.');
    const unusual = { ...reported(runWith({ series_unusual: 1 })), silences };
    expect(reportLines(unusual, limits, plainInk).join('\n')).toContain(
      '\n1 host silent: web2. 1 of 42 series unusual. ',
    );
  });

  it('say in the headline how many incidents the unusual series are', () => {
    const viewOf = (incident: string) => ({ ...talk, incident });
    const run = runWith({ series_unusual: 3 });
    const findings = [viewOf('a'), viewOf('b'), viewOf('a')];
    expect(reportLines(reported(run, findings), limits, plainInk).join('\n')).toContain(
      '\n3 of 42 series unusual (2 incidents). ',
    );
  });

  it('tell in the headline how many findings nobody has judged', () => {
    const run = runWith({ series_unusual: 5 });
    expect(reportLines(reported(run, [], 3), limits, plainInk).join('\n')).toContain(
      '\n5 of 42 series unusual, 3 not yet judged. ',
    );
  });

  it('have the headline of the page, silent sources included', () => {
    const silent = {
      ...findingWith({ source: 'ossec', subtype: null, events: new Map() }),
      series_name: 'OSSEC',
      today: Array<number>(24).fill(0),
    };
    const run = runWith({ series_unusual: 0, tagged: 12 });
    expect(reportLines(reported(run, [silent]), limits, plainInk).at(-2)).toMatch(
      /^1 source silent: OSSEC\. No finding in the 39 series that could be assessed\. 3 not /,
    );
  });
});

describe('what tagging would do', () => {
  it.each([
    [{ documents: 68, untagged: 68 }, '68 documents would be tagged (--tag).'],
    [
      { documents: 68, untagged: 1 },
      '1 document would be tagged (--tag); 67 already have their tag.',
    ],
    [{ documents: 68, untagged: 0 }, 'All 68 documents already have their tag.'],
    [
      { documents: 68, untagged: null },
      'Up to 68 documents would be tagged, one for each event of the flagged hours (--tag).',
    ],
  ])('is shown in words', (toTag, words) => {
    expect(toTagLines({ ...toTag, refused: [] })).toEqual([words]);
  });
});

describe('what tagging would leave out', () => {
  const refused = [{ index: 'logs-1', documents: 3, reason: 'only a part is kept' }];
  const line = '- logs-1: 3 documents would not be tagged, because only a part is kept';

  it('is listed by index, next to what would be tagged', () => {
    expect(toTagLines({ documents: 5, untagged: 5, refused })).toEqual([
      '5 documents would be tagged (--tag).',
      line,
    ]);
    expect(toTagLines({ documents: 0, untagged: 0, refused })).toEqual([
      'No document would be tagged.',
      line,
    ]);
  });
});

describe('what was tagged and untagged', () => {
  const nothing = { updated: 0, already_tagged: 0, taken_away: 0, gone: 0, conflicts: 0 };
  const tagged = { ...nothing, refused: [], still_tagged: [], unread: [] };

  it('is shown in words', () => {
    expect(taggedLine({ ...tagged, updated: 1 })).toBe('1 tag added.');
    expect(taggedLine({ ...tagged, already_tagged: 5, taken_away: 2, gone: 1 })).toBe(
      '0 tags added; 5 documents already had the tag; 2 removed outside the flagged hours; 1 document no longer there.',
    );
  });

  it('does not count what got no answer', () => {
    const reason = 'no answer came';
    const refused = [
      { index: 'logs-1', documents: 957, reason, is_unsettled: true as const },
      { index: 'logs-2', documents: 3, reason: 'the index is read-only' },
    ];
    expect(taggedLine({ ...tagged, refused })).toBe(
      '0 tags added; up to 957 more, of which no answer came.',
    );
  });

  it('names the indices that refuse', () => {
    const refused = [{ index: 'logs-1', documents: 3, reason: 'the index is read-only' }];
    expect(untaggedLines({ removed: 2, not_there: 1, gone: 4, refused })).toEqual([
      '2 tags removed; 1 no longer there; 4 documents no longer there.',
      '- logs-1: 3 documents still tagged, because the index is read-only',
    ]);
    const lost = [
      { index: 'logs-1', documents: 1234, reason: 'no answer came', is_unsettled: true } as const,
    ];
    expect(untaggedLines({ removed: 0, not_there: 0, gone: 0, refused: lost })).toEqual([
      '0 tags removed.',
      '- logs-1: 1,234 documents may still be tagged, because no answer came',
    ]);
    expect(untaggedLines({ removed: 0, not_there: 0, gone: 0, refused: [] })).toEqual([
      'There are no tags of Logwave to remove.',
    ]);
  });
});

describe('what a run cost', () => {
  it('is shown in a line, even if it was not counted', () => {
    const cost = { searches: 131, documents_written: 5126 };
    expect(costLine({ duration_ms: 41_234, cost })).toBe(
      'The analysis took 41.2 s. It sent 131 searches and wrote 5,126 documents.',
    );
    expect(costLine({ duration_ms: 300, cost: { searches: 1, documents_written: 1 } })).toBe(
      'The analysis took 0.3 s. It sent 1 search and wrote 1 document.',
    );
    expect(costLine({ duration_ms: 300 })).toBe('The analysis took 0.3 s.');
  });
});

describe('wrap', () => {
  it('breaks between words, and within a word only where it must', () => {
    expect(wrap('one two three', '  ', 9)).toEqual(['  one two', '  three']);
    expect(wrap('abcdefghij k', '', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('', ' ')).toEqual([' ']);
  });

  it('counts characters as one sees them, not their halves', () => {
    expect(wrap('😀😀😀', '', 2)).toEqual(['😀😀', '😀']);
    expect(visible('tab\tafter')).toBe('tab\\u0009after');
  });

  it('is not shown if no hour is flagged', () => {
    expect(toTagLines({ documents: 0, untagged: 0, refused: [] })).toEqual([]);
  });
});
