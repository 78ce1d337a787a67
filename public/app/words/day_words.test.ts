import {
  clockTime,
  longDay,
  momentWords,
  offsetWords,
  shortDay,
  weekdayAndDate,
} from './day_words';
import { costWords } from './cost_words';
import { durationWords } from './duration_words';

describe('days in words', () => {
  it('name weekday, date, month and year', () => {
    expect(longDay('2015-04-01')).toBe('Wednesday 1 April 2015');
    expect(weekdayAndDate('2015-03-31')).toBe('Tuesday 31 March');
    expect(shortDay('2015-03-02')).toBe('2 Mar');
  });

  it('show an instant on the wall clock of the zone', () => {
    expect(momentWords('2015-04-02T10:02:41.000Z', 'America/Toronto')).toBe('2 April 06:02');
    expect(clockTime('2015-04-01T19:03:11.250Z', 'America/Toronto')).toBe('15:03:11');
    expect(momentWords('2015-04-01T23:30:00Z', 'Asia/Kolkata')).toBe('2 April 05:00');
  });

  it('show how far the clock is from UTC', () => {
    expect([-240, 330, 0, -570].map(offsetWords)).toEqual(['UTC−4', 'UTC+5:30', 'UTC', 'UTC−9:30']);
  });

  it('show how long something took', () => {
    expect([420, 41_000, 180_000].map(durationWords)).toEqual(['0.4 s', '41 s', '3 min']);
  });

  it('show what a run cost, as far as it is known', () => {
    const cost = { searches: 131, documents_written: 5126 };
    expect(costWords({ duration_ms: 41_000, cost })).toBe(
      '41 s, 131 searches, 5,126 documents written',
    );
    const least = { searches: 1, documents_written: 1 };
    expect(costWords({ duration_ms: 420, cost: least })).toBe(
      '0.4 s, 1 search, 1 document written',
    );
    expect(costWords({ duration_ms: 41_000 })).toBe('41 s');
  });
});
