import type { Run } from '../../app/runs';
import { runFromStore } from './stored_run';

/** As it was stored: a status may be one of an earlier version. */
const stored = (status: string, earlier?: readonly string[]): Run =>
  ({
    status,
    ...(earlier === undefined ? {} : { earlier: earlier.map((one) => ({ status: one })) }),
  }) as unknown as Run;

describe('runFromStore', () => {
  it.each([
    ['analysed', 'analyzed'],
    ['cancelling', 'canceling'],
    ['cancelled', 'canceled'],
  ])('reads %s of an earlier version as %s', (before, now) => {
    expect(runFromStore(stored(before))).toEqual({ status: now });
    expect(runFromStore(stored('running', [before, 'partial']))).toEqual({
      status: 'running',
      earlier: [{ status: now }, { status: 'partial' }],
    });
  });

  it.each(['running', 'canceling', 'analyzed', 'partial', 'failed', 'canceled'])(
    'leaves %s as it is',
    (status) => {
      expect(runFromStore(stored(status))).toEqual({ status });
    },
  );
});
