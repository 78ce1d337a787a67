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
