import type { ApiSilence } from '../../../common/api';
import {
  belowWords,
  factWords,
  lastSeenWords,
  missingWords,
  silentFor,
  sourceWords,
  streamWords,
  summaryWords,
} from './silence_words';

const ROW: ApiSilence = {
  source: 'syslog',
  host: 'web1',
  subtype: null,
  series_name: 'web1',
  state: 'silent',
  last_seen: '2026-11-24T13:58:00.000Z',
  is_to_the_minute: true,
  due_by: '2026-11-24T16:00:00.000Z',
  silent_since: '2026-11-24T13:58:00.000Z',
  recovered_at: null,
  usual_per_day: 288,
  usual: '12 an hour',
  longest_gap: 'less than 2 hours',
  mornings: 4,
  missing: 1080,
  muted_until: null,
  reason: null,
  daily: [],
  below: [],
  folded: 0,
  sentence: '',
};

describe('words of the page of silence', () => {
  it('name the host, the series or the whole source', () => {
    expect([streamWords(ROW), sourceWords(ROW)]).toEqual(['web1', 'host, syslog']);
    const series = { ...ROW, host: null, subtype: '5', series_name: 'Syslog notice' };
    expect([streamWords(series), sourceWords(series)]).toEqual(['Syslog notice', 'series, syslog']);
    const whole = { ...ROW, host: null, series_name: 'syslog' };
    expect([streamWords(whole), sourceWords(whole)]).toEqual(['syslog', 'the whole source']);
  });

  it('count what is silent for the same cause', () => {
    const series = { ...ROW, host: null, subtype: '3' };
    expect(belowWords([ROW, series, series])).toBe('1 host, 2 series');
  });

  it('say the how-manyth morning it is, and that it is new', () => {
    expect(factWords(ROW, 'UTC')).toBe('listed for 4 mornings');
    expect(factWords({ ...ROW, mornings: 0 }, 'UTC')).toBe('new today');
  });

  it('say how long it lasts, or lasted', () => {
    expect(silentFor(ROW, '2026-11-28T07:58:00.000Z')).toBe('3 days 18 hours');
    const back = { ...ROW, recovered_at: '2026-11-24T18:58:00.000Z' };
    expect(silentFor(back, '2026-11-28T07:58:00.000Z')).toBe('5 hours');
  });

  it('count from the end of the hour where only the hour of the last event is known', () => {
    const since = '2026-11-24T13:00:00.000Z';
    const hourly = { ...ROW, silent_since: since, last_seen: since, is_to_the_minute: false };
    expect(silentFor(hourly, '2026-11-25T00:00:00.000Z')).toBe('10 hours');
    expect(silentFor(hourly, '2026-11-24T13:30:00.000Z')).toBe('0 minutes');
    const back = { ...hourly, state: 'recovered' as const, recovered_at: '2026-11-24T18:00:00Z' };
    expect(factWords(back, 'UTC')).toBe('from 24 November 14:00 to 24 November 18:00; logs again');
  });

  it('say until when what is missing is counted, if the silence lasts longer', () => {
    expect(missingWords(ROW, 'UTC')).toBe('1,080 missing');
    expect(missingWords({ ...ROW, missing_until: null }, 'UTC')).toBe('1,080 missing');
    const until = (missing_until: string): string => missingWords({ ...ROW, missing_until }, 'UTC');
    expect(until('2026-11-29T00:00:00.000Z')).toBe('1,080 missing until 28 November 24:00');
    expect(until('2026-11-28T17:00:00.000Z')).toBe('1,080 missing until 28 November 17:00');
    expect(missingWords({ ...ROW, missing: 0, missing_until: ROW.last_seen }, 'UTC')).toBe('');
  });

  it('say from when to when a stream was silent that speaks again', () => {
    const back = { ...ROW, state: 'recovered' as const, recovered_at: '2026-11-24T18:58:00.000Z' };
    expect(factWords(back, 'UTC')).toBe('from 24 November 13:58 to 24 November 18:58; logs again');
  });

  it('say no minute where only the hour of the last event is known', () => {
    expect(lastSeenWords(ROW, 'UTC')).toBe('24 November 13:58');
    const hourly = { last_seen: '2026-11-24T13:00:00.000Z', is_to_the_minute: false };
    expect(lastSeenWords(hourly, 'UTC')).toBe('24 November 13:00–13:59');
  });

  it('say of what it is not known whether it is silent', () => {
    const unknown = 'solo; the hosts of app, db';
    expect(summaryWords([], unknown)).toBe(
      'Nothing is known to be silent. Not known: solo; the hosts of app, db.',
    );
    expect(summaryWords([ROW], unknown)).toBe('1 silent. Not known: solo; the hosts of app, db.');
  });

  it('sum up what is silent and late, and nothing else', () => {
    const states = ['silent', 'silent', 'late', 'gone', 'muted', 'recovered'] as const;
    const rows = states.map((state) => ({ ...ROW, state }));
    expect(summaryWords(rows, null)).toBe('2 silent, 1 late.');
    expect(summaryWords(rows.slice(0, 2), null)).toBe('2 silent.');
    expect(summaryWords(rows.slice(3), null)).toBe('Nothing is silent.');
    expect(new Set(rows.map((row) => factWords(row, 'UTC'))).size).toBe(5);
  });
});
