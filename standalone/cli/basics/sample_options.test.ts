import { localDay } from '../../../common/time';
import { closedHours } from '../../../common/waveform/hours';
import { lastWholeDayIn, yesterdayIn } from './sample_options';

const VIENNA = 'Europe/Vienna';

describe('the last day of a sample', () => {
  it.each([
    ['2026-11-30T22:59:59Z', '2026-11-29', '2026-11-29'],
    ['2026-11-30T23:00:00Z', '2026-11-30', '2026-11-29'],
    ['2026-11-30T23:14:59Z', '2026-11-30', '2026-11-29'],
    ['2026-11-30T23:15:00Z', '2026-11-30', '2026-11-30'],
    // The clock went back there.
    ['2026-10-25T23:10:00Z', '2026-10-25', '2026-10-24'],
  ])('is over at %s in Vienna: %s, with all of its hours: %s', (time, over, whole) => {
    const now = new Date(time);
    expect([yesterdayIn(VIENNA, now), lastWholeDayIn(VIENNA, now)]).toEqual([over, whole]);
    const hours = closedHours(localDay(lastWholeDayIn(VIENNA, now), VIENNA), now.getTime());
    expect(hours.every(Boolean)).toBe(true);
  });
});
