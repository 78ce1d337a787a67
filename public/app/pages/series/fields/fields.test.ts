import { markedParts } from './marked_parts';
import { plainField, sampleLines, type LogDocument, type TopField } from './sample_lines';
import { toldHour } from './told_hour';
import type { SeriesView } from '../model/series_view';

const ORDINARY = new Array<number>(24).fill(1);

function documentOf(id: string, time: string, program?: string): LogDocument {
  return {
    index: 'logstash-2015.04.01',
    id,
    time: `2015-04-01T${time}Z`,
    message: `${program ?? 'nobody'}: said ${id}`,
    tagged: false,
    fields: program === undefined ? [] : [['program', program]],
  };
}

const PROGRAM: TopField = {
  field: 'program.keyword',
  different: { count: 2, is_exact: true, not_seen: 0 },
  values: [
    { value: 'sshd', today: 35, usual: 4 },
    { value: 'sudo', today: 8, usual: 4.5 },
    { value: 'gone', today: 0, usual: 3 },
  ],
};

describe('sampleLines', () => {
  const documents = [
    documentOf('1', '15:00:00', 'sudo'),
    documentOf('2', '15:01:00', 'sudo'),
    documentOf('3', '15:02:00', 'sshd'),
    documentOf('4', '15:03:00', 'sshd'),
    documentOf('5', '15:04:00'),
  ];

  it('are the first of each value, in the order of time', () => {
    const lines = sampleLines(documents, PROGRAM, 2);
    expect(lines.map(({ document, value }) => [document.id, value])).toEqual([
      ['1', 'sudo'],
      ['3', 'sshd'],
    ]);
  });

  it('are filled up with others', () => {
    expect(sampleLines(documents, PROGRAM, 3).map(({ document }) => document.id)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(sampleLines(documents, undefined, 2).map(({ value }) => value)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('know the field by the name that documents have for it', () => {
    expect([plainField('program.keyword'), plainField('program')]).toEqual(['program', 'program']);
  });
});

describe('markedParts', () => {
  const marked = (line: string, value: string): string =>
    markedParts(line, value)
      .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
      .join('');

  it('mark a value wherever it occurs as a word', () => {
    expect(marked('sshd[4015]: sshd: no', 'sshd')).toBe('[sshd][4015]: [sshd]: no');
    expect(marked('xsshd sshdx sshd', 'sshd')).toBe('xsshd sshdx [sshd]');
  });

  it('mark nothing that is one sign long, empty or not there', () => {
    expect(marked('a 1 b', '1')).toBe('a 1 b');
    expect(marked('abc', '')).toBe('abc');
    expect(marked('', 'sshd')).toBe('');
  });

  it('keep every sign of a hostile line', () => {
    const line = 'a <img src=x onerror="1"> <b>b</b>';
    const parts = markedParts(line, '<b>');
    expect(parts.map(({ text }) => text).join('')).toBe(line);
  });
});

describe('toldHour', () => {
  const flag = (hour: number, events: number, surprise: number) => ({
    ...{ hour, events, surprise, count: events, expected: 1, usual: null, score: surprise },
  });
  const viewOf = (flagged: ReturnType<typeof flag>[] | null): SeriesView => ({
    state: 'usual',
    reason: null,
    total: 0,
    usual: null,
    usualTotal: null,
    inner: null,
    outer: null,
    areBandsOfModel: true,
    top: 5,
    surprise: null,
    byHour: null,
    difference: null,
    basis: '',
    basisDays: [],
    finding: flagged && {
      verdict: 'more',
      flagged,
      runs: [],
      shift: null,
      rank: null,
      sentence: '',
      ticket: '',
    },
  });
  const today = ORDINARY.map((_, hour) => (hour === 11 ? 31 : 9));

  it('is the most surprising flagged hour that has events', () => {
    const view = viewOf([flag(2, 0, 9), flag(10, 20, 1.1), flag(15, 48, 1.8)]);
    expect(toldHour(view, today, ORDINARY)).toEqual({ hour: 15, events: 48, isFlagged: true });
    expect(toldHour(viewOf([flag(2, 0, 9)]), today, ORDINARY)).toBeUndefined();
  });

  it('is the loudest hour of a quiet series, in events as they were logged', () => {
    expect(toldHour(viewOf(null), today, ORDINARY)).toEqual({
      hour: 11,
      events: 31,
      isFlagged: false,
    });
    const doubled = ORDINARY.map((one, hour) => (hour === 11 ? 2 * one : one));
    expect(toldHour(viewOf(null), today, doubled)?.events).toBe(62);
    expect(
      toldHour(
        viewOf(null),
        ORDINARY.map(() => 0),
        ORDINARY,
      ),
    ).toBeUndefined();
  });
});
