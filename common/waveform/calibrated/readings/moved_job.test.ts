import { evenNoise } from '../noise';
import { shifted } from './best_shift';
import { gainsOf, knownHours, toldOtherwise } from './compared_hours';
import { isOnlyJob } from './moved_job';

const NOISE = evenNoise(1, 0.01);

interface Late {
  readonly tested?: readonly number[];
  readonly movedBy: number | undefined;
}

/** Whether a day that is late by 4 hours is taken for a job that moved. */
function isJob(usual: readonly number[], { tested, movedBy }: Late = { movedBy: 4 }): boolean {
  const expected = Float64Array.from(usual);
  const late = shifted(expected, 4);
  const known = knownHours({ counts: Float64Array.from(tested ?? late), expected }, NOISE);
  const told = toldOtherwise(late, known, NOISE);
  const shift = { ...told, hours: 4, gains: gainsOf(told, known) };
  return isOnlyJob(shift, known, () => movedBy);
}

const day = (usual: (hour: number) => number): number[] =>
  Array.from({ length: 24 }, (_, hour) => usual(hour));

describe('isOnlyJob', () => {
  it.each([
    ['one hour', day((hour) => (hour === 2 ? 400 : 100))],
    ['six hours', day((hour) => (hour >= 9 && hour < 15 ? 400 : 100))],
    ['hours around midnight', day((hour) => (hour >= 22 || hour < 1 ? 400 : 100))],
    ['hours of unequal height', day((hour) => ({ 4: 900, 5: 300 })[hour] ?? 100)],
  ])('is true for a job of %s on a flat day', (_, usual) => {
    expect(isJob(usual)).toBe(true);
  });

  it.each([
    ['open hours', day((hour) => (hour >= 8 && hour < 18 ? 400 : 100))],
    ['two jobs', day((hour) => (hour === 2 || hour === 14 ? 400 : 100))],
    ['no job', day((hour) => 100 + 50 * Math.cos((hour * Math.PI) / 12))],
  ])('is false for a day with %s', (_, usual) => {
    expect(isJob(usual)).toBe(false);
  });

  const most = day((hour) => (hour >= 9 && hour < 13 ? 400 : 20));
  const few = day((hour) => (hour === 2 ? 400 : 100));

  it.each([undefined, 3])('is false for most of a day if hours moved by %s', (movedBy) => {
    expect(isJob(most, { movedBy })).toBe(false);
    expect(isJob(few, { movedBy })).toBe(true);
  });

  it('is true for most of a day if hours moved as far around midnight', () => {
    expect(isJob(most, { movedBy: -20 })).toBe(true);
  });

  it('is true for half of a job, though no hours moved', () => {
    const tested = day((hour) => (hour >= 13 && hour < 17 ? 200 : 20));
    expect(isJob(most, { tested, movedBy: undefined })).toBe(true);
  });

  const onWave = day((hour) => (hour === 2 ? 800 : 100 + 50 * Math.cos((hour * Math.PI) / 12)));

  it('is false if the other hours are late, too', () => {
    expect(isJob(onWave)).toBe(false);
  });

  it('is true if the other hours are as usual', () => {
    const moved = onWave.map((mean, hour) => ({ 2: 140, 6: 800 })[hour] ?? mean);
    expect(isJob(onWave, { tested: moved, movedBy: 4 })).toBe(true);
  });
});
