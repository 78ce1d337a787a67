import { historyParts } from './history_words';

const LAST = '2015-11-07';
const flag = (day: string, hour = 10, verdict = 'more' as const) => ({ day, hour, verdict });
const words = (days: readonly string[], analyzed?: number): string =>
  historyParts(
    days.map((day) => flag(day)),
    LAST,
    analyzed,
  )
    .map(({ text }) => text)
    .join('');

describe('the history of a series in words', () => {
  it('names the days, each month once, and what was the matter the time before', () => {
    expect(words(['2015-10-30', '2015-11-03', '2015-11-06', LAST])).toBe(
      'Unusual on 4 of 31 days: 30 Oct, 3 and 6 Nov, this day; last time More at 10:00.',
    );
    expect(words(['2015-11-02', '2015-11-03', '2015-11-06'])).toBe(
      'Unusual on 3 of 31 days: 2, 3 and 6 Nov; last time More at 10:00.',
    );
  });

  it('says that it was this day alone, or never', () => {
    expect(words([LAST])).toBe('Unusual on 1 of 31 days: this day.');
    expect(words([])).toBe('Not unusual on any of 31 days.');
  });

  it('counts the days that were analyzed, where it was not all of them', () => {
    expect(words([LAST], 12)).toBe('Unusual on 1 of 12 analyzed days: this day.');
    expect(words([], 31)).toBe('Not unusual on any of 31 days.');
  });

  it('lists the latest of many days', () => {
    const days = Array.from({ length: 9 }, (_, index) => `2015-10-${10 + index}`);
    expect(words(days)).toBe(
      'Unusual on 9 of 31 days, most recently 13, 14, 15, 16, 17 and 18 Oct; last time More at 10:00.',
    );
  });

  it('leads to each of the days but the one that is looked at', () => {
    const parts = historyParts([flag('2015-11-03'), flag(LAST)], LAST, undefined);
    expect(parts.flatMap(({ day }) => day ?? [])).toEqual(['2015-11-03']);
  });
});
