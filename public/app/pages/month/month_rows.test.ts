import { monthRows, type MonthSeries } from './month_rows';

function series(name: string, began: MonthSeries['began'] = null): MonthSeries {
  const nothing = { unit: null, marks: [], silent: [], first_seen: null };
  return { source: 'syslog', subtype: name, name, code: `syslog ${name}`, began, ...nothing };
}

const began = (day: string, hour: number): MonthSeries['began'] => ({
  day,
  hour,
  verdict: 'more',
  hours: 1,
  other_hours: 0,
  words: 'more, 1 h',
});

describe('monthRows', () => {
  const all = [
    series('b'),
    series('c', began('2015-03-27', 14)),
    series('a'),
    series('d', began('2015-04-01', 9)),
    series('e', began('2015-04-01', 13)),
  ];
  const names = (filter: string, order: 'began' | 'name'): string[] =>
    monthRows(all, filter, order).map(({ name }) => name);

  it('puts the latest beginning first, then the quiet ones by name', () => {
    expect(names('', 'began')).toEqual(['e', 'd', 'c', 'a', 'b']);
  });

  it('orders by name where that is asked for', () => {
    expect(names('', 'name')).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('leaves what has all words of the filter', () => {
    expect(names('SYSLOG d', 'began')).toEqual(['d']);
    expect(names('nothing', 'began')).toEqual([]);
  });
});
