import { settingsSchema } from '../../settings/settings';
import { daysBefore } from '../../time/day';
import { localDay } from '../../time/local_day';
import { assessAtLimits, assessSeries } from '../assess_series';

const DAY = '2015-04-01';
const counts = Array.from({ length: 24 }, (_, hour) => (hour === 9 ? 7 : 0));
const training = daysBefore(DAY, 14).map((day) => ({ day, counts: Array<number>(24).fill(0) }));
const { columns } = localDay(DAY, 'UTC');

describe.each(['calibrated', 'talk'] as const)(
  'a series never seen, by the method %s',
  (method) => {
    const settings = { ...settingsSchema.parse({}), method };
    const assess = (closed_days?: number) =>
      assessSeries({ day: DAY, counts, training }, columns, settings, {
        source_days: 14,
        ...(closed_days === undefined ? {} : { closed_days }),
      });

    it('is new where all days before are known', () => {
      expect(assess()).toMatchObject({ state: 'unusual', verdict: 'new' });
      expect(assess(0)).toMatchObject({ state: 'unusual', verdict: 'new' });
    });

    it('is not assessed where one of them may be in a closed index', () => {
      expect(assess(1)).toMatchObject({ state: 'not_judged', reason: 'closed_days' });
      const atLimits = assessAtLimits({ day: DAY, counts, training }, columns, settings, {
        source_days: 14,
        closed_days: 1,
      });
      expect(atLimits.assess(4).state).toBe('not_judged');
    });
  },
);
