import type { LedgerDay } from '../../../../common/api/runs/list_runs';
import type { MonthSeries } from './month_rows';
import { cellWords, lastTitle, lastWords, rowWords, spanWords } from './month_words';

const series: MonthSeries = {
  source: 'ossec',
  subtype: '5716',
  name: 'SSH login failed',
  code: 'ossec rule 5716',
  unit: 58,
  marks: [
    [25, 14, 2.1, true],
    [25, 15, 1.9, true],
    [25, 20, 0.4, false],
    [26, 3, 0.4, false],
  ],
  silent: [],
  began: {
    ...{ day: '2015-03-27', hour: 14, verdict: 'more', hours: 45, other_hours: 0 },
    words: 'more, 45 h',
  },
  first_seen: null,
};
const day = (parts: Partial<LedgerDay>): LedgerDay => ({
  day: '2015-03-27',
  state: 'analyzed',
  words: null,
  run_id: null,
  hours_known: 24,
  series: 42,
  series_unusual: 3,
  tagged: null,
  ...parts,
});

describe('the month in words', () => {
  it('names the days that it spans', () => {
    expect(spanWords('2015-03-02', '2015-04-01')).toBe('2 March – 1 April 2015');
  });

  it('say when the finding of a series began, or that it was as usual', () => {
    expect(rowWords(series)).toBe('SSH login failed: began 27 Mar 14:00, more, 45 h');
    expect(rowWords({ ...series, began: null })).toBe(
      'SSH login failed: no finding on the analyzed days',
    );
  });

  it('ends a row with what is unusual, or with the day on which it was first seen', () => {
    expect(lastWords(series)).toBe('more, 45 h');
    const quiet = { ...series, began: null };
    expect(lastWords({ ...quiet, first_seen: '2015-03-25' })).toBe('first seen 25 Mar');
    expect(lastWords(quiet)).toBe('');
  });

  it('says how many other hours were flagged, in full in the title', () => {
    const { began } = series;
    if (began === null) throw new Error('the fixture has no beginning');
    const several = { ...series, began: { ...began, other_hours: 2 } };
    expect(lastWords(several)).toBe('more, 45 h (+2 h)');
    expect(lastTitle(several)).toBe('more, 45 h; 2 other hours flagged in these 31 days');
    expect(rowWords(several)).toBe(
      'SSH login failed: began 27 Mar 14:00, more, 45 h; 2 other hours flagged in these 31 days',
    );
    expect(lastTitle({ ...series, began: { ...began, other_hours: 1 } })).toContain(
      '1 other hour ',
    );
    expect(lastTitle(series)).toBeUndefined();
  });

  it('says what "first seen" rests on', () => {
    const quiet = { ...series, began: null };
    expect(lastTitle({ ...quiet, first_seen: '2015-03-25' })).toBe(
      'No result of the days before has an event of this series.',
    );
    expect(lastTitle(quiet)).toBeUndefined();
  });

  it('speaks a day of a series: what was flagged, that nothing was, or that nothing is known', () => {
    expect(cellWords(series, 25, day({}))).toBe('Friday 27 March 2015: 2 hours flagged');
    expect(cellWords(series, 26, day({ day: '2015-03-28' }))).toBe(
      'Saturday 28 March 2015: no finding',
    );
    expect(cellWords(series, 15, day({ day: '2015-03-17', hours_known: 0 }))).toBe(
      'Tuesday 17 March 2015: no data',
    );
  });
});
