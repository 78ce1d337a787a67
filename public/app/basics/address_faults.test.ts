import {
  dayPath,
  documentsPath,
  monthPath,
  PLAIN_VIEW,
  seriesPath,
  silencePath,
  withDaysLeftOut,
} from './address';
import { addressFaults, type PageOfAddress } from './address_faults';

const DAY = '2015-04-01';
const VIEW = { filter: 'ssh & co', scale: 'common', rows: 'comfortable', folded: true } as const;
const SERIES = { source: 'syslog', subtype: 'a&b=c?#%' };

const searchOf = (path: string): string => path.slice(path.indexOf('?'));
const wordsOf = (search: string, page: PageOfAddress): string[] =>
  addressFaults(search, page).map(({ words }) => words);

describe('addressFaults', () => {
  it('finds none in the addresses that the page makes itself', () => {
    const wish = { hours: [3, 10], isLatestFirst: true };
    const series = seriesPath(DAY, SERIES, VIEW);
    const made: [string, PageOfAddress][] = [
      [dayPath(DAY, VIEW), 'day'],
      [dayPath(DAY, { ...PLAIN_VIEW, rows: 'compact' }), 'day'],
      [series, 'series'],
      [withDaysLeftOut(searchOf(series), ['2015-03-25', '2015-03-18']), 'series'],
      [withDaysLeftOut(searchOf(series), []), 'series'],
      [documentsPath(DAY, SERIES, wish, VIEW), 'documents'],
      [monthPath(DAY, 'ssh'), 'month'],
      [silencePath(), 'other'],
    ];
    for (const [path, page] of made) {
      expect(wordsOf(path.includes('?') ? searchOf(path) : '', page)).toEqual([]);
    }
  });

  it('names each value that cannot be used, and how it is written', () => {
    for (const hours of ['99', '24', '-1', '1e1', '3,x', '3,', '']) {
      expect(wordsOf(`?source=s&subtype=1&hours=${hours}`, 'documents')).toEqual([
        `The address has hours=${hours}, which cannot be used. Write hours from 0 to 23, as in hours=10,15.`,
      ]);
    }
    expect(wordsOf('?scale=log&rows=tiny&quiet=yes', 'day')).toEqual([
      'The address has scale=log, which cannot be used. Write scale=row or scale=common.',
      'The address has rows=tiny, which cannot be used. Write rows=compact or rows=comfortable.',
      'The address has quiet=yes, which cannot be used. Write quiet=folded, or leave it out.',
    ]);
    expect(wordsOf('?order=first', 'documents')).toHaveLength(1);
    expect(wordsOf('?without=2015-03-18,yesterday', 'series')).toEqual([
      'The address has without=2015-03-18,yesterday, which cannot be used. Write days, as in without=2026-01-30,2026-01-31.',
    ]);
  });

  it('names parameters that the page does not have, or has twice', () => {
    expect(wordsOf('?source=nope', 'other')).toEqual([
      'The address has source=nope, but this page has no such parameter.',
    ]);
    for (const page of ['day', 'series', 'documents', 'month', 'other'] as const) {
      for (const name of ['host', 'run', 'constructor', '__proto__x'.slice(2)]) {
        expect(wordsOf(`?${name}=1`, page)).toHaveLength(1);
      }
    }
    expect(wordsOf('?hours=3&hours=4', 'documents')).toEqual([
      'The address has hours more than once. Only hours=3 is used.',
    ]);
  });

  it('leaves parameters of the host alone', () => {
    expect(wordsOf('?_g=()&embed=true&auth_provider_hint=x', 'month')).toEqual([]);
  });
});
