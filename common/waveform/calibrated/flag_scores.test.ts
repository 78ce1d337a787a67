import { randomFrom } from '../../../test/generator/random';
import { settingsSchema } from '../../settings';
import { daysBefore, localDay, weekdayOf, type Day } from '../../time';
import { assessSeries } from '../assess_series';
import type { Assessment } from '../hours';

const SETTINGS = settingsSchema.parse({});
const WEDNESDAY: Day = '2024-11-27';
const SUNDAY: Day = '2024-11-24';
const SERIES = 30;

const isOpen = (hour: number): boolean => hour >= 8 && hour < 18;
const ofDay = (countAt: (hour: number) => number): number[] =>
  Array.from({ length: 24 }, (_, hour) => countAt(hour));

/** What becomes of such a day of offices with as many events an hour, and none on Sundays. */
function assessed(day: Day, perHour: number, tested: (usual: number[]) => number[]): Assessment[] {
  return Array.from({ length: SERIES }, (_, seed) => {
    const { poisson } = randomFrom(seed);
    const office = (): number[] => ofDay((hour) => (isOpen(hour) ? poisson(perHour) : 0));
    const training = daysBefore(day, 31).map((before) => ({
      day: before,
      counts: weekdayOf(before) % 6 === 0 ? ofDay(() => 0) : office(),
    }));
    const { columns } = localDay(day, 'UTC');
    return assessSeries({ day, counts: tested(office()), training }, columns, SETTINGS);
  });
}

const verdictOf = (one: Assessment): string => (one.state === 'unusual' ? one.verdict : one.state);
const sentences = (days: readonly Assessment[]): string[] =>
  days.map((day) => (day.state === 'unusual' ? day.sentence : day.state));
const verdicts = (days: readonly Assessment[]): Set<string> => new Set(days.map(verdictOf));

describe('a working day that fell silent but for one hour, with empty Sundays', () => {
  it.each([10, 50, 500])('has not more there, with %i an hour on other days', (perHour) => {
    const half = Math.round(perHour / 2);
    const like = `Like a Sunday except at 11:00: ${half} events, usually `;
    const days = assessed(WEDNESDAY, perHour, () => ofDay((hour) => (hour === 11 ? half : 0)));
    // All of them are without the counts of other working days.
    expect(verdicts(days)).toEqual(new Set(['less']));
    expect(days[0]).toMatchObject({ flagged: [{ hour: 11, count: half, direction: 'less' }] });
    expect(sentences(days).filter((one) => !one.startsWith(like))).toEqual([]);
  });

  it.each([10, 50, 500])('has not more there if it is as usual, with %i an hour', (perHour) => {
    const days = assessed(WEDNESDAY, perHour, (usual) =>
      usual.map((count, hour) => (hour === 11 ? count : 0)),
    );
    expect(verdicts(days)).toEqual(new Set(['less']));
    const flagged = days.flatMap((day) => (day.state === 'unusual' ? day.flagged : []));
    const wrong = flagged.filter(({ hour, count, expected, direction }) => {
      const side = count < (expected ?? NaN) ? 'less' : 'more';
      return hour !== 11 || direction !== side;
    });
    expect(wrong).toEqual([]);
    const like = 'Like a Sunday except at 11:00: ';
    expect(sentences(days).filter((one) => !one.startsWith(like))).toEqual([]);
  });

  it.each([10, 100, 1000])('has less where a little less than usual came, with %i', (perHour) => {
    const days = assessed(WEDNESDAY, perHour, (usual) =>
      usual.map((_, hour) => (hour === 11 ? Math.round(0.985 * perHour) : 0)),
    );
    const flagged = days.flatMap((day) => (day.state === 'unusual' ? day.flagged : []));
    expect(flagged.length).toBeGreaterThan(20);
    const wrong = flagged.filter(
      ({ count, expected, direction }) => direction === 'more' && count < (expected ?? NaN),
    );
    expect(wrong).toEqual([]);
  });

  it('names each hour that is not like a Sunday', () => {
    const [usual, more] = [1, 4].map((times) =>
      assessed(WEDNESDAY, 500, (counts) => {
        const came = new Map([11, 15].map((hour) => [hour, counts[hour] ?? 0]));
        return ofDay((hour) => (hour === 11 ? times : 1) * (came.get(hour) ?? 0));
      }),
    );
    const both = /^Like a Sunday except at 11:00 and at 15:00: /;
    expect(sentences(usual ?? []).filter((one) => !both.test(one))).toEqual([]);
    const rest = /at 11:00, usually 0–1\. The rest of the day is like a Sunday except at 15:00\.$/;
    expect(sentences(more ?? []).filter((one) => !rest.test(one))).toEqual([]);
    expect(verdicts(more ?? [])).toEqual(new Set(['more']));
  });

  it('is as surprising as its flagged hours, not as those that are usual', () => {
    const days = assessed(WEDNESDAY, 500, (counts) => {
      const came = new Map([
        [5, 6],
        [11, counts[11] ?? 0],
      ]);
      return ofDay((hour) => came.get(hour) ?? 0);
    });
    const found = days.flatMap((day) => (day.state === 'unusual' ? [day] : []));
    const except = found.filter(({ sentence }) => sentence.includes('except at 11:00'));
    expect(except.length).toBeGreaterThan(20);
    const wrong = except.filter(
      ({ flagged, surprise }) => surprise !== Math.max(...flagged.map((one) => one.surprise)),
    );
    expect(sentences(wrong)).toEqual([]);
  });

  it('has more if that is more than on other working days, too', () => {
    const days = assessed(WEDNESDAY, 50, () => ofDay((hour) => (hour === 11 ? 200 : 0)));
    expect(verdicts(days)).toEqual(new Set(['more']));
    expect(days[0]).toMatchObject({
      sentence: '200 at 11:00, usually 0–1. The rest of the day is like a Sunday.',
    });
  });
});

describe('a Sunday like a working day, with an hour that has none', () => {
  it('is not silent there', () => {
    const days = assessed(SUNDAY, 50, (usual) =>
      usual.map((count, hour) => (hour === 11 ? 0 : count)),
    );
    expect(verdicts(days)).toEqual(new Set(['more']));
    expect(days[0]).toMatchObject({
      sentence: expect.stringContaining('Like a working day except at 11:00: ') as string,
    });
  });
});
