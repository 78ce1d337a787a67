import { beganOf } from './began';
import { daysOfZone, type DayFlag } from './month_stretches';

const UTC = daysOfZone('UTC');
const upTo = (last: number): number[] => Array.from({ length: last }, (_, hour) => hour);
const flag = (
  day: string,
  verdict: DayFlag['verdict'],
  hours: readonly number[],
  runs?: DayFlag['runs'],
): DayFlag => ({ day, verdict, hours, ...(runs && { runs }) });

describe('beganOf', () => {
  it('goes back over midnight to the true beginning', () => {
    const flags = [
      flag('2015-03-20', 'more', [1]),
      flag('2015-03-27', 'more', [14, 15, 16, 17, 18, 19, 20, 21, 22, 23]),
      flag('2015-03-28', 'more', upTo(24)),
    ];
    expect(beganOf(flags, '2015-04-01', UTC)).toEqual({
      day: '2015-03-27',
      hour: 14,
      verdict: 'more',
      hours: 34,
      other_hours: 1,
      words: 'more, 34 h',
    });
  });

  it('joins no hours of two days that are not adjacent, and counts them apart', () => {
    const flags = [flag('2015-03-27', 'more', [18, 19]), flag('2015-03-28', 'more', [15])];
    expect(beganOf(flags, '2015-04-01', UTC)).toMatchObject({
      ...{ day: '2015-03-28', hour: 15, hours: 1, other_hours: 2, words: 'more, 1 h' },
    });
  });

  it('joins no hours of one day that are not adjacent', () => {
    const runs = [
      { from: 21, to: 22, direction: 'more' as const },
      { from: 6, to: 7, direction: 'more' as const },
    ];
    expect(beganOf([flag('2015-03-28', 'new', [6, 21], runs)], '2015-04-01', UTC)).toMatchObject({
      hour: 21,
      hours: 1,
      other_hours: 1,
      words: 'new, 1 h',
    });
  });

  it('says that it continues, with its length', () => {
    const silent = flag('2015-04-01', 'silent', [21, 22, 23]);
    expect(beganOf([silent], '2015-04-01', UTC)?.words).toBe('silent, 3 h, still');
    expect(beganOf([silent], '2015-04-02', UTC)?.words).toBe('silent, 3 h');
    expect(beganOf([], '2015-04-01', UTC)).toBeUndefined();
  });

  it('says that it comes daily only if it is at the same hour of three adjacent days', () => {
    const at = (hours: readonly number[]) =>
      ['2015-03-30', '2015-03-31', '2015-04-01'].map((day, place) =>
        flag(day, 'moved', [hours[place] ?? 0]),
      );
    expect(beganOf(at([5, 5, 5]), '2015-04-01', UTC)).toMatchObject({
      ...{ day: '2015-03-30', hour: 5, hours: 3, other_hours: 0, words: 'moved, 1 h daily' },
    });
    expect(beganOf(at([5, 9, 5]), '2015-04-01', UTC)).toMatchObject({
      ...{ day: '2015-04-01', hour: 5, hours: 1, other_hours: 2, words: 'moved, 1 h' },
    });
    expect(beganOf(at([5, 5, 5]).slice(1), '2015-04-01', UTC)?.words).toBe('moved, 1 h');
    const [first, ...others] = at([5, 5, 5]);
    const uneven = [{ ...first, day: '2015-03-30', verdict: 'moved' as const, hours: [5, 6] }];
    expect(beganOf([...uneven, ...others], '2015-04-01', UTC)).toMatchObject({
      ...{ day: '2015-03-30', hours: 4, words: 'moved, daily' },
    });
  });

  it('is described by the strongest stretch of the latest day, in its own direction', () => {
    const mixed = flag(
      '2015-03-28',
      'less',
      [9, 13, 14, 17],
      [
        { from: 13, to: 15, direction: 'less' },
        { from: 9, to: 10, direction: 'more' },
        { from: 17, to: 18, direction: 'less' },
      ],
    );
    expect(beganOf([mixed], '2015-04-01', UTC)).toMatchObject({
      hour: 13,
      hours: 2,
      other_hours: 2,
      words: 'less, 2 h',
    });
  });
});
