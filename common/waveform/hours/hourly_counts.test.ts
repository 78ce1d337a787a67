import { localDay } from '../../time/local_day';
import { hourlyCounts } from './hourly_counts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const nothing = new Set<number>();

describe('hourlyCounts', () => {
  it('is the events on an ordinary day', () => {
    expect(hourlyCounts(hours, localDay('2015-04-01', 'UTC'), nothing)).toEqual(hours);
  });

  it('halves an hour that the clock shows twice', () => {
    const counts = hourlyCounts(hours, localDay('2015-11-01', 'America/Toronto'), nothing);
    expect(counts.slice(0, 3)).toEqual([0, 0.5, 2]);
  });

  it('takes the mean of the neighbors for an hour that the clock skips', () => {
    const events = hours.map((hour) => (hour === 2 ? 0 : hour * 10));
    const counts = hourlyCounts(events, localDay('2015-03-08', 'America/Toronto'), nothing);
    expect(counts.slice(1, 4)).toEqual([10, 20, 30]);
  });

  it('takes an unknown neighbor of such an hour for unknown, not for zero', () => {
    const spring = localDay('2015-03-08', 'America/Toronto');
    const events = hours.map((hour) => (hour === 2 ? 0 : hour * 10));
    const without = (...unknown: number[]) =>
      hourlyCounts(events, spring, new Set(unknown)).slice(1, 4);
    expect(without(1)).toEqual([null, 30, 30]);
    expect(without(3)).toEqual([10, 10, null]);
    expect(without(1, 3)).toEqual([null, null, null]);
  });

  it('scales half an hour up to one', () => {
    const counts = hourlyCounts(hours, localDay('2026-10-04', 'Australia/Lord_Howe'), nothing);
    expect(counts[2]).toBe(4);
  });

  it('is null if the events are not known, and 0 for a series without events', () => {
    const counts = hourlyCounts(undefined, localDay('2015-04-01', 'UTC'), new Set([23]));
    expect([counts[22], counts[23]]).toEqual([0, null]);
  });
});
