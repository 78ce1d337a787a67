import type { LedgerDay } from '../../../../common/api';
import { pageRun } from '../../../../test/fixtures/page_day';
import { attemptsIn, gapsProgress } from './gaps_progress';

const DAYS = ['2015-03-30', '2015-03-31'];
/** Long before any browser's clock. */
const STARTED = '2001-01-01T00:00:00.000Z';

function dayOf(day: string, state: LedgerDay['state']): LedgerDay {
  const numbers = { hours_known: 24, series: 42, series_unusual: 5, tagged: null };
  return { day, state, words: null, run_id: state === 'missed' ? null : day, ...numbers };
}

function ledgerOf(...days: (readonly [LedgerDay['state'], string])[]) {
  const states = days.map(([state], place) => dayOf(DAYS[place] ?? '', state));
  const runs = days.flatMap(([state, attempt], place) => {
    if (state === 'missed' || state === 'stale') return [];
    const status = state === 'running' ? ('running' as const) : ('analyzed' as const);
    const run_id = DAYS[place] ?? '';
    return [{ ...pageRun([]), day: run_id, run_id, status, attempt, started_at: STARTED }];
  });
  return { days: states, runs };
}

describe('gapsProgress', () => {
  const before = attemptsIn(ledgerOf(['partial', 'a'], ['missed', '']));

  it('counts a day by its new attempt, whatever the clocks say', () => {
    expect(gapsProgress(DAYS, before, ledgerOf(['analyzed', 'b'], ['analyzed', 'c']))).toEqual({
      done: 2,
      run: undefined,
      isOver: true,
    });
  });

  it('continues while a day has only its old attempt, none, or one that is running', () => {
    const old = ledgerOf(['partial', 'a'], ['missed', '']);
    expect(gapsProgress(DAYS, before, old)).toEqual({ done: 0, run: undefined, isOver: false });
    const running = ledgerOf(['analyzed', 'b'], ['running', 'c']);
    expect(gapsProgress(DAYS, before, running)).toEqual({ done: 1, run: DAYS[1], isOver: false });
  });

  it('is over when a day was canceled in this attempt and nothing runs, and not for an old one', () => {
    const canceled = ledgerOf(['canceled', 'b'], ['missed', '']);
    expect(gapsProgress(DAYS, before, canceled)).toMatchObject({ done: 1, isOver: true });
    const earlier = attemptsIn(canceled);
    expect(gapsProgress(DAYS, earlier, canceled)).toMatchObject({ done: 0, isOver: false });
  });
});
