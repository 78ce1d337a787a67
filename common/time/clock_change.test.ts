import { clockChange } from './clock_change';

describe('clockChange', () => {
  it('is one hour forward on the day of the change and in the week after it', () => {
    expect(clockChange('2015-03-28', 'Europe/Vienna')).toBe(0);
    expect(clockChange('2015-03-29', 'Europe/Vienna')).toBe(1);
    expect(clockChange('2015-04-04', 'Europe/Vienna')).toBe(1);
    expect(clockChange('2015-04-06', 'Europe/Vienna')).toBe(0);
  });

  it('is one hour back in autumn, half an hour on Lord Howe Island, nothing in UTC', () => {
    expect(clockChange('2015-11-02', 'America/Toronto')).toBe(-1);
    expect(clockChange('2015-10-05', 'Australia/Lord_Howe')).toBe(0.5);
    expect(clockChange('2015-03-29', 'UTC')).toBe(0);
  });
});
