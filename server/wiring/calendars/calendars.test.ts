import { Client } from '@elastic/elasticsearch';
import { LARGEST_CALENDAR } from '../../../common/calendar';
import { parseSettings } from '../../../common/settings';
import { MemoryCluster, memoryConnection } from '../../../standalone/memory';
import { keepCalendar, listCalendars, type NewCalendar, removeCalendar } from './calendars';
import { decisionsOf, NO_DECISIONS } from '../../app/deciding';
import { createAnalysisPorts } from '../create_analysis_ports';

const { signal } = new AbortController();
const NOW = new Date('2026-12-01T09:00:00Z');

function settingsOf() {
  const parsed = parseSettings({ zone: 'Europe/Vienna', sources: [{ id: 'syslog' }] });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  return parsed.settings;
}

function icsOf(...lines: readonly string[]): string {
  const event = ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
  return ['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n');
}

const FEAST: NewCalendar = {
  name: 'holidays',
  means: ['not_learned_from', 'like_sunday'],
  sources: null,
  ics: icsOf('SUMMARY:<b>Feast</b>', 'DTSTART;VALUE=DATE:20261208', 'RRULE:FREQ=YEARLY'),
};

function judging(at: Date = NOW) {
  const client = new Client({
    node: 'http://in-memory.invalid',
    Connection: memoryConnection(new MemoryCluster()),
  });
  return { client, settings: settingsOf(), author: 'ana', now: at };
}

describe('calendars', () => {
  it('are kept, listed with their next days, replaced by name and removed', async () => {
    const by = judging();
    expect(await listCalendars(by, signal)).toEqual({ calendars: [] });
    await keepCalendar(FEAST, by, signal);
    const { calendars } = await listCalendars(by, signal);
    expect(calendars).toMatchObject([
      {
        name: 'holidays',
        means: ['like_sunday', 'not_learned_from'],
        author: 'ana',
        coming: 2,
        next: [
          { day: '2026-12-08', hours: null, name: '<b>Feast</b>' },
          { day: '2027-12-08', hours: null },
        ],
        fault: null,
      },
    ]);
    const later = { ...by, now: new Date('2026-12-01T10:00:00Z') };
    await keepCalendar({ ...FEAST, means: ['not_assessed'], sources: ['syslog'] }, later, signal);
    expect((await listCalendars(by, signal)).calendars).toMatchObject([{ sources: ['syslog'] }]);
    const last = { ...by, now: new Date('2026-12-01T11:00:00Z') };
    await removeCalendar('holidays', last, signal);
    expect(await listCalendars(by, signal)).toEqual({ calendars: [] });
    await expect(removeCalendar('holidays', last, signal)).rejects.toThrow('no calendar holidays');
  });

  it('are asked for the day of a run and the days that it learns from', async () => {
    const by = judging();
    await keepCalendar(FEAST, by, signal);
    const options = { scope: 'default', now: () => NOW, isTagging: false };
    const { decisions } = createAnalysisPorts(by.client, options);
    const said = (await decisions?.('default', signal)) ?? NO_DECISIONS;
    const daysOn = (day: string) =>
      decisionsOf(said, { from: day, to: day }, by.settings)
        .on(day)
        .calendar.map((one) => one.day);
    expect(daysOn('2026-12-07')).toEqual([]);
    expect(daysOn('2026-12-08')).toEqual(['2026-12-08', '2026-12-08']);
    expect(daysOn('2027-01-08')).toEqual(['2026-12-08', '2026-12-08']);
    expect(daysOn('2027-01-09')).toEqual([]);
  });

  it.each<[string, Partial<NewCalendar>, string]>([
    ['it is too large', { ics: 'x'.repeat(LARGEST_CALENDAR + 1) }, 'at most 500 kB'],
    ['it is not a calendar', { ics: '<html></html>' }, 'not a calendar'],
    ['a source is unknown', { sources: ['elsewhere'] }, 'no source elsewhere'],
    [
      'hours are to be like a Sunday',
      { ics: icsOf('SUMMARY:Half', 'DTSTART:20261224T110000Z', 'DURATION:PT2H') },
      'only whole days can be like a Sunday, these have hours: Half',
    ],
    [
      'a rule recurs every minute',
      { ics: icsOf('SUMMARY:Often', 'DTSTART:20150101T000000Z', 'RRULE:FREQ=MINUTELY') },
      'Often recurs minutely',
    ],
  ])('are refused with a sentence where %s, and nothing is kept', async (_, given, why) => {
    const by = judging();
    await expect(keepCalendar({ ...FEAST, ...given }, by, signal)).rejects.toThrow(why);
    expect(await listCalendars(by, signal)).toEqual({ calendars: [] });
  });

  it('added by two people at once are both kept, and the later one holds', async () => {
    const by = judging();
    const other = { ...by, author: 'bob', now: new Date(NOW.getTime() + 1) };
    await Promise.all([
      keepCalendar(FEAST, by, signal),
      keepCalendar({ ...FEAST, means: ['not_assessed'] }, other, signal),
    ]);
    expect((await listCalendars(by, signal)).calendars).toMatchObject([{ author: 'bob' }]);
  });
});
