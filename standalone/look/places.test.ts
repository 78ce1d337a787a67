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
