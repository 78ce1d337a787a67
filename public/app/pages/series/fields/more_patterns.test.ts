import { moreRow, moreWords, patternsLeft } from './more_patterns';

const VALUES = [30, 12, 9, 7, 4, 5, 4, 3].map((today, index) => ({
  value: `pattern ${index}`,
  today,
  usual: 1,
}));
const NO_MORE = { patterns: 0, today: 0, usual: 0 };

describe('patterns that are not shown', () => {
  it('are counted with their lines, so that all lines are accounted for', () => {
    const left = patternsLeft({ values: VALUES, more: NO_MORE }, 5);
    expect(moreWords(left)).toBe('3 more patterns: 12 lines, usually 3.');
    const shown = VALUES.slice(0, 5).reduce((sum, { today }) => sum + today, 0);
    expect(shown + left.today).toBe(74);
    expect(moreWords(patternsLeft({ values: VALUES.slice(0, 5), more: NO_MORE }, 5))).toBe('');
  });

  it('include those that the host only counts, which are a row of the file', () => {
    const more = { patterns: 1, today: 1, usual: 0.5 };
    expect(moreWords(patternsLeft({ values: VALUES.slice(0, 5), more }, 5))).toBe(
      '1 more pattern: 1 line, usually 0.5.',
    );
    expect(moreRow(more)).toEqual([{ value: '(1 more)', today: 1, usual: 0.5 }]);
    expect(moreRow(NO_MORE)).toEqual([]);
  });
});
