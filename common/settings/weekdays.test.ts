import { lastOfWeekend, weekOf } from '../waveform/calibrated/training_table';
import { lastWeekendDay, type Weekday } from './weekdays';

describe('the last day of a weekend', () => {
  it.each<[Weekday[], number]>([
    [['saturday', 'sunday'], 0],
    [['friday', 'saturday'], 6],
    [['thursday', 'friday'], 5],
    [['wednesday'], 3],
    [[], 0],
  ])('of %j is weekday %i, for settings and for the method', (weekend, last) => {
    expect(lastWeekendDay(weekend)).toBe(last);
    expect(lastOfWeekend(weekOf(weekend))).toBe(last);
  });
});
