import { isInDoubt, stillRead, stillReadWords } from './still_read';

const WEB = '.ds-logs-web-2026.11.30-000001';
/** No alias is named. */
const NONE = new Map();

describe('stillRead', () => {
  it.each<[string, readonly string[], string[]]>([
    ['logs-*,-logs-web', [WEB], ['-logs-web']],
    ['logs-*,-logs-x,-logs-web,-logs-web', [WEB, 'logs-x'], ['-logs-x', '-logs-web']],
    ['x-*,logs-web,-logs-w*', [WEB], ['-logs-w*']],
    ['eu:logs-*,eu:-logs-web', [`eu:${WEB}`], ['eu:-logs-web']],
    ['eu:logs-*,logs-*,-logs-web', [`eu:${WEB}`], []],
    ['eu:logs-*,logs-*,-*-web', ['eu:logs-web'], []],
    ['logs-*,-logs-x', [WEB], []],
    // In the middle, what is named after it has nothing to do with it.
    ['logs-*,-logs-web,app-*', [WEB, 'app-x'], ['-logs-web']],
    ['eu:logs-*,eu:-logs-web,logs-*', [`eu:${WEB}`], ['eu:-logs-web']],
    ['logs-*,-logs-web,app-*,-app-x', [WEB, 'app-y'], ['-logs-web']],
    // What is left out, then named again is meant to be read.
    ['logs-*,-logs-web,logs-w*', [WEB], []],
    ['logs-*,-logs-web,<logs-{now/d}>', [WEB], []],
    ['log*,-logs-web,logs-*', ['logs-web'], []],
    ['logs-*,-logs-w*,logs-web', ['logs-web'], []],
    // Before what it should leave out.
    ['-logs-web,logs-*', ['logs-web', 'logs-x'], ['-logs-web']],
    ['-logs-web,-logs-x,logs-*,-logs-y', ['logs-web', 'logs-x'], ['-logs-web', '-logs-x']],
    ['-logs-web,logs-*', ['logs-x'], []],
    ['-logs-web,logs-*,-logs-web', ['logs-x'], []],
    ['app-*,-logs-web,logs-*', ['app-x', 'logs-web'], ['-logs-web']],
    ['eu:-logs-web,eu:logs-*', ['eu:logs-web'], ['eu:-logs-web']],
    // After names alone.
    ['logs-a,logs-b,-logs-a', ['logs-a', 'logs-b'], ['-logs-a']],
    ['logs-a,logs-b,-logs-*', ['logs-a', 'logs-b'], ['-logs-*']],
    ['*:logs-a,*:-logs-a', ['eu:logs-a'], ['*:-logs-a']],
    ['logs-a,-logs-b', ['logs-a'], []],
    ['logs-*', [WEB], []],
    // Copies of a backing index are in no data stream.
    ['*,-logs-web*', [`restored-${WEB}`, `eu:shrink-ab12-${WEB}`], []],
    ['*,-logs-web,-restored-*', [`restored-${WEB}`, WEB], ['-logs-web', '-restored-*']],
  ])('finds what %s does not leave out of %j', (expression, read, parts) => {
    const found = stillRead(expression, read, NONE);
    expect(found.map(({ part }) => part)).toEqual(parts);
    // Whatever is found has to be asked for.
    expect(isInDoubt(expression, read) || found.length === 0).toBe(true);
  });

  it('finds nothing where a later part may be an alias, if aliases are not known', () => {
    expect(stillRead('logs-*,-logs-web,all', [WEB])).toEqual([]);
    expect(stillRead('logs-*,-logs-web', [WEB])).toHaveLength(1);
    expect(stillRead('logs-*,-logs-web,all', [WEB], NONE)).toHaveLength(1);
    const members = new Map([['all', new Set(['logs-web'])]]);
    expect(stillRead('logs-*,-logs-web,all', [WEB], members)).toEqual([]);
  });

  it('finds an alias that is left out by its name, and what to do', () => {
    const members = new Map([['all', new Set(['logs-x'])]]);
    expect(stillRead('logs-*,-all', ['logs-x', WEB], members).map(stillReadWords)).toEqual([
      '-all does not leave out logs-x, which searches still read: all is an alias, so leave its indices out',
    ]);
    expect(stillRead('logs-*,-all,app-*', ['logs-x', 'app-x'], members)).toHaveLength(1);
    expect(stillRead('all,x-*,-all', [WEB], members)).toEqual([]);
  });

  it.each([
    ['-all,logs-*', 'logs-*'],
    ['app-*,-all,logs-*', 'logs-*'],
    ['-logs-x,logs-*,all', 'all'],
    ['-logs-x,all,logs-*', 'logs-*'],
    ['app-*,-logs-x,all,logs-*', 'logs-*'],
    ['-logs-x,logs-*,logs-x', 'logs-x'],
  ])('finds that a part stands too early where there is an alias as well: %s', (all, reader) => {
    const members = new Map([['all', new Set(['logs-x'])]]);
    const found = stillRead(all, ['logs-x', 'app-x'], members);
    expect(found.map(({ index, cause }) => [index, cause])).toEqual([
      ['logs-x', { kind: 'too_early', reader }],
    ]);
  });

  it('finds no alias that stands after what it leaves out, and before what is read again', () => {
    const members = new Map([['all', new Set(['logs-x', 'app-x'])]]);
    expect(stillRead('app-*,-all,logs-*', ['logs-x'], members)).toEqual([]);
    expect(stillRead('-all,logs-x', ['logs-x'], members)).toEqual([]);
  });

  it('names both causes where there are two', () => {
    const cause = { kind: 'too_early', reader: 'all' } as const;
    const found = { part: '-logs-x', index: 'logs-x', cause };
    const early =
      '-logs-x does not leave out logs-x, which searches still read: Elasticsearch leaves out only of what stands before it, so put -logs-x after all';
    expect(stillReadWords(found)).toBe(early);
    expect(stillReadWords({ ...found, also: { kind: 'in_alias', alias: 'all' } })).toBe(
      `${early}; in addition, all its documents are in the alias all, so name the other indices of that alias instead`,
    );
    expect(stillReadWords({ ...found, also: { kind: 'is_alias', alias: 'all' } })).toBe(
      `${early}; in addition, all is an alias, so leave its indices out`,
    );
  });

  it('finds no alias that is left out together with an index of it', () => {
    const members = new Map([['logs-all', new Set(['logs-old', 'logs-new'])]]);
    const expression = 'logs-*,-logs-old,-logs-all';
    expect(stillRead(expression, ['logs-new'], members)).toEqual([]);
    expect(stillRead('logs-*,-logs-all', ['logs-old', 'logs-new'], members)).toHaveLength(1);
  });

  it('takes no longer for aliases of many indices', () => {
    const read = Array.from({ length: 4_000 }, (_, at) => `logs-a${at}`);
    const others = read.map((index) => `other-${index}`);
    const begun = performance.now();
    expect(stillRead('logs-*,-all', read, new Map([['all', new Set(others)]]))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it('names the alias that has an index', () => {
    const members = new Map([['errors-only', new Set(['logs-old', 'app-x'])]]);
    const read = ['logs-old', 'logs-x', 'app-x'];
    const [found] = stillRead('logs-*,errors-only,-logs-old', read, members);
    expect(found?.cause).toEqual({ kind: 'in_alias', alias: 'errors-only' });
    // Where security is on, patterns name aliases as well.
    const [other] = stillRead('logs-*,err*,-logs-old', read, members);
    expect(other?.cause).toEqual({ kind: 'in_group' });
    // It would be read without the alias.
    const [stream] = stillRead('logs-*,all,-logs-web', [WEB], new Map([['all', new Set([WEB])]]));
    expect(stream?.cause).toEqual({ kind: 'in_group' });
  });

  it.each<[string, readonly string[], string]>([
    [
      '*:logs-*,*:-logs-web',
      [`eu:${WEB}`],
      `*:-logs-web does not leave out eu:${WEB}, which searches still read: Elasticsearch leaves a data stream out by a pattern only (*:-logs-web*), and an index only together with its aliases`,
    ],
    [
      'x-*,logs-web,-logs-w*',
      [WEB],
      `-logs-w* does not leave out ${WEB}, which searches still read: Elasticsearch keeps the indices of an alias or a data stream that another part names`,
    ],
    [
      '-logs-web,logs-*,app-*',
      ['logs-web'],
      '-logs-web does not leave out logs-web, which searches still read: Elasticsearch leaves out only of what stands before it, so put -logs-web after logs-*',
    ],
    [
      'logs-a,logs-b,-logs-a',
      ['logs-a', 'logs-b'],
      '-logs-a does not leave out logs-a, which searches still read: Elasticsearch leaves indices out of a pattern with * only, so remove logs-a from the expression',
    ],
    [
      '-logs-a,logs-a,logs-b',
      ['logs-a', 'logs-b'],
      '-logs-a does not leave out logs-a, which searches still read: Elasticsearch leaves out only of what stands before it, so remove logs-a from the expression',
    ],
    [
      'all,logs-b,-logs-a',
      ['logs-a', 'logs-b'],
      '-logs-a does not leave out logs-a, which searches still read: Elasticsearch leaves indices out of a pattern with * only',
    ],
    [
      '-logs-web,logs-*',
      [WEB],
      `-logs-web does not leave out ${WEB}, which searches still read: Elasticsearch leaves out only of what stands before it, and a data stream by a pattern only, so put -logs-web* after logs-*`,
    ],
    [
      '*:-logs-x,*:logs-*',
      ['eu:logs-x'],
      '*:-logs-x does not leave out eu:logs-x, which searches still read: Elasticsearch leaves out only of what stands before it, so put *:-logs-x after *:logs-*',
    ],
    [
      'logs-*,err*,-logs-old',
      ['logs-old'],
      '-logs-old does not leave out logs-old, which searches still read: Elasticsearch leaves an index out only together with its aliases',
    ],
  ])('says of %s what to do', (expression, read, words) => {
    expect(stillRead(expression, read, NONE).map(stillReadWords)).toEqual([words]);
  });
});
