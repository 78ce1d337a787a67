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

describe('a day of a calendar', () => {
  const entry = {
    ...{ day: '2015-03-12', means: 'not_learned_from' as const, sources: null, hours: null },
    name: 'Anniversary of the company',
  };
  const wordsWith = (...calendar: (typeof ANSWER)['calendar']) => {
    const dated = calendarDays({ ...ANSWER, calendar }, ['2015-03-18'], []);
    return dated.filter(({ day }) => day === entry.day);
  };

  it('is left out with its reason, and is not taken for one of the days that are learned from', () => {
    const [day] = wordsWith(entry);
    if (day === undefined) throw new Error('the calendar lost a day');
    expect([day.use, cornerWords(day)]).toEqual(['calendar', 'left out']);
    expect(dayWords(day)).toMatch(
      /^Thursday 12 March 2015, [\d,]+ events, left out by a calendar, Anniversary of the company in the calendar$/,
    );
  });

  it('is not left out for another source, by another meaning, or in some hours', () => {
    const others = [
      { ...entry, sources: ['ossec'] },
      { ...entry, means: 'not_assessed' as const },
      { ...entry, means: 'like_sunday' as const },
      { ...entry, hours: [3, 4] },
    ];
    const words = others.map((one) => wordsWith(one).map((day) => [day.use, dayWords(day)]));
    expect(words.flat().map(([use]) => use)).toEqual(['other', 'other', 'other', 'other']);
    expect(words.flat().map(([, told]) => told?.split(', training day')[1])).toEqual([
      '',
      '',
      ', read like a Sunday (Anniversary of the company in the calendar)',
      ', 2 hours not learned from (Anniversary of the company in the calendar)',
    ]);
  });

  it('is what the reader says first, who can take that back', () => {
    const dated = calendarDays({ ...ANSWER, calendar: [entry] }, [entry.day], []);
    expect(dated.find(({ day }) => day === entry.day)?.use).toBe('omitted');
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
    const talk = { hasVerdict: true, skipsOddDays: false };
    expect(legendWords({ ...talk, basis: '4 Wednesdays' })).toContain(
      'Shaded: the 4 Wednesdays that decide the verdict. Hatched',
    );
    expect(legendWords({ basis: '1 day', hasVerdict: false, skipsOddDays: true })).toContain(
      'Shaded: 1 day, too few for a verdict. Hatched',
    );
    const uses = new Set(['used', 'other', 'calendar'] as const);
    expect(legendWords({ ...talk, basis: '4 Saturdays' }, uses)).toBe(
      'Shaded: the 4 Saturdays that decide the verdict. Plain: other days. Hatched: left out, also by a calendar, or no data.',
    );
    const calibrated = legendWords(
      { ...talk, basis: '30 days', skipsOddDays: true },
      new Set(['used'] as const),
    );
    expect(calibrated).toBe(
      'Shaded: the 30 days that decide the verdict. The method does not learn from a day that is unusual as a whole. Hatched: left out, or no data.',
    );
  });
});
