import { formatText } from './format_text';

describe('formatText', () => {
  it('fills in places, and leaves other text alone', () => {
    expect(formatText('{a} of {b}; {c}.', { a: 1, b: '$& {a}' })).toBe('1 of $& {a}; .');
    expect(formatText('no place', {})).toBe('no place');
  });

  it('chooses the plural, with separators in large numbers', () => {
    const text = '{n, plural, one {# day} other {# days of {what}}} left';
    expect(formatText(text, { n: 1 })).toBe('1 day left');
    expect(formatText(text, { n: 1200, what: 'logs' })).toBe('1,200 days of logs left');
    expect(formatText('{n, plural, =0 {none} other {some}}', { n: 0 })).toBe('none');
  });

  it('takes nothing from what objects inherit', () => {
    expect(formatText('{constructor}{toString}', {})).toBe('');
  });
});
