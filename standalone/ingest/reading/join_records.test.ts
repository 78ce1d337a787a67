import { beginsOssecAlert } from '../parsing/parse_ossec_log';
import { createRecordJoiner } from './join_records';

function join(joins: boolean, lines: readonly string[], maxLength?: number): string[] {
  const joiner = createRecordJoiner(joins ? beginsOssecAlert : undefined, maxLength);
  const records = lines.map((text) => joiner.push({ text, split: false }));
  return [...records, joiner.end(true)].flatMap((record) =>
    record === undefined ? [] : [record.text],
  );
}

describe('createRecordJoiner', () => {
  it('makes a record of each line that is not empty', () => {
    expect(join(false, ['one', '', '  ', '** Alert 1.2: two', ' three '])).toEqual([
      'one',
      '** Alert 1.2: two',
      ' three ',
    ]);
  });

  it.each([
    [
      'journalctl -o short',
      'Nov 24 10:00:29 nas1 app[7]: first',
      '                             second',
    ],
    ['journalctl -o short-unix', '1795510829.123456 nas1 app[7]: first', '        second'],
    [
      'a trace through syslog-ng',
      'Nov 24 10:00:29 nas1 app[7]: Exception',
      '\tat com.example.Main',
    ],
    ['PostgreSQL', '2026-11-24 10:00:29.123 UTC [7] LOG:  statement: SELECT', '\tFROM t'],
  ])('joins the indented lines of %s', (_, first, second) => {
    const next = first.replace('first', 'next');
    expect(join(false, [first, second, '', `${second} 2`, '', next])).toEqual([
      `${first}\n${second}\n\n${second} 2`,
      next,
    ]);
  });

  it('joins no line with a time of its own, nor to a line without one', () => {
    const lines = [
      'Nov 24 10:00:29 nas1 app: x',
      '  Nov 24 10:00:30 nas1 app: y',
      'prose',
      '  more prose',
      'Nov 24 10:00:31 nas1 app: x',
      'Caused by: what cannot be said',
    ];
    expect(join(false, lines)).toEqual(lines);
  });

  it('joins as many lines as an octet count says, up to the next frame', () => {
    const text = '<13>Nov 24 10:00:29 h1 app: one\ntwo\nthree';
    const short = '99 <13>Nov 24 10:00:29 h1 app: cut';
    const frame = `${text.length} ${text}`;
    const bsd = 'Nov 24 10:00:30 h1 app: of another source';
    const lines = [...frame.split('\n'), 'other', short, ...frame.split('\n'), short, bsd];
    expect(join(false, lines)).toEqual([frame, 'other', short, frame, short, bsd]);
  });

  it('joins the lines of an alert, up to the next one', () => {
    expect(join(true, ['** Alert 1.2: a', 'x', '', 'y', '', '** Alert 3.4: b', 'z'])).toEqual([
      '** Alert 1.2: a\nx\n\ny',
      '** Alert 3.4: b\nz',
    ]);
  });

  it('makes lines outside alerts records of their own', () => {
    expect(join(true, ['{"rule":{}}', '', 'garbage', '** Alert 1.2: a', '{"x":1}'])).toEqual([
      '{"rule":{}}',
      'garbage',
      '** Alert 1.2: a\n{"x":1}',
    ]);
  });

  it('splits a record that grows too long', () => {
    const joiner = createRecordJoiner(beginsOssecAlert, 20);
    const push = (text: string) => joiner.push({ text, split: false });
    expect(push('** Alert 1.2: a')).toBeUndefined();
    expect(push('0123456789')).toEqual({ text: '** Alert 1.2: a', split: true });
    expect(push('** Alert 3.4: b')).toEqual({ text: '0123456789', split: true });
    expect(joiner.end(true)).toEqual({ text: '** Alert 3.4: b', split: false });
  });

  it('gives the last line of a file that is cut off, but not the last alert', () => {
    const lines = createRecordJoiner(undefined);
    const alerts = createRecordJoiner(beginsOssecAlert);
    lines.push({ text: 'line', split: false });
    alerts.push({ text: '** Alert 1.2: a', split: false });
    expect(lines.end(false)).toEqual({ text: 'line', split: false });
    expect(alerts.end(false)).toBeUndefined();
  });

  it('knows that the last line of a record has no end yet', () => {
    const joiner = createRecordJoiner(undefined);
    joiner.push({ text: 'Nov 24 10:00:29 nas1 app: x', split: false });
    joiner.push({ text: '  half a', split: false, unfinished: true });
    expect(joiner.end(true)).toMatchObject({ unfinished: true, split: false });
  });
});
