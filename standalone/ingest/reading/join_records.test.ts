import { beginsOssecAlert } from '../parsing/parse_ossec_log';
import { createRecordJoiner } from './join_records';

function join(joins: boolean, lines: readonly string[], maxLength?: number): string[] {
  const joiner = createRecordJoiner(joins ? beginsOssecAlert : undefined, maxLength);
  const records = lines.map((text) => joiner.push({ text, split: false }));
  return [...records, joiner.end()].flatMap((record) =>
    record === undefined ? [] : [record.text],
  );
}

describe('createRecordJoiner', () => {
  it('makes a record of each line that is not empty', () => {
    expect(join(false, ['one', '', '  ', '** Alert 1.2: two'])).toEqual([
      'one',
      '** Alert 1.2: two',
    ]);
  });

  it('joins the lines of an alert, up to the next one', () => {
    expect(join(true, ['** Alert 1.2: a', 'x', '', 'y', '', '** Alert 3.4: b', 'z'])).toEqual([
      '** Alert 1.2: a\nx\n\ny',
      '** Alert 3.4: b\nz',
    ]);
  });

  it('lets lines outside alerts stand for themselves', () => {
    expect(join(true, ['{"rule":{}}', '', 'garbage', '** Alert 1.2: a', '{"x":1}'])).toEqual([
      '{"rule":{}}',
      'garbage',
      '** Alert 1.2: a\n{"x":1}',
    ]);
  });

  it('splits an alert that grows too long', () => {
    const joiner = createRecordJoiner(beginsOssecAlert, 20);
    const push = (text: string) => joiner.push({ text, split: false });
    expect(push('** Alert 1.2: a')).toBeUndefined();
    expect(push('0123456789')).toEqual({ text: '** Alert 1.2: a', split: true });
    expect(push('** Alert 3.4: b')).toEqual({ text: '0123456789', split: true });
    expect(joiner.end()).toEqual({ text: '** Alert 3.4: b', split: false });
  });
});
