import { addDays } from '../../../common/time';
import { randomFrom } from '../../generator/random';
import { drawLogHour } from './log_hours';
import { drawRealHour } from './real_hours';

const days = Array.from({ length: 20 }, (_, place) => addDays('2026-01-05', place));
const flat = (count: number): number[] => Array<number>(24).fill(count);

function logOf(perHour: number) {
  const events = Array.from({ length: perHour }, () => ({ host: 'web1' }));
  return { days, events, at: () => events };
}

function daysOf(perHour: number) {
  const train = days.map((date) => ({ date, counts: flat(perHour) }));
  return [
    { type: 'syslog', subtype: '3', date: addDays('2026-01-05', 20), test: flat(perHour), train },
  ];
}

describe('an hour that is drawn', () => {
  it('has events on the days before it', () => {
    const { days: compared, training } = drawLogHour(logOf(5), randomFrom(1));
    expect(training).toHaveLength(5 * compared);
    expect(drawRealHour(daysOf(5), randomFrom(1)).programs.get('program0')?.today).toBe(5);
  });

  it('is refused where no hour has any, instead of being drawn forever', () => {
    expect(() => drawLogHour(logOf(0), randomFrom(1))).toThrow('no hour with 20 events');
    expect(() => drawRealHour(daysOf(0), randomFrom(1))).toThrow('no hour of the given days');
  });
});
