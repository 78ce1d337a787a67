import { parseSettings } from '../../../common/settings/parse_settings';
import type { Run } from './run';
import { isAlive, shownRun } from './run_state';
import { startedRun } from './started_run';

const NOW = new Date('2026-11-28T06:00:00.000Z');
const parsed = parseSettings({});
if ('errors' in parsed) throw new Error(parsed.errors.join('; '));
const { settings } = parsed;
const started = startedRun({
  day: '2026-11-27',
  scope: 'default',
  settings,
  now: NOW,
  attempt: 'a',
  started_by: null,
  origin: 'user',
});

/** A run whose last sign of life is so many seconds after now. */
function runAt(seconds: number, status: Run['status'] = 'running'): Run {
  return {
    ...started,
    status,
    heartbeat_at: new Date(NOW.getTime() + seconds * 1_000).toISOString(),
  };
}

describe('isAlive', () => {
  it.each([
    [-59, true],
    [-60, false],
    [0, true],
    [60, true],
    [61, false],
    [86_400, false],
  ])('takes a sign of life %d seconds from now for one: %s', (seconds, alive) => {
    expect(isAlive(runAt(seconds), NOW)).toBe(alive);
    expect(isAlive(runAt(seconds, 'canceling'), NOW)).toBe(alive);
    expect(isAlive(runAt(seconds, 'analyzed'), NOW)).toBe(false);
  });
});

describe('shownRun', () => {
  it('leaves a run alone that is active or over', () => {
    for (const run of [runAt(-10), runAt(30), runAt(-3_600, 'partial')]) {
      expect(shownRun(run, NOW)).toBe(run);
    }
  });

  it('says since when a run gave no sign of life', () => {
    expect(shownRun(runAt(-3_600), NOW)).toMatchObject({
      status: 'failed',
      error: 'no heartbeat since 28 November 05:00; start the analysis again to continue',
    });
  });

  it('says it by the wall clock of the zone, which may show another day', () => {
    const run = { ...runAt(-3_600), zone: 'America/Los_Angeles' };
    expect(shownRun(run, NOW).error).toContain('no heartbeat since 27 November 21:00;');
  });

  it('says about a sign of life in the future that a clock was ahead', () => {
    expect(shownRun(runAt(86_400), NOW)).toMatchObject({
      status: 'failed',
      error:
        'its last heartbeat, 29 November 06:00, is in the future: a clock was ahead; start the analysis again to continue',
    });
  });
});
