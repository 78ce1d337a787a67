import fc from 'fast-check';
import { commonPatterns } from './common_patterns';
import { matchesPattern } from './matches_pattern';

describe('commonPatterns', () => {
  it.each([
    ['logs-*', 'logs-windows.*', ['logs-windows.*']],
    ['logs-a', 'logs-*', ['logs-a']],
    ['logs-*', 'logs-*', ['logs-*']],
    ['logs-a', 'logs-b', []],
    ['logs-*.old', 'logs-windows.*', ['logs-windows.old', 'logs-windows.*.old']],
    ['*-b', 'a-*', ['a-b', 'a-*-b']],
    ['a**', '*', ['a*']],
    ['', '*', ['']],
    ['*a*', '*b*', ['*a*b*', '*b*a*']],
  ])('has what both %j and %j match', (one, other, common) => {
    expect(commonPatterns(one, other).sort()).toEqual([...common].sort());
    expect(commonPatterns(other, one).sort()).toEqual([...common].sort());
  });

  const letters = (alphabet: string, most: number) =>
    fc.array(fc.constantFrom(...alphabet), { maxLength: most }).map((list) => list.join(''));

  it('matches a name if and only if both patterns do', () => {
    fc.assert(
      fc.property(
        letters('ab.', 6),
        letters('ab.**', 6),
        letters('ab.**', 6),
        (name, one, other) => {
          const isCommon = commonPatterns(one, other).some((each) => matchesPattern(name, each));
          expect(isCommon).toBe(matchesPattern(name, one) && matchesPattern(name, other));
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
