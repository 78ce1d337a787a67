import { askedIndices } from './asked_indices';
import { placesIn } from './places';

describe('a wider pattern', () => {
  it('leaves out a data stream so that no search reads it, whose indices have other names', () => {
    const names = ['app-2026.11.28', 'app-2026.11.29', 'app-web', 'app-db-2026.11.29'];
    expect(placesIn(names).othersOf([]).expressions).toEqual([
      'app-*,-app-db-*,-app-web*',
      'app-db-*',
      'app-web',
    ]);
  });

  it('leaves out a name alone if more that begins with it is its own', () => {
    const names = ['app-2026.11.28', 'app-2026.11.29', 'app-2', 'app-db'];
    expect(placesIn(names).othersOf([]).expressions).toEqual([
      'app-*,-app-2,-app-db*',
      'app-2',
      'app-db',
    ]);
  });
});

describe('more patterns than are examined', () => {
  /** Two indices of each pattern, so that their patterns come first; \`b-w-\` has one and comes last. */
  const others = Array.from({ length: 28 }, (_, place) => `z${place}`).flatMap((name) => [
    `${name}-2026.11.28`,
    `${name}-2026.11.29`,
  ]);
  const b = ['b-2026.11.28', 'b-2026.11.29'];

  it('are left out, where one of those that are examined is too long as well', () => {
    const long = 'x'.repeat(1_001);
    const names = [`${long}-2026.11.28`, `${long}-2026.11.29`, ...others, ...b, 'b-w-2026.11.29'];
    const { expressions, left_out: leftOut } = placesIn(names).othersOf([]);
    expect(expressions).toHaveLength(29);
    expect(expressions).toContain('b-*');
    expect(leftOut).toEqual([
      { pattern: 'b-w-*', reason: 'too many other indices: name it with --index' },
      expect.objectContaining({ pattern: `${long}-*` }),
    ]);
  });

  it('are left out of what a user named', () => {
    const asked = askedIndices(Array.from({ length: 31 }, (_, place) => `app-${place}`).join(','));
    const reached = new Map(asked.patterns.map((name) => [name, new Set([name])]));
    const { expressions, left_out: leftOut } = placesIn({ ...asked, reached }).othersOf([]);
    expect(expressions).toHaveLength(30);
    expect(leftOut).toEqual([
      { pattern: 'app-30', reason: 'too many other indices: name it with --index' },
    ]);
  });
});

describe('a name that is left out again', () => {
  it('is not examined, and neither are all indices', () => {
    const asked = askedIndices('app-a,db-*,-app-*');
    const reached = new Map([
      ['app-a', new Set(['app-a'])],
      ['db-*', new Set(['db-1'])],
    ]);
    expect(placesIn({ ...asked, reached }).othersOf([])).toEqual({
      expressions: ['db-*,-app-*'],
      left_out: [{ pattern: 'app-a', reason: 'no index is left' }],
    });
  });
});

describe('a preset with a longer expression than settings can hold', () => {
  it('leaves what it would read to another source', () => {
    const name = 'logstash-2026.11.29';
    const cuts = Array.from(name, (_, at) => at);
    const parts = cuts.flatMap((from) =>
      cuts.filter((to) => to >= from).map((to) => `${name.slice(0, from)}*${name.slice(to)}`),
    );
    const asked = askedIndices(parts.join(','));
    const reached = new Map(asked.patterns.map((pattern) => [pattern, new Set([name])]));
    const { presets, othersOf } = placesIn({ ...asked, reached });
    expect(presets.filter(({ index }) => index.length > 1_000)).toEqual([]);
    expect(presets.map(({ id }) => id)).not.toContain('syslog');
    expect(othersOf([]).expressions).toEqual(['*9']);
  });
});
