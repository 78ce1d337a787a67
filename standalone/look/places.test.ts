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
