import { homeDay } from './home_day';

const analyzed = (day: string) => ({ day, state: 'analyzed' as const });

describe('homeDay', () => {
  it('is yesterday where it has a result or logs', () => {
    expect(homeDay('2015-04-01', [analyzed('2015-04-01')], [])).toBe('2015-04-01');
    expect(homeDay('2015-04-01', [analyzed('2015-03-30')], ['2015-04-01'])).toBe('2015-04-01');
  });

  it('else is the latest day with a result', () => {
    const ledger = [analyzed('2015-03-29'), { day: '2015-03-31', state: 'missed' as const }];
    expect(homeDay('2015-04-01', ledger, ['2015-03-30'])).toBe('2015-03-29');
  });

  it('else is the latest whole day with logs, and yesterday if there is nothing at all', () => {
    expect(homeDay('2015-04-01', [], ['2015-03-30', '2015-04-02'])).toBe('2015-03-30');
    expect(homeDay('2015-04-01', [], [])).toBe('2015-04-01');
  });
});
