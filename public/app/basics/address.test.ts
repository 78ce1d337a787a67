import {
  dayOf,
  dayPath,
  documentsPath,
  hoursOf,
  PLAIN_VIEW,
  seriesKeyOf,
  seriesPath,
  viewOf,
  daysLeftOutOf,
  withDaysLeftOut,
} from './address';

const searchOf = (path: string): string => path.slice(path.indexOf('?'));

describe('the address', () => {
  it('holds the whole view and nothing that is as usual', () => {
    expect(dayPath('2015-04-01')).toBe('/day/2015-04-01');
    const view = {
      filter: 'ssh & co',
      scale: 'common',
      rows: 'comfortable',
      folded: true,
    } as const;
    expect(viewOf(searchOf(dayPath('2015-04-01', view)))).toEqual(view);
  });

  it('gives back any subtype that a log may hold', () => {
    for (const subtype of ['5', '__proto__', 'a&b=c?#%', '<script>', '["x","y"]', '', '日本 \n']) {
      const key = { source: 'syslog', subtype };
      expect(seriesKeyOf(searchOf(seriesPath('2015-04-01', key, PLAIN_VIEW)))).toEqual(key);
    }
    expect(seriesKeyOf('?source=syslog')).toBeUndefined();
  });

  it('names the hours of documents, and takes no others from an address', () => {
    const path = documentsPath(
      '2015-04-01',
      { source: 's', subtype: '5' },
      { hours: [10, 15], isLatestFirst: false },
    );
    expect(hoursOf(searchOf(path))).toEqual([10, 15]);
    expect(hoursOf('?hours=15,3,15,24,-1,x,1e1')).toEqual([3, 15]);
    expect(hoursOf('')).toEqual([]);
  });

  it('is plain where it asks for what there is not', () => {
    expect(viewOf('?scale=log&rows=tiny&quiet=yes')).toEqual(PLAIN_VIEW);
    expect([dayOf('2015-02-30'), dayOf('2015-04-01'), dayOf(undefined)]).toEqual([
      undefined,
      '2015-04-01',
      undefined,
    ]);
  });
});

describe('the days that an address leaves out', () => {
  it('are named, none, or left open', () => {
    const search = withDaysLeftOut('?source=syslog&subtype=5', ['2015-03-25', '2015-03-18']);
    expect(search).toContain('source=syslog&subtype=5&without=');
    expect(daysLeftOutOf(search)).toEqual(['2015-03-18', '2015-03-25']);
    expect(daysLeftOutOf(withDaysLeftOut(search, []))).toEqual([]);
    expect(withDaysLeftOut(search, undefined)).toBe('?source=syslog&subtype=5');
    expect(daysLeftOutOf('?source=syslog')).toBeUndefined();
    expect(daysLeftOutOf('?without=2015-03-18,yesterday')).toEqual(['2015-03-18']);
  });
});
