import fc from 'fast-check';
import { parseSettings } from '../settings/parse_settings';
import { addDays } from '../time/day';
import { localDay } from '../time/local_day';
import { describeSeries } from './describe_series';
import { ratioIn, withoutDays, type Range, type SeriesCase } from './hours';
import { ticketSentence } from './words';

const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;
const DAY = '2026-11-20';
const { columns } = localDay(DAY, 'UTC');

const levels = fc.constantFrom(0.1, 1, 9, 40, 300, 2_000);
/** Counts around a level by the hour, with a spike now and then. */
const daysAround = (level: fc.Arbitrary<number>, most: number): fc.Arbitrary<DayParts> =>
  fc.record({
    level,
    noise: fc.array(fc.double({ min: 2 - most, max: most, noNaN: true }), {
      minLength: 24,
      maxLength: 24,
    }),
    spike: fc.record({ hour: fc.nat(23), times: fc.constantFrom(0, 1, 1, 12) }),
  });
/** Days of any levels, of which few are unusual, and such of one level, of which many are. */
const kinds = fc.oneof(
  fc.constant(daysAround(levels, 2)),
  levels.map((level) => daysAround(fc.constant(level), 1.2)),
);

interface DayParts {
  readonly level: number;
  readonly noise: readonly number[];
  readonly spike: { readonly hour: number; readonly times: number };
}

function countsOf({ level, noise, spike }: DayParts): number[] {
  return noise.map((value, hour) =>
    Math.round(level * value * (hour === spike.hour ? spike.times : 1)),
  );
}

const seriesCases = kinds
  .chain((days) =>
    fc.record({ tested: days, training: fc.array(days, { minLength: 3, maxLength: 31 }) }),
  )
  .map(({ tested, training }): SeriesCase => ({
    day: DAY,
    counts: countsOf(tested),
    training: training.map((counts, index) => ({
      day: addDays(DAY, -1 - index),
      counts: countsOf(counts),
    })),
  }));

function expectHolds(range: Range | null | undefined, usual: number | null | undefined): void {
  if (range === null || range === undefined || usual === null || usual === undefined) return;
  expect(range[0]).toBeLessThanOrEqual(usual + 1e-9);
  expect(range[1]).toBeGreaterThanOrEqual(usual - 1e-9);
}

/** "usually 9–14: 3.6× the usual 13.5" holds what it says. @returns whether a sentence says it */
function expectWordsHold(sentence: string): boolean {
  const told = /usually ([\d,]+)(?:–([\d,]+))?: \S+ the usual ([\d,.]+\d)/.exec(sentence);
  if (told === null) return false;
  const [low = 0, high = low, usual = 0] = told
    .slice(1)
    .map((words?: string) => (words === undefined ? undefined : Number(words.replaceAll(',', ''))));
  expectHolds([low, high], usual);
  return true;
}

describe.each(['calibrated', 'talk'] as const)('what is usual under the method %s', (method) => {
  it('is low ≤ usual ≤ high at each hour and stretch, words and ratio included, days left out or not', () => {
    let sentences = 0;
    fc.assert(
      fc.property(seriesCases, fc.nat(), (whole, left) => {
        const omitted = whole.training.filter((_, index) => index === left % 40);
        const seriesCase = withoutDays(
          whole,
          omitted.map(({ day }) => day),
        );
        const described = describeSeries(seriesCase, columns, { ...settings, method }, {});
        const { assessment, inner, outer } = described;
        assessment.usual_day?.forEach((usual, hour) => {
          expectHolds(inner[hour], usual);
          expectHolds(outer[hour], usual);
          expectHolds(outer[hour], inner[hour]?.[0]);
          expectHolds(outer[hour], inner[hour]?.[1]);
        });
        if (assessment.state !== 'unusual') return;
        for (const one of [...assessment.flagged, ...assessment.runs]) {
          expectHolds(one.usual, one.expected);
        }
        const { surprise, difference } = assessment;
        const ratio = ratioIn(assessment);
        const [strongest] = assessment.runs;
        if (ratio !== null && ratio > 0) {
          // The ratio is of what the range holds, and of no part of an event.
          const usual = (strongest?.count ?? 0) / ratio;
          expectHolds(strongest?.usual, usual);
          expect(usual).toBeGreaterThanOrEqual(1 - 1e-9);
        }
        const ticket = { ...assessment, day: DAY, series_code: 'x', surprise, difference };
        if (expectWordsHold(ticketSentence(ticket, {}))) sentences += 1;
      }),
      { numRuns: 120 },
    );
    expect(sentences).toBeGreaterThan(0);
  });
});
