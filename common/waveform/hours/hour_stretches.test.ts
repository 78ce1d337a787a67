import { localDay } from '../../time/local_day';
import { hoursIn, hourStretches } from './hour_stretches';

/** The clock goes from 02:00 to 03:00. */
const { columns } = localDay('2015-03-08', 'America/Toronto');

describe('hourStretches', () => {
  it('joins adjacent hours', () => {
    expect(hourStretches([10, 13, 14, 15, 23])).toEqual([
      { from: 10, to: 11 },
      { from: 13, to: 16 },
      { from: 23, to: 24 },
    ]);
  });

  it('makes nothing of no hours', () => {
    expect(hourStretches([])).toEqual([]);
  });

  it('continues across an hour that the clock skips', () => {
    expect(hourStretches([0, 1, 3, 4, 9], columns)).toEqual([
      { from: 0, to: 5 },
      { from: 9, to: 10 },
    ]);
    expect(hourStretches([0, 3], columns)).toEqual([
      { from: 0, to: 1 },
      { from: 3, to: 4 },
    ]);
    expect(hourStretches([0, 1, 3])).toHaveLength(2);
  });
});

describe('hoursIn', () => {
  it('counts the hours that the clock shows', () => {
    expect(hoursIn({ from: 0, to: 5 }, columns)).toBe(4);
    expect(hoursIn({ from: 3, to: 5 }, columns)).toBe(2);
    expect(hoursIn({ from: 0, to: 5 }, [])).toBe(5);
  });
});
