import { calendarWeeks } from './calendar_weeks';
import { dotMark, dotX } from './dot_rows';
import { isTold, testBars, testScale, testWords, tickWords } from './hour_tests';

const ZEROS = new Array<number>(24).fill(0);

function valuesOf(values: Readonly<Record<number, number>>): number[] {
  return ZEROS.map((zero, hour) => values[hour] ?? zero);
}

describe('testScale', () => {
  it('has the threshold and its multiples on it, however loud the loudest hour is', () => {
    expect(testScale('surprise', valuesOf({ 15: 26 })).ticks).toEqual([1, 3, 10, 30]);
    expect(testScale('surprise', valuesOf({ 15: 0.2 })).ticks).toEqual([1, 3, 10, 30]);
    expect(testScale('surprise', valuesOf({ 15: 39 })).ticks).toEqual([1, 3, 10, 30, 100]);
  });

  it('reaches below zero for shares that pull against the day', () => {
    const { low, high, ticks } = testScale('share', valuesOf({ 15: 0.45, 12: -0.29 }));
    expect(low).toBeLessThan(-0.29);
    expect(high).toBeGreaterThan(0.45);
    expect(ticks.map((tick) => tickWords('share', tick))).toEqual(['−25', '0', '25', '50']);
    expect(testScale('share', valuesOf({ 12: -7 })).low).toBeLessThan(-7);
  });
});

describe('testWords', () => {
  it('write shares in percent and surprises with a decimal', () => {
    expect(testWords('share', 0.45, 0.25)).toBe('45%');
    expect(testWords('share', -0.29, 0.25)).toBe('−29%');
    expect([testWords('surprise', 1.79, 1), testWords('surprise', 39.06, 1)]).toEqual([
      '1.8',
      '39.1',
    ]);
  });

  it('write one more digit if rounding would put a value on its threshold', () => {
    expect(testWords('share', 0.253, 0.25)).toBe('25.3%');
    expect(testWords('surprise', 0.97, 1)).toBe('0.97');
    expect(testWords('surprise', 1.01, 1)).toBe('1.01');
  });

  it('are at flagged hours and at those that come close', () => {
    const values = valuesOf({ 3: 0.05, 10: 0.253, 11: 0.13, 12: -0.29 });
    const told = testBars(values, [10], []).filter((bar) => isTold('share', bar));
    expect(told.map(({ from }) => from)).toEqual([10, 11, 12]);
  });
});

describe('dotMark', () => {
  it('puts both values on one scale from zero on', () => {
    expect(dotMark({ today: 35, usual: 4 }, 100, 40, 10)).toEqual({
      today: 87.5,
      usual: 10,
      stem: 'M10 10H87.5',
    });
    expect([dotX(50, 100, 40), dotX(1, 100, 0)]).toEqual([100, 0]);
  });
});

describe('calendarWeeks', () => {
  it('begin on Sunday and end with the tested day', () => {
    const weeks = calendarWeeks('2015-03-01', '2015-04-01');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe('2015-03-01');
    expect(weeks[4]).toEqual([
      '2015-03-29',
      '2015-03-30',
      '2015-03-31',
      '2015-04-01',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leave out days before the first one', () => {
    expect(calendarWeeks('2015-03-04', '2015-03-05')).toEqual([
      [undefined, undefined, undefined, '2015-03-04', '2015-03-05', undefined, undefined],
    ]);
  });
});
