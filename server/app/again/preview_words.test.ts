import { addDays } from '../../../common/time/day';
import type { DayPreview } from './preview_settings';
import { previewWords } from './preview_words';

const TO = '2015-04-01';

/** Days of which each has so many flags now, and so many then. */
function daysWith(flags: readonly (readonly [now: number, then: number])[]): DayPreview[] {
  return flags.map(([now, then], age) => ({
    day: addDays(TO, age - flags.length),
    series: 42,
    flags: now,
    flags_proposed: then,
  }));
}

const words = (days: readonly DayPreview[], isLatest = true): string =>
  previewWords(days, { to: TO, days: 31, isLatest });
const month = (now: number, then: number) => daysWith(Array(31).fill([now, then]) as [0, 0][]);

describe('previewWords', () => {
  it('says how many findings a day there would be, and how many there are', () => {
    expect(words(month(9, 3))).toBe(
      'With these settings: 3 findings a day instead of 9, over the last 31 days.',
    );
    expect(words(month(0, 1))).toBe(
      'With these settings: 1 finding a day instead of 0, over the last 31 days.',
    );
    expect(words(daysWith([...month(1, 0), ...month(0, 1)].map(() => [2, 0.5])))).toMatch(
      /^With these settings: 0\.5 findings a day instead of 2,/,
    );
  });

  it('says that nothing changes', () => {
    expect(words(month(9, 9))).toBe(
      'With these settings: 9 findings a day, as now, over the last 31 days.',
    );
  });

  it('shows small changes by their sums', () => {
    const days = daysWith([[90, 91], ...(Array(30).fill([300, 300]) as [number, number][])]);
    expect(words(days)).toBe(
      'With these settings: 293 findings a day as now, 9,091 findings instead of 9,090 in all, over the last 31 days.',
    );
  });

  it('names the days that it is about', () => {
    expect(words(month(9, 3).slice(0, 12))).toContain('over 12 of the last 31 days.');
    expect(words(month(9, 3), false)).toContain('over the 31 days up to 1 April 2015.');
  });

  it('says what to do if nothing was kept', () => {
    expect(words([])).toBe(
      'These settings cannot be tried: no counts are kept for these days. Analyze some days first.',
    );
  });
});
