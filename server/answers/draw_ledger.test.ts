import type { Run } from '../app/runs';
import { hasResults } from './draw_ledger';
import type { Reader } from './reader';

const { signal } = new AbortController();
const NOW = new Date('2026-12-01T06:00Z');

function runOf(day: string, status: Run['status'], part: Partial<Run> = {}): Run {
  const run = { run_id: `default:${day}:UTC`, scope: 'default', day, zone: 'UTC', status };
  return { ...run, '@timestamp': `${day}T06:00:00.000Z`, seen_by: null, ...part } as Run;
}

/** A store that holds runs, and gives those of the asked days. */
function readerOf(runs: readonly Run[]): Pick<Reader, 'user' | 'fetchRuns'> {
  return {
    user: 'ana',
    fetchRuns: ({ from, to }) =>
      Promise.resolve(runs.filter(({ day }) => day >= from && day <= to)),
  };
}

const asked = (...runs: Run[]): Promise<boolean> => hasResults(readerOf(runs), NOW, signal);

describe('whether any day has a result', () => {
  it.each(['1999-12-31', '2015-04-01', '2026-11-30'])('is asked of all days: %s', async (day) => {
    expect(await asked(runOf(day, 'analyzed'))).toBe(true);
    expect(await asked(runOf(day, 'partial'))).toBe(true);
  });

  it('is not so of runs that gave none', async () => {
    expect(await asked()).toBe(false);
    expect(await asked(runOf('2026-11-30', 'failed'), runOf('2026-11-29', 'canceled'))).toBe(false);
    const hidden = { run_id: 'default:2026-11-30:UTC:eva' };
    expect(await asked(runOf('2026-11-30', 'analyzed', hidden))).toBe(false);
  });
});
