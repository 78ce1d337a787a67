import { indexFault } from './index_fault';

describe('indexFault', () => {
  it.each([
    ['app-*,-', 'the part "-" names nothing to leave out: name it, as in "logs-*,-logs-old"'],
    ['app-*,eu:-', 'the part "eu:-" names nothing to leave out: name it, as in "logs-*,-logs-old"'],
    ['app-*,-eu:', 'the part "-eu:" names nothing to leave out: name it, as in "logs-*,-logs-old"'],
    ['eu:,b', 'the part "eu:" names no index of that cluster: name one, as in "eu:logs-*"'],
    [':', 'the part ":" names no index and no cluster: name an index, as in "logs-*"'],
    ['app-*,,b', 'part 2 of 3 is empty: name an index there, or remove a comma'],
    [',b', 'part 1 of 2 is empty: name an index there, or remove a comma'],
    ['a, ,b', 'part 2 of 3 is empty: name an index there, or remove a comma'],
    [',', 'part 1 of 2 is empty: name an index there, or remove a comma'],
    [' ', 'part 1 of 1 is empty: name an index there'],
    [
      'app-*, b',
      'the part " b" has a space, which Elasticsearch takes for a part of the name: remove it',
    ],
    [
      'app-* ,b',
      'the part "app-* " has a space, which Elasticsearch takes for a part of the name: remove it',
    ],
  ])('names the part of "%s" that names nothing', (index, fault) => {
    expect(indexFault(index)).toBe(fault);
  });

  it.each([
    'app-*',
    'app-*,-app-old,eu:app-*,eu:-app-old',
    '<-{now/d}>,<eu:{now/d{yyyy|+02:00}}>',
    '-eu:*,*:app-*',
    '*,-*',
    // Elasticsearch ignores commas at the end.
    'app-*,b,,',
  ])('finds nothing wrong with %s', (index) => {
    expect(indexFault(index)).toBeUndefined();
  });
});
