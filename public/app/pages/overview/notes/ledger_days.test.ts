import { daysWithoutResult, runningRun } from './ledger_days';

const LEDGER = [
  { day: '2015-02-28', state: 'missed' as const, run_id: null, hours_known: 0 },
  { day: '2015-03-02', state: 'failed' as const, run_id: 'a', hours_known: 24 },
  { day: '2015-03-17', state: 'missed' as const, run_id: null, hours_known: 0 },
  // Analyzed, but no source could be read.
  { day: '2015-03-20', state: 'partial' as const, run_id: 'd', hours_known: 0 },
  { day: '2015-03-31', state: 'analyzed' as const, run_id: 'b', hours_known: 24 },
  { day: '2015-04-01', state: 'running' as const, run_id: 'c', hours_known: 24 },
];

describe('the ledger', () => {
  it('says which of the 31 days are unknown; the last is the day in view', () => {
    expect(daysWithoutResult(LEDGER, '2015-04-01')).toEqual(new Set([0, 15, 18]));
  });

  it('says which run is active', () => {
    expect(runningRun(LEDGER, '2015-04-01')).toBe('c');
    expect(runningRun(LEDGER, '2015-03-31')).toBeUndefined();
  });
});
