import fc from 'fast-check';
import { commonPatterns } from './common_patterns';
import { shareNames } from './share_names';

describe('shareNames', () => {
  it.each([
    ['logs-*', 'logs-web', true],
    ['app-*', 'logs-web', false],
    ['*-old', 'logs-*', true],
    ['logs-a', 'logs-a*', true],
    ['logs-a', 'logs-b*', false],
    ['', '*', true],
    ['', 'a*', false],
  ])('of %s and %s: %s', (one, other, isShared) => {
    expect(shareNames(one, other)).toBe(isShared);
    expect(shareNames(other, one)).toBe(isShared);
  });

  it('is true if there are common patterns', () => {
    const pattern = fc
      .array(fc.constantFrom('a', 'b', '*'), { maxLength: 7 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        expect(shareNames(one, other)).toBe(commonPatterns(one, other).length > 0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes no longer for patterns with many stars', () => {
    expect(shareNames(`${'*a'.repeat(500)}b`, `${'*b'.repeat(499)}*a`)).toBe(false);
  });
});
