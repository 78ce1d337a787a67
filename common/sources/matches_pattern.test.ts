import fc from 'fast-check';
import { matchesByTrying } from '../../test/naive/matches_pattern';
import { matchesPattern } from './matches_pattern';

describe('matchesPattern', () => {
  it.each([
    ['logstash-2026.11.23', 'logstash-*', true],
    ['logstash-2026.11.23', '*', true],
    ['', '*', true],
    ['', '', true],
    ['a', '', false],
    ['abc', 'abc', true],
    ['abc', '*c', true],
    ['abc', 'a*d', false],
    ['logsxa', 'logs.a', false],
    ['logs.a', 'logs.a', true],
    ['a*b', 'a*b', true],
    ['a+b', 'a+b', true],
    ['ab', 'a?', false],
    ['aab', 'a**b', true],
    ['abcabd', '*ab*d', true],
  ])('%j matches %j: %s', (name, pattern, does) => {
    expect(matchesPattern(name, pattern)).toBe(does);
  });

  const letters = (alphabet: string, most: number) =>
    fc.array(fc.constantFrom(...alphabet), { maxLength: most }).map((list) => list.join(''));

  it('gives the same result as trying everything that each star may match', () => {
    fc.assert(
      fc.property(letters('ab.', 9), letters('ab.**', 7), (name, pattern) => {
        expect(matchesPattern(name, pattern)).toBe(matchesByTrying(name, pattern));
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends where the stars are many and nothing matches, as a regular expression would not', () => {
    expect(matchesPattern('a'.repeat(5_000), `${'*a'.repeat(60)}*b`)).toBe(false);
  });
});
