import { daysWithoutResult, hasResults, runningRun } from './ledger_days';

const LEDGER = [
  { day: '2015-02-28', state: 'missed' as const, run_id: null },
  { day: '2015-03-02', state: 'failed' as const, run_id: 'a' },
  { day: '2015-03-17', state: 'missed' as const, run_id: null },
  { day: '2015-03-31', state: 'analyzed' as const, run_id: 'b' },
  { day: '2015-04-01', state: 'running' as const, run_id: 'c' },
];

describe('the ledger', () => {
  it('says which of the 31 days have no result; the last is the day in view', () => {
    expect(daysWithoutResult(LEDGER, '2015-04-01')).toEqual(new Set([0, 15]));
  });

  it('says whether any day has a result', () => {
    expect(hasResults(LEDGER)).toBe(true);
    expect(hasResults(LEDGER.filter(({ state }) => state !== 'analyzed'))).toBe(false);
  });

  it('says which run is active', () => {
    expect(runningRun(LEDGER, '2015-04-01')).toBe('c');
    expect(runningRun(LEDGER, '2015-03-31')).toBeUndefined();
  });
});
