import { stillRead, stillReadWords } from './still_read';

const WEB = '.ds-logs-web-2026.11.30-000001';

describe('stillRead', () => {
  it.each<[string, readonly string[], string[]]>([
    ['logs-*,-logs-web', [WEB], ['-logs-web']],
    ['logs-*,-logs-x,-logs-web,-logs-web', [WEB, 'logs-x'], ['-logs-x', '-logs-web']],
    ['x-*,logs-web,-logs-w*', [WEB], ['-logs-w*']],
    ['eu:logs-*,eu:-logs-web', [`eu:${WEB}`], ['eu:-logs-web']],
    ['eu:logs-*,logs-*,-logs-web', [`eu:${WEB}`], []],
    ['logs-*,-logs-x', [WEB], []],
    // A later part may name it by an alias.
    ['logs-*,-logs-web,all', [WEB], []],
    ['logs-*,-logs-web,all,-logs-x', ['logs-x', WEB], ['-logs-x']],
    // Here the minus would begin a name.
    ['logs-x,-logs-x', ['logs-x'], []],
    ['logs-*', [WEB], []],
    // Copies of a backing index are in no data stream.
    ['*,-logs-web*', [`restored-${WEB}`, `eu:shrink-ab12-${WEB}`], []],
    ['*,-logs-web,-restored-*', [`restored-${WEB}`, WEB], ['-logs-web', '-restored-*']],
  ])('finds what %s does not leave out of %j', (expression, read, parts) => {
    expect(stillRead(expression, read).map(({ part }) => part)).toEqual(parts);
  });

  it('finds an alias that is left out by its name, and what to do', () => {
    const members = new Map([['all', new Set(['all', 'logs-x'])]]);
    const [found, ...others] = stillRead('logs-*,-all', ['logs-x', WEB], members);
    expect([found, others]).toEqual([{ part: '-all', index: 'logs-x', alias: 'all' }, []]);
    expect(found === undefined ? '' : stillReadWords(found)).toBe(
      '-all does not leave out logs-x, which searches still read: all is an alias, so leave its indices out',
    );
    expect(stillRead('all,x-*,-all', [WEB], members)).toEqual([]);
  });

  it('finds no alias that is left out together with an index of it', () => {
    const members = new Map([['logs-all', new Set(['logs-all', 'logs-old', 'logs-new'])]]);
    const expression = 'logs-*,-logs-old,-logs-all';
    expect(stillRead(expression, ['logs-new'], members)).toEqual([]);
    expect(stillRead('logs-*,-logs-all', ['logs-old', 'logs-new'], members)).toHaveLength(1);
  });

  it('takes a name in any cluster for a name', () => {
    const read = [`eu:${WEB}`];
    expect(stillRead('*:logs-*,*:-logs-web', read).map(stillReadWords)).toEqual([
      `*:-logs-web does not leave out eu:${WEB}, which searches still read: Elasticsearch leaves a data stream out by a pattern only (*:-logs-web*), and an index only together with its aliases`,
    ]);
  });

  it('says what to do', () => {
    expect(stillRead('x-*,logs-web,-logs-w*', [WEB]).map(stillReadWords)).toEqual([
      `-logs-w* does not leave out ${WEB}, which searches still read: Elasticsearch keeps the indices of an alias or a data stream that another part names`,
    ]);
  });
});
