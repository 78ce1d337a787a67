import { putSchedule } from './put_schedule';
import { scheduleSchema } from './get_schedule';

/** What is wrong with an interval that a user has chosen, and where. */
function faultsOf(interval: string): string[] {
  const parsed = putSchedule.body.safeParse({ interval });
  const issues = parsed.success ? [] : parsed.error.issues;
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('putSchedule', () => {
  const TAKEN = ['5m', '15m', '1h', '12h', '1d', '7d', '168h', '9999m', '10009m', '10080m'];
  it.each(TAKEN)('takes %s', (interval) => {
    expect(faultsOf(interval)).toEqual([]);
    expect(scheduleSchema.shape.interval.safeParse(interval).success).toBe(true);
  });

  it.each([
    '1m',
    '4m',
    '10081m',
    '10090m',
    '8d',
    '169h',
    '9999h',
    '9999d',
    '0m',
    'hourly',
    '1.5h',
    '-1h',
  ])('refuses %s, and names the place', (interval) => {
    expect(faultsOf(interval)).toEqual([
      'interval: write the interval as a number with m, h or d between 5m and 7d, such as 1h',
    ]);
  });

  it('shows an interval that an earlier version has taken', () => {
    expect(scheduleSchema.shape.interval.safeParse('1m').success).toBe(true);
  });
});
