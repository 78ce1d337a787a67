import { randomFrom } from '../../../../test/generator/random';
import { rhythm } from '../../../../test/generator/rhythms';
import { settingsSchema } from '../../../settings';
import { daysBefore, type Day } from '../../../time';
import { detectCase, type Detected } from '../../detect_case';

const SETTINGS = settingsSchema.parse({});
const DAY: Day = '2024-11-27';
const SERIES = 200;

/** Usual days of series whose clock was changed by an hour so many days ago. */
function detectedAfter(age: number): Detected[] {
  return Array.from({ length: SERIES }, (_, seed) => {
    const random = randomFrom(seed);
    const peak = random.whole(0, 23);
    const [before, since] = [rhythm(peak, 0.9), rhythm(peak + 1, 0.9)];
    const drawn = (shape: readonly number[]): number[] =>
      shape.map((share) => random.negativeBinomial(100 * share, 0.02));
    const training = daysBefore(DAY, 31).map((day, place) => ({
      day,
      counts: drawn(place < age ? since : before),
    }));
    return detectCase({ day: DAY, counts: drawn(since), training }, SETTINGS);
  });
}

describe('a clock that was changed by an hour', () => {
  // Five are flagged on each of these days if only the tested day is asked.
  it.each([1, 3])('%i days ago is seldom a finding', (age) => {
    const flagged = detectedAfter(age).filter(({ flags }) => flags.length > 0);
    expect(flagged.length).toBeLessThan(4);
  });
});
