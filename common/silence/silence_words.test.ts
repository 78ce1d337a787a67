import { addDays, weekdayOf, type Day } from '../time/day';
import { learnSilence } from './silence_law';
import { lengthWords, longestGapWords, usualWords } from './silence_words';

function usual(draw: (hour: number, day: Day) => number): string {
  const days = Array.from({ length: 28 }, (_, age) => {
    const day = addDays('2026-03-02', age - 28);
    return { day, counts: Array.from({ length: 24 }, (_h, hour) => draw(hour, day)) };
  });
  const law = learnSilence(days);
  return law === undefined ? '' : usualWords(law);
}

describe('words about silence', () => {
  it.each([
    [0, '0 minutes'],
    [1 / 60, '1 minute'],
    [55 / 60, '55 minutes'],
    [1, '1 hour'],
    [5.9, '5 hours'],
    [24, '1 day'],
    [90, '3 days 18 hours'],
  ])('say how long %d hours are', (hours, words) => {
    expect(lengthWords(hours)).toBe(words);
  });

  it('say what is usual', () => {
    expect(usual(() => 12)).toBe('12 an hour');
    expect(usual((hour, day) => (weekdayOf(day) % 6 !== 0 && hour > 7 && hour < 18 ? 12 : 0))).toBe(
      '12 an hour on working days',
    );
    expect(usual((hour) => (hour === 2 ? 7 : 0))).toBe('once a day, by 03:00 at the latest');
    expect(usual((hour, day) => (hour === 2 && weekdayOf(day) === 1 ? 7 : 0))).toBe(
      'once a week, on Mondays, by 03:00 at the latest',
    );
  });

  it('say only as much about a gap as hourly counts show', () => {
    expect(longestGapWords({ longestGap: 0, daysLearned: 31 })).toBe(
      'less than 2 hours in 31 days',
    );
    expect(longestGapWords({ longestGap: 61, daysLearned: 7 })).toBe(
      'less than 2 days 15 hours in 7 days',
    );
  });
});
