import { toCsv } from './to_csv';

const table = (rows: readonly (readonly (string | number | null)[])[]) =>
  toCsv({ caption: '', columns: ['value', 'today'], rows });

describe('toCsv', () => {
  it('writes the columns first, a line a row, and nothing for what is unknown', () => {
    expect(
      table([
        ['00:00', 9],
        ['01:00', null],
      ]),
    ).toBe('value,today\r\n00:00,9\r\n01:00,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =HOSTSPACE', '\u00a0 +1', '＝1', '\u200b=1'])(
    'prevents spreadsheets from calculating %j',
    (text) => {
      expect(table([[text, 1]]).split('\r\n')[1]).toBe(`'${text},1`);
    },
  );

  it('keeps numbers below zero numbers', () => {
    expect(table([['10:00', -0.29]])).toContain('10:00,-0.29\r\n');
  });

  it('quotes commas, quotes and line ends, also behind an apostrophe', () => {
    expect(table([['=HYPERLINK("a","b")', 1]])).toContain('"\'=HYPERLINK(""a"",""b"")",1\r\n');
    expect(table([['two\nlines', 1]])).toContain('"two\nlines",1\r\n');
  });
});
