import { families } from '../../../../test/generator/families';
import { drawCase, type LabeledCase } from '../../../../test/generator/labeled_case';
import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
import { daysBefore, localDay, weekdayOf } from '../../../time';
import { assessSeries } from '../../assess_series';
import { detectCase } from '../../detect_case';

const SETTINGS = settingsSchema.parse({});

const CASES = 100;
/** Of these days, one in twelve is flagged if a shift by an hour must be as sure as others. */
const SEED = 7008;

/** Normal days of a family of the generator. */
function normalDays(name: string): LabeledCase[] {
  const family = families.get(name);
  if (family === undefined) throw new Error(`no family ${name}`);
  const random = randomFrom(SEED);
  const drawn = Array.from({ length: CASES }, () => drawCase(random, name, family));
  return drawn.filter(({ hours }) => hours.length === 0);
}

function shareFlagged(days: readonly LabeledCase[]): number {
  return days.filter((day) => detectCase(day, SETTINGS).flags.length > 0).length / days.length;
}

/** An office of 200 events a working day, and this many on a day of the weekend, is dead on a Wednesday. */
function verdictsOfDeadDays(onSunday: number): Set<string> {
  const columns = localDay('2026-03-04', 'UTC').columns;
  const verdicts = Array.from({ length: 20 }, (_, seed) => {
    const { poisson } = randomFrom(SEED + seed);
    const training = daysBefore('2026-03-04', 31).map((day) => ({
      day,
      counts: Array.from({ length: 24 }, (_count, hour) =>
        poisson(weekdayOf(day) % 6 !== 0 && hour >= 8 && hour < 18 ? 20 : onSunday / 24),
      ),
    }));
    const dead = { day: '2026-03-04', counts: Array<number>(24).fill(0), training };
    const assessed = assessSeries(dead, columns, SETTINGS);
    return assessed.state === 'unusual' ? assessed.verdict : assessed.state;
  });
  return new Set(verdicts);
}

describe('a working day without any event', () => {
  it('is like a Sunday where Sundays have none', () => {
    expect(verdictsOfDeadDays(0)).toEqual(new Set(['usual']));
  });

  it.each([8, 20, 40])('is a silence where Sundays have %i', (onSunday) => {
    expect(verdictsOfDeadDays(onSunday)).toEqual(new Set(['silent']));
  });
});

describe('a normal day', () => {
  it('of a source whose clock was changed by an hour is seldom flagged', () => {
    expect(shareFlagged(normalDays('clock change'))).toBeLessThan(0.07);
  });

  it('that is a holiday is seldom flagged, though the series had none before', () => {
    expect(shareFlagged(normalDays('holiday today'))).toBeLessThan(0.05);
  });
});
