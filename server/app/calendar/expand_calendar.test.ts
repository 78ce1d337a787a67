import { z } from 'zod';
import { postCalendar } from '../../../common/api/judging/calendars';
import type { CalendarDay, CalendarMeaning, PresentCalendar } from '../../../common/calendar';
import { CalendarRefused } from './calendar_error';
import { calendarMark, icsOf as fileOf } from '../../../test/fixtures/calendars';
import { calendarDays } from './calendar_days';
import { expandCalendar } from './expand_calendar';

const VIENNA = { from: '2026-10-01', to: '2026-12-31', zone: 'Europe/Vienna' };

function calendarOf(ics: string, ...means: readonly CalendarMeaning[]): PresentCalendar {
  const all = means.length === 0 ? (['not_assessed'] as const) : means;
  return { ...calendarMark({ means: all, at: '2026-11-01T00:00:00.000Z' }), ics };
}

function expanded(event: string, asked = VIENNA): CalendarDay[] {
  return expandCalendar(calendarOf(fileOf(event)), asked).days;
}

function daysOf(event: string, asked = VIENNA): string[] {
  return expanded(event, asked).map(({ day, hours }) =>
    hours === null ? day : `${day} ${hours.join(',')}`,
  );
}

function refusal(event: string): string {
  try {
    expanded(event);
  } catch (error) {
    if (error instanceof CalendarRefused) return error.message;
    throw error;
  }
  return 'nothing was refused';
}

describe('the days of a calendar', () => {
  it('are all days of an event that lasts whole days, in any zone', () => {
    const event = 'UID:1\nSUMMARY:Holidays\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227';
    expect(daysOf(event)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26']);
    expect(expanded(event)[0]).toMatchObject({ name: 'Holidays', means: 'not_assessed' });
    expect(daysOf(event, { ...VIENNA, zone: 'America/Toronto' })).toHaveLength(3);
    expect(daysOf('UID:1\nDTSTART;VALUE=DATE:20261224')).toEqual(['2026-12-24']);
  });

  it('are the day off in the file that the API gives as its example', () => {
    const ics = z.string().parse(postCalendar.body.shape.ics.meta()?.example);
    const april = { from: '2015-04-01', to: '2015-04-30', zone: 'America/Toronto' };
    expect(expandCalendar(calendarOf(ics), april).days).toMatchObject([
      { day: '2015-04-03', hours: null, name: 'Good Friday' },
    ]);
  });

  it('are only those that are asked for, however long an event lasts', () => {
    const event = 'UID:1\nDTSTART;VALUE=DATE:00010101\nDTEND;VALUE=DATE:99991231';
    expect(daysOf(event, { ...VIENNA, from: '2026-12-30' })).toEqual(['2026-12-30', '2026-12-31']);
  });

  it('come again every year, month, week or day, without exceptions and with additions', () => {
    const event =
      'UID:1\nDTSTART;VALUE=DATE:20150101\nRRULE:FREQ=YEARLY;BYMONTH=10,11,12;BYMONTHDAY=8\n' +
      'EXDATE;VALUE=DATE:20261108\nRDATE;VALUE=DATE:20261213';
    expect(daysOf(event)).toEqual(['2026-10-08', '2026-12-08', '2026-12-13']);
    expect(daysOf('UID:1\nDTSTART;VALUE=DATE:20261101\nRRULE:FREQ=DAILY;COUNT=3')).toHaveLength(3);
    expect(
      daysOf('UID:1\nDTSTART;VALUE=DATE:20261103\nRRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261231'),
    ).toEqual(['2026-11-03', '2026-11-10', '2026-12-08']);
  });

  it('are hours where an event has them, by the clock of its zone, also when the clock changes', () => {
    const event =
      'UID:1\nDTSTART;TZID=Europe/Vienna:20261023T220000\nDTEND;TZID=Europe/Vienna:20261024T020000\n' +
      'RRULE:FREQ=WEEKLY;UNTIL=20261106T210000Z';
    const hours = ['2026-10-23 22,23', '2026-10-24 0,1', '2026-10-30 22,23', '2026-10-31 0,1'];
    expect(daysOf(event)).toEqual([...hours, '2026-11-06 22,23', '2026-11-07 0,1']);
    const windows = event.replaceAll('Europe/Vienna', 'W. Europe Standard Time');
    expect(daysOf(windows)).toEqual(daysOf(event));
    const prefixed = event.replaceAll('Europe/Vienna', '/example.org/Europe/Vienna');
    expect(daysOf(prefixed)).toEqual(daysOf(event));
    expect(daysOf('UID:1\nDTSTART:20261201T233000Z\nDURATION:PT1H')).toEqual(['2026-12-02 0,1']);
    expect(daysOf('UID:1\nDTSTART:20261201T233000\nDURATION:PT1H')).toEqual([
      '2026-12-01 23',
      '2026-12-02 0',
    ]);
  });

  it('are whole days where the hours of an event are all there are, of 23 and 25 hours too', () => {
    const event =
      'UID:1\nDTSTART;TZID=Europe/Vienna:20261025T000000\nDTEND;TZID=Europe/Vienna:20261026T000000';
    expect(daysOf(event)).toEqual(['2026-10-25']);
    expect(daysOf(event, { ...VIENNA, zone: 'UTC' })).toEqual([
      '2026-10-24 22,23',
      `2026-10-25 ${Array.from({ length: 23 }, (_, hour) => hour).join(',')}`,
    ]);
  });

  it('are elsewhere if one occurrence was moved, and none if it was canceled', () => {
    const every =
      'UID:a\nDTSTART;TZID=Europe/Vienna:20261202T030000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY';
    const moved =
      'UID:a\nRECURRENCE-ID;TZID=Europe/Vienna:20261209T030000\nDTSTART;TZID=Europe/Vienna:20261210T040000\nDURATION:PT1H';
    const canceled =
      'UID:a\nRECURRENCE-ID:20261216T020000Z\nDTSTART:20261216T020000Z\nSTATUS:CANCELLED';
    const { days } = expandCalendar(calendarOf(fileOf(every, moved, canceled)), VIENNA);
    expect(days.map(({ day, hours }) => `${day} ${String(hours)}`)).toEqual([
      '2026-12-02 3',
      '2026-12-10 4',
      '2026-12-23 3',
      '2026-12-30 3',
    ]);
  });

  it('have each meaning of their calendar, but hours are not like a Sunday', () => {
    const both = 'UID:1\nDTSTART;VALUE=DATE:20261224';
    const some = 'UID:2\nSUMMARY:Half\nDTSTART:20261223T100000Z\nDURATION:PT1H';
    const calendar = calendarOf(fileOf(both, some), 'like_sunday', 'not_learned_from');
    const { days, partial } = expandCalendar(calendar, VIENNA);
    expect(days.map(({ day, means }) => `${day} ${means}`)).toEqual([
      '2026-12-23 not_learned_from',
      '2026-12-24 like_sunday',
      '2026-12-24 not_learned_from',
    ]);
    expect(partial).toEqual(['Half']);
  });
});

describe('a calendar is refused with a sentence', () => {
  const start = 'UID:1\nSUMMARY:Often\nDTSTART:20150101T000000Z\n';

  it.each(['SECONDLY', 'MINUTELY', 'HOURLY'])('if a rule is %s', (freq) => {
    expect(refusal(`${start}RRULE:FREQ=${freq}`)).toMatch(/Often recurs .*ly: use a rule/);
  });

  it('if a rule takes too many steps, even if they match nothing', () => {
    expect(refusal('UID:1\nDTSTART;VALUE=DATE:19010101\nRRULE:FREQ=DAILY')).toMatch('20,000 steps');
    const never = 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=MO,TU,WE';
    expect(refusal(start + never)).toMatch('20,000 steps');
    expect(refusal(`${start}RRULE:FREQ=DAILY;INTERVAL=99999999`)).toMatch('interval');
    const minutes = 'RRULE:FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0,15,30,45';
    expect(refusal(start + minutes)).toMatch('20,000 steps');
  });

  it('if it has too many days', () => {
    const from = '1996-01-01';
    const event = `UID:1\nDTSTART;VALUE=DATE:19960101\nDTEND;VALUE=DATE:20261231`;
    expect(() => expanded(event, { ...VIENNA, from })).toThrow('more than 10,000 days');
  });

  it('if its zone is not known: it is never read as if it had none', () => {
    const event = 'UID:1\nDTSTART;TZID=Customized Time Zone:20261201T100000\nDURATION:PT1H';
    expect(refusal(event)).toMatch('the zone Customized Time Zone is not known');
  });

  it.each([
    ['', 'no event'],
    ['BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT', 'no beginning'],
    ['BEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT', 'cannot be read'],
  ])('if it is broken: %j', (body, why) => {
    const ics = `BEGIN:VCALENDAR\r\n${body}\r\nEND:VCALENDAR`;
    expect(() => expandCalendar(calendarOf(ics), VIENNA)).toThrow(why);
  });

  it.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'day 30, which no month of 2 has'],
    ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 'day 30, which no month of 2 has'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'day 30, which no month of 2 has'],
    ['FREQ=YEARLY;BYMONTH=2,4,6;BYMONTHDAY=1,31', 'day 31, which no month of 2, 4, 6 has'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30', 'day -30, which no month of 2 has'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'day 0, which no month has'],
  ])('if a rule names a day that none of its months has: %s', (rule, why) => {
    const event = `UID:1\nSUMMARY:Patches\nDTSTART;VALUE=DATE:20150101\nRRULE:${rule}`;
    expect(refusal(event)).toBe(
      `Patches recurs on ${why}: correct BYMONTHDAY or BYMONTH of its rule`,
    );
  });

  it('if a rule has months that lack the day on which it begins', () => {
    const event = 'UID:1\nDTSTART;VALUE=DATE:20150131\nRRULE:FREQ=YEARLY;BYMONTH=4';
    expect(refusal(event)).toContain('day 31, which no month of 4 has');
  });

  it.each(['', 'hello', '<html></html>', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'])(
    'if it is not a calendar: %j',
    (ics) => {
      expect(() => expandCalendar(calendarOf(ics), VIENNA)).toThrow(CalendarRefused);
    },
  );
});

describe('a rule whose day some months or years lack', () => {
  const YEARS = { from: '2015-01-01', to: '2020-12-31', zone: 'Europe/Vienna' };
  const of = (start: string, rule: string) =>
    daysOf(`UID:1\nDTSTART;VALUE=DATE:${start}\nRRULE:${rule}`, YEARS);

  it('recurs where the day exists, and nowhere else', () => {
    expect(of('20160229', 'FREQ=YEARLY')).toEqual(['2016-02-29', '2020-02-29']);
    expect(of('20160229', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toEqual([
      '2016-02-29',
      '2020-02-29',
    ]);
    expect(of('20200131', 'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=31')).toEqual([
      '2020-01-31',
      '2020-03-31',
    ]);
    expect(of('20200102', 'FREQ=MONTHLY;BYMONTH=1,2;BYMONTHDAY=-30')).toEqual(['2020-01-02']);
  });

  it('counts only the days that exist', () => {
    expect(of('20160229', 'FREQ=YEARLY;COUNT=2')).toEqual(['2016-02-29', '2020-02-29']);
  });

  it('loses no day of a monthly rule with months', () => {
    const days = of('20150330', 'FREQ=MONTHLY;BYMONTH=3,4;BYMONTHDAY=30;COUNT=4');
    expect(days).toEqual(['2015-03-30', '2015-04-30', '2016-03-30', '2016-04-30']);
    const later = of('20150130', 'FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=30;UNTIL=20161231');
    expect(later).toEqual(['2015-01-30', '2015-03-30', '2016-03-30']);
  });
});

describe('a yearly rule', () => {
  const YEARS = { from: '2026-01-01', to: '2027-12-31', zone: 'Europe/Vienna' };
  const of = (start: string, rule: string) =>
    daysOf(`UID:1\nDTSTART;VALUE=DATE:${start}\nRRULE:${rule}`, YEARS);

  it('with days of the month but without months recurs in every month', () => {
    expect(of('20260315', 'FREQ=YEARLY;BYMONTHDAY=15;COUNT=12')).toEqual(
      Array.from({ length: 12 }, (_, at) =>
        new Date(Date.UTC(2026, 2 + at, 15)).toISOString().slice(0, 10),
      ),
    );
    expect(of('20261031', 'FREQ=YEARLY;BYMONTHDAY=31,-1;COUNT=5')).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
    expect(of('20260313', 'FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13')).toEqual([
      '2026-03-13',
      '2026-11-13',
      '2027-08-13',
    ]);
  });

  it('has the last day of each of its months in every year', () => {
    const last = ['2026-04-30', '2026-05-31', '2027-04-30', '2027-05-31'];
    expect(of('20260430', 'FREQ=YEARLY;BYMONTH=4,5;BYMONTHDAY=-1')).toEqual(last);
    expect(of('20260430', 'FREQ=MONTHLY;BYMONTH=5,4;BYMONTHDAY=-1')).toEqual(last);
    expect(
      of('20260424', 'FREQ=YEARLY;BYMONTH=4;BYDAY=FR;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1'),
    ).toEqual(['2026-04-24', '2027-04-30']);
  });

  it('chooses by position among the weekdays of its month', () => {
    const thanksgiving = 'FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4';
    expect(of('20261126', thanksgiving)).toEqual(['2026-11-26', '2027-11-25']);
    expect(of('20260302', 'FREQ=MONTHLY;BYMONTH=3,4;BYDAY=MO;BYSETPOS=1')).toEqual([
      '2026-03-02',
      '2026-04-06',
      '2027-03-01',
      '2027-04-05',
    ]);
  });
});

describe('a rule of RFC 5545', () => {
  const YEARS = { from: '2026-01-01', to: '2028-12-31', zone: 'Europe/Vienna' };

  it.each([
    ['20260511', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '2026-05-11 2027-05-17 2028-05-15'],
    ['20260518', 'FREQ=YEARLY;BYDAY=20MO', '2026-05-18 2027-05-17 2028-05-15'],
    ['20261231', 'FREQ=YEARLY;BYDAY=TH;BYSETPOS=-1', '2026-12-31 2027-12-30 2028-12-28'],
    ['20260423', 'FREQ=YEARLY;BYMONTH=4,9;BYDAY=TH;BYSETPOS=4', '2026-04-23 2027-04-22 2028-04-27'],
    ['20260213', 'FREQ=YEARLY;BYMONTHDAY=13;BYYEARDAY=44', '2026-02-13 2027-02-13 2028-02-13'],
    [
      '20260130',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3',
      '2026-01-30 2026-02-27 2026-03-31',
    ],
    [
      '20260131',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=2',
      '2026-01-31 2026-02-28',
    ],
    [
      '20260227',
      'FREQ=DAILY;BYMONTHDAY=-1,27;COUNT=4',
      '2026-02-27 2026-02-28 2026-03-27 2026-03-31',
    ],
    [
      '20260625',
      'FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=-6;COUNT=3',
      '2026-06-25 2026-07-26 2026-08-26',
    ],
    ['20260125', 'FREQ=MONTHLY;INTERVAL=2;BYMONTH=1,4', '2026-01-25 2027-01-25 2028-01-25'],
    [
      '20260105',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=3',
      '2026-01-05 2026-01-18 2026-01-19',
    ],
  ])('from %s on, %s', (start, rule, days) => {
    expect(daysOf(`UID:1\nDTSTART;VALUE=DATE:${start}\nRRULE:${rule}`, YEARS)).toEqual(
      days.split(' '),
    );
  });

  it('has its last day included, if its end is a day and its beginning a time', () => {
    const event = 'UID:1\nDTSTART:20260105T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20260106';
    expect(daysOf(event, YEARS)).toEqual(['2026-01-05 10', '2026-01-06 10']);
  });

  it('of whole days does not recur by hours', () => {
    const event = 'UID:1\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=DAILY;COUNT=2;BYHOUR=1,2,3';
    expect(daysOf(event, YEARS)).toEqual(['2026-01-05', '2026-01-06']);
  });

  it('is read at once, however often it repeats a value', () => {
    const often = Array.from({ length: 50_000 }, () => '5').join(',');
    const event = `UID:1\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=YEARLY;BYYEARDAY=${often}`;
    expect(daysOf(event, YEARS)).toEqual(['2026-01-05', '2027-01-05', '2028-01-05']);
  });
});

describe('the calendars of some days', () => {
  it('are the latest of each name, and one that cannot be used is reported, not thrown', () => {
    const good = calendarOf(fileOf('UID:1\nSUMMARY:Feast\nDTSTART;VALUE=DATE:20261224'));
    const bad = { ...calendarOf('broken'), id: 'b', name: 'bad' };
    const gone = { ...good, id: 'c', name: 'gone' };
    const removed = { ...gone, id: 'd', means: [], ics: null, at: '2026-11-02T00:00:00.000Z' };
    const found = calendarDays([removed, gone, bad, good], VIENNA);
    expect(found.days.map(({ name }) => name)).toEqual(['Feast']);
    expect(found.notes).toEqual([expect.stringMatching('calendar bad is not used')]);
    expect(calendarDays([good], { ...VIENNA, to: '2026-12-23' }).days).toEqual([]);
  });
});
