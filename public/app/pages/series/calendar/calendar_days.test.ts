import { oneSeries } from '../../../../../test/fixtures/page_series';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import { calendarDays, calendarTop } from './calendar_days';
import {
  actionWords,
  cornerWords,
  dateOfCell,
  dayWords,
  frameWords,
  legendWords,
} from './calendar_words';

const DAY = ordinaryDay();
const row = DAY.series.find(({ subtype }) => subtype === '5');
if (row === undefined) throw new Error('the fixture has no series 5');
const ANSWER = oneSeries(DAY, row, { method: 'talk', series: [] });
const DAYS = calendarDays(ANSWER, ['2015-03-18'], ['2015-03-04', '2015-03-11', '2015-03-25']);

function dayOf(date: string) {
  const found = DAYS.find(({ day }) => day === date);
  if (found === undefined) throw new Error(`no ${date}`);
  return found;
}

describe('calendarDays', () => {
  it('say what each day is to the verdict', () => {
    expect(DAYS).toHaveLength(31);
    expect(
      ['2015-03-04', '2015-03-05', '2015-03-17', '2015-03-18'].map((date) => dayOf(date).use),
    ).toEqual(['used', 'other', 'unknown', 'omitted']);
  });

  it('reach as high as the loudest hour of all', () => {
    expect(calendarTop(ANSWER)).toBe(48);
  });
});

describe('the words of a day', () => {
  it('are in its corner if it is hatched or has not 24 hours', () => {
    expect(
      ['2015-03-04', '2015-03-08', '2015-03-17', '2015-03-18'].map((date) =>
        cornerWords(dayOf(date)),
      ),
    ).toEqual(['', '23 h', 'no data', 'left out']);
  });

  it('show date, events, use and reason', () => {
    expect(dayWords(dayOf('2015-03-04'))).toMatch(
      /^Wednesday 4 March 2015, [\d,]+ events, decides the verdict$/,
    );
    expect(dayWords(dayOf('2015-03-17'))).toBe('Tuesday 17 March 2015, no index, no data');
  });

  it('say what pressing it does', () => {
    expect([actionWords('used'), actionWords('omitted')]).toEqual(['leave out', 'use again']);
  });

  it('have the month on the first day that is shown, and on the first of a month', () => {
    expect([dateOfCell('2015-03-18', true), dateOfCell('2015-03-18', false)]).toEqual([
      '18 Mar',
      '18',
    ]);
    expect(dateOfCell('2015-04-01', false)).toBe('1 Apr');
  });

  it('name scale and shading', () => {
    expect(frameWords(1500)).toBe('0 to 1,500 events per hour');
    expect(legendWords('4 Wednesdays', true)).toContain(
      'Shaded: the 4 Wednesdays that decide the verdict.',
    );
    expect(legendWords('1 day', false)).toContain('Shaded: 1 day, too few for a verdict.');
  });
});
