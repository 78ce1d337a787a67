import { settingsSchema, type Floors } from '../../settings/settings';
import { addDays } from '../../time/day';
import { localDay } from '../../time/local_day';
import { assessSeries } from '../assess_series';
import type { Assessment } from './assessment';
import { floorsOf } from './floors';
import { noFindingSentence } from '../words/no_finding_sentence';

const DAY = '2015-04-01';
const { columns } = localDay(DAY, 'UTC');
const settings = settingsSchema.parse({});
const training = Array.from({ length: 31 }, (_, age) => ({
  day: addDays(DAY, -1 - age),
  counts: Array<number>(24).fill(10),
}));

/** A series that always has ten events an hour, with so many at 15:00. */
function assess(atThree: number, floors: Floors): Assessment {
  const counts = Array.from({ length: 24 }, (_, hour) => (hour === 15 ? atThree : 10));
  return assessSeries({ day: DAY, counts, training }, columns, settings, { floors });
}

describe('minimums', () => {
  it('are off by default', () => {
    expect(assess(40, {}).state).toBe('unusual');
    expect(floorsOf(settings, 'syslog')('5')).toEqual({});
  });

  it.each<[string, Floors, Floors]>([
    ['of the count', { least_count: 40 }, { least_count: 41 }],
    ['of the excess', { least_excess: 29 }, { least_excess: 31 }],
    ['of the ratio', { least_ratio: 3.9 }, { least_ratio: 4.1 }],
  ])('%s hold back what is below them, and nothing else', (_, reached, missed) => {
    expect(assess(40, reached).state).toBe('unusual');
    const heldBack = assess(40, missed);
    expect(heldBack.state).toBe('below_floor');
    // It stays listed as what it is, with the reason.
    expect(heldBack).toMatchObject({ verdict: 'more', flagged: [{ hour: 15, count: 40 }] });
    expect(noFindingSentence(heldBack)).toBe('Unusual, but below the minimums of the settings.');
  });

  it('measure missing events like existing ones', () => {
    expect(assess(0, { least_count: 10, least_excess: 9, least_ratio: 100 }).state).toBe('unusual');
    expect(assess(0, { least_count: 11 }).state).toBe('below_floor');
    expect(assess(0, { least_excess: 11 }).state).toBe('below_floor');
  });

  it('can leave a series not assessed', () => {
    const assessment = assess(40, { judge: false });
    expect(assessment).toMatchObject({ state: 'not_judged', reason: 'switched_off' });
    expect(assessment.surprise).toBeNull();
  });

  it('of a series override those of its source, one by one', () => {
    const floorsIn = floorsOf(
      {
        floors: [{ source: 'syslog', floors: { least_count: 5, least_ratio: 2 } }],
        series: [
          { source: 'syslog', subtype: '5', floors: { least_count: 50 } },
          { source: 'ossec', subtype: '7', floors: { judge: false } },
        ],
      },
      'syslog',
    );
    expect(floorsIn('5')).toEqual({ least_count: 50, least_ratio: 2 });
    expect(floorsIn('7')).toEqual({ least_count: 5, least_ratio: 2 });
    expect(floorsIn('__proto__')).toEqual({ least_count: 5, least_ratio: 2 });
  });
});
