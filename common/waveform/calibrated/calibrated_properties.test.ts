import fc from 'fast-check';
import { generateCases } from '../../../test/generator/labeled_case';
import { randomFrom } from '../../../test/generator/random';
import { parseSettings } from '../../settings/parse_settings';
import { addDays, daysBefore } from '../../time/day';
import { detectCase } from '../detect_case';
import type { SeriesCase } from '../hours/series_case';

const DAY = '2015-04-01';
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;

const detect = (seriesCase: SeriesCase) => detectCase(seriesCase, settings);
const flaggedHours = (seriesCase: SeriesCase): number[] =>
  detect(seriesCase).flags.map(({ hour }) => hour);

const flat = (count: number): number[] => Array<number>(24).fill(count);

function constantCase(usual: number, tested: readonly number[]): SeriesCase {
  const training = daysBefore(DAY, 31).map((day) => ({ day, counts: flat(usual) }));
  return { day: DAY, counts: tested, training };
}

/** Puts an attack of ten times over two hours on one training day. */
function withAttack(seriesCase: SeriesCase, random: ReturnType<typeof randomFrom>): SeriesCase {
  const attacked = random.whole(0, seriesCase.training.length - 1);
  const from = random.whole(0, 22);
  const training = seriesCase.training.map(({ day, counts }, index) => ({
    day,
    counts: counts.map((count, hour) =>
      index === attacked && (hour === from || hour === from + 1)
        ? Math.round(((count ?? 0) + 1) * 10)
        : count,
    ),
  }));
  return { ...seriesCase, training };
}

describe('the calibrated method', () => {
  it('does not care in which order training days are handed in', () => {
    const random = randomFrom(2015);
    for (const one of generateCases(7, 3)) {
      const shuffled = one.training
        .map((day) => ({ day, key: random.uniform() }))
        .sort((a, b) => a.key - b.key)
        .map(({ day }) => day);
      expect(detect({ ...one, training: shuffled })).toEqual(detect(one));
    }
  });

  it('gives the same answer to the same question', () => {
    for (const one of generateCases(8, 1)) expect(detect(one)).toEqual(detect(one));
  });

  it('never flags a constant series against itself, nor zero against zero', () => {
    for (const usual of [0, 0.5, 1, 2, 3, 9, 60, 361, 4000, 1e6]) {
      expect(flaggedHours(constantCase(usual, flat(usual)))).toEqual([]);
    }
  });

  it('keeps what it flags if a constant series and its tested day are ten times as large', () => {
    const run = fc.record({
      usual: fc.integer({ min: 1, max: 500 }),
      from: fc.integer({ min: 0, max: 23 }),
      hours: fc.integer({ min: 1, max: 12 }),
      factor: fc.oneof(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 1, max: 30, noNaN: true }),
      ),
    });
    fc.assert(
      fc.property(run, ({ usual, from, hours, factor }) => {
        const tested = flat(usual).map((own, hour) =>
          hour >= from && hour < from + hours ? Math.round(own * factor) : own,
        );
        const before = flaggedHours(constantCase(usual, tested));
        const louder = constantCase(
          10 * usual,
          tested.map((count) => 10 * count),
        );
        expect(flaggedHours(louder)).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 100, seed: 2015 },
    );
  });

  it('keeps a single flag, however close to the threshold, if everything is ten times as large', () => {
    for (const usual of [1, 2, 4, 9, 20, 60, 150, 400, 460, 1000]) {
      for (let count = 0; count < 4 * usual + 30; count += 1 + Math.floor(usual / 20)) {
        const tested = flat(usual).map((own, hour) => (hour === 9 ? count : own));
        if (!flaggedHours(constantCase(usual, tested)).includes(9)) continue;
        const louder = constantCase(
          10 * usual,
          tested.map((own) => 10 * own),
        );
        expect(flaggedHours(louder)).toContain(9);
      }
    }
  });

  it('takes an attack in training for what it is', () => {
    const random = randomFrom(2015);
    let [normal, changed, anomalies, hidden] = [0, 0, 0, 0];
    for (const one of generateCases(2, 40)) {
      const [before, after] = [flaggedHours(one), flaggedHours(withAttack(one, random))];
      if (one.hours.length === 0) {
        normal += 1;
        if (before.length > 0 !== after.length > 0) changed += 1;
      } else if (one.hours.some((hour) => before.includes(hour))) {
        anomalies += 1;
        if (!one.hours.some((hour) => after.includes(hour))) hidden += 1;
      }
    }
    expect(normal).toBeGreaterThan(300);
    expect(anomalies).toBeGreaterThan(120);
    expect(changed / normal).toBeLessThanOrEqual(1 / 100);
    expect(hidden / anomalies).toBeLessThanOrEqual(1 / 20);
  });

  it('takes counts of doubled hours, which may be halves', () => {
    const halves = flat(20.5).map((count, hour) => (hour === 9 ? 90.5 : count));
    expect(flaggedHours(constantCase(20.5, halves))).toEqual([9]);
  });

  it('refuses what is not a count', () => {
    for (const bad of [Number.NaN, Infinity, -Infinity, -0.5]) {
      const spoilt = flat(3).map((count, hour) => (hour === 4 ? bad : count));
      expect(() => detect(constantCase(3, spoilt))).toThrow(RangeError);
    }
  });

  it('does not look at days before the training days, nor at the tested day itself', () => {
    const one = constantCase(9, flat(9));
    const loud = flat(90_000);
    const more = [
      { day: DAY, counts: loud },
      { day: addDays(DAY, 3), counts: loud },
      { day: addDays(DAY, -32), counts: loud },
    ];
    const seen = detect({ ...one, training: [...more, ...one.training] });
    expect(seen).toEqual(detect(one));
  });
});
