import { hourStretches } from './hour_stretches';

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
});
