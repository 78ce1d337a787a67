import { measure, recallWithin, type AssessedCase } from './metrics';

function assessed(
  labeled: number[],
  flagged: number[],
  parts: Partial<AssessedCase> = {},
): AssessedCase {
  const scores = Array.from({ length: 24 }, (_, hour) => (flagged.includes(hour) ? 5 : 0));
  return { family: 'a', kind: 'b', ignored: [], labeled, flagged, scores, ...parts };
}

describe('measure', () => {
  it('counts an event as found if one of its hours is flagged', () => {
    const { events, recall, precision, f1 } = measure([assessed([3, 4, 5, 9], [4])]);
    expect({ events, recall, precision, f1 }).toEqual({
      events: 2,
      recall: 0.5,
      precision: 1,
      f1: 2 / 3,
    });
  });

  it('counts a stretch of flagged hours as one false alarm, unless within an hour of an event', () => {
    expect(measure([assessed([10], [9, 10, 11])]).precision).toBe(1);
    expect(measure([assessed([10], [10, 12])]).precision).toBe(1 / 2);
    // The hour beside the event is excused, the run beyond it is not.
    expect(measure([assessed([10], [10, 11, 12, 13])]).precision).toBe(1 / 2);
    expect(measure([assessed([], [1, 2, 3, 20])]).falseAlarmsPer100).toBe(200);
  });

  it('takes false alarms per 100 normal days from normal days alone', () => {
    const cases = [assessed([], []), assessed([], [5]), assessed([10], [20]), assessed([], [])];
    const { falseAlarmsPer100, normalDays } = measure(cases);
    expect(normalDays).toBe(3);
    expect(falseAlarmsPer100).toBeCloseTo(100 / 3);
  });

  it('counts ignored hours neither way', () => {
    const { precision, normalDays } = measure([assessed([], [7, 8], { ignored: [7] })]);
    expect({ precision, normalDays }).toEqual({ precision: 0, normalDays: 0 });
    expect(measure([assessed([], [9], { ignored: [7] }), assessed([2], [2])]).precision).toBe(
      1 / 2,
    );
  });

  it('is 0 where nothing is flagged', () => {
    expect(measure([assessed([1], []), assessed([], [])])).toMatchObject({ f1: 0, recall: 0 });
  });
});

describe('recallWithin', () => {
  /** 30 normal days and 10 events; scores of both overlap. */
  const scored = (score: number, labeled: number[]): AssessedCase =>
    assessed(labeled, [], {
      scores: Array.from({ length: 24 }, (_, hour) => (hour === 4 ? score : 0)),
    });
  const cases = [
    ...Array.from({ length: 30 }, (_, index) => scored(index / 10, [])),
    ...Array.from({ length: 10 }, (_, index) => scored(1.55 + index / 5, [4])),
  ];

  it('is what the best threshold within the budget reaches', () => {
    // At most one of 30 normal days may be flagged (3.3 in 100): 2.9 is, 2.8 is not.
    expect(recallWithin(cases, 5)).toBe(0.3);
    expect(recallWithin(cases, 100)).toBe(1);
  });

  it('is 0 if no score is above 0', () => {
    expect(recallWithin([assessed([1], [])], 5)).toBe(0);
  });
});
