import { flaggedMarks, marksOf, silentHours, unitOf, type MonthRecord } from './month';

const flat = (count: number): number[] => Array<number>(24).fill(count);

function record(parts: Partial<MonthRecord> = {}): MonthRecord {
  return {
    source: 'syslog',
    subtype: '5',
    name: 'Syslog notice',
    code: 'syslog severity 5',
    today: flat(9),
    usual: flat(10),
    outer: { low: flat(8), high: flat(12) },
    by_hour: flat(0.2),
    total: 216,
    ...parts,
  };
}

describe('marksOf', () => {
  it('draws nothing where every hour is in its usual range', () => {
    expect(marksOf(record(), 3, [], 10, 1)).toEqual([]);
  });

  it('draws flagged hours in any case, and others outside the band only if they are notable', () => {
    const today = flat(9).map((count, hour) => ({ 4: 40, 5: 30, 6: 2 })[hour] ?? count);
    const byHour = flat(0.1).map((value, hour) => ({ 4: 2, 5: 0.6, 6: 0.3 })[hour] ?? value);
    const marks = marksOf(record({ today, by_hour: byHour }), 3, [4], 10, 1);
    expect(marks).toEqual([
      [3, 4, 3, true],
      [3, 5, 2, false],
    ]);
  });

  it('leaves unknown hours out, and gives a direction where nothing is usual', () => {
    const today = [null, 2, ...Array<null>(22).fill(null)];
    const unseen = record({ today, usual: null, outer: null, by_hour: null });
    expect(marksOf(unseen, 0, [1], null, 1)).toEqual([[0, 1, 1, true]]);
  });
});

describe('flaggedMarks', () => {
  it('are those that the series itself would give, from its finding alone', () => {
    const today = flat(9).map((count, hour) => ({ 4: 40, 5: 0 })[hour] ?? count);
    const flagged = [
      { hour: 4, events: 40, expected: 10 },
      { hour: 5, events: 0, expected: 10 },
    ];
    expect(flaggedMarks(flagged, 3, 10)).toEqual(marksOf(record({ today }), 3, [4, 5], 10, 1));
  });

  it('give a direction where nothing is usual', () => {
    expect(flaggedMarks([{ hour: 1, events: 2, expected: null }], 0, null)).toEqual([
      [0, 1, 1, true],
    ]);
  });
});

describe('unitOf', () => {
  it('is the busiest usual hour of the latest day that has one', () => {
    expect(unitOf([undefined, record({ usual: [5, ...flat(2).slice(1)] }), record()])).toBe(5);
    expect(unitOf([record({ usual: null })])).toBeNull();
  });

  it('is no less than five events: one event must not look like a peak', () => {
    expect(unitOf([record({ usual: flat(0.08) })])).toBe(5);
  });
});

describe('silentHours', () => {
  it('are the stretches of silent days, and of no others', () => {
    const flags = [
      { day: '2015-03-03', verdict: 'silent' as const, hours: [3, 9, 10, 11] },
      { day: '2015-03-04', verdict: 'less' as const, hours: [9, 10] },
    ];
    expect(silentHours(flags, (day) => Number(day.slice(8)) - 1)).toEqual([
      [2, 3, 4],
      [2, 9, 12],
    ]);
  });
});
