import { noLogsOn } from './no_logs';

const absent = (first: string, last: string) => ({
  is_absent: true as const,
  log_days: { first, last, nearest: first },
});

describe('noLogsOn', () => {
  const results = [absent('2015-03-01', '2015-03-20'), absent('2015-02-27', '2015-04-01')];

  it('places a day without logs among the days that any source has logs of', () => {
    expect(noLogsOn('2015-02-26', results)).toEqual({ place: 'before', first: '2015-02-27' });
    expect(noLogsOn('2015-03-25', results)).toEqual({ place: 'between' });
    expect(noLogsOn('2015-04-02', results)).toEqual({ place: 'after', last: '2015-04-01' });
    expect(noLogsOn('2015-04-02', [{ is_absent: true }])).toEqual({ place: 'unknown' });
  });

  it('says nothing if a source has a document, or if that is not known', () => {
    expect(noLogsOn('2015-02-26', [...results, {}])).toBeUndefined();
    expect(noLogsOn('2015-02-26', [])).toBeUndefined();
  });
});
