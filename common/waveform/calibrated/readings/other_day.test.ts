import { families } from '../../../../test/generator/families';
import { drawCase, type LabeledCase } from '../../../../test/generator/labeled_case';
import { randomFrom } from '../../../../test/generator/random';
import { settingsSchema } from '../../../settings';
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

describe('a normal day', () => {
  it('of a source whose clock was changed by an hour is seldom flagged', () => {
    expect(shareFlagged(normalDays('clock change'))).toBeLessThan(0.07);
  });

  it('that is a holiday is seldom flagged, though the series had none before', () => {
    expect(shareFlagged(normalDays('holiday today'))).toBeLessThan(0.05);
  });
});
