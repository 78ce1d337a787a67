import { settingsSchema } from '../../settings';
import { daysBefore, localDay, type Day } from '../../time';
import { randomFrom } from '../../../test/generator/random';
import { rhythm } from '../../../test/generator/rhythms';
import { assessSeries } from '../assess_series';
import type { SeriesCase, TrainingDay } from '../hours';

const SETTINGS = settingsSchema.parse({});
const DAY: Day = '2024-11-27';
const LATE = 5;
const SERIES = 40;

/** A day that comes five hours late, after an outage of three hours that was judged a week before. */
function lateAfterOutage(seed: number): SeriesCase {
  const random = randomFrom(seed);
  const shape = rhythm(random.whole(0, 23), 0.4 + random.uniform() * 0.5);
  const level = random.scale(8, 300);
  const from = random.whole(0, 21);
  const outage = new Set([from, from + 1, from + 2]);
  const drawn = (): number[] => shape.map((share) => random.negativeBinomial(level * share, 0.01));
  const training = daysBefore(DAY, 31).map((day, place): TrainingDay => {
    const counts = drawn();
    if (place !== 6) return { day, counts };
    const judged = counts.map((count, hour) => (outage.has(hour) ? 0 : count));
    return { day, counts: judged, trusted_hours: outage };
  });
  const usual = drawn();
  const counts = usual.map((_, hour) => usual[(hour - LATE + 24) % 24] ?? 0);
  return { day: DAY, counts, training };
}

/** The same series, of which the judged counts are not known. */
function withoutJudged({ day, counts, training }: SeriesCase): SeriesCase {
  const known = training.map((trained) => ({
    day: trained.day,
    counts: trained.counts.map((count, hour) =>
      trained.trusted_hours?.has(hour) === true ? null : count,
    ),
  }));
  return { day, counts, training: known };
}

/** By how many hours the whole day is late; undefined if the sentence says otherwise. */
function toldHours(seriesCase: SeriesCase): string | undefined {
  const assessed = assessSeries(seriesCase, localDay(DAY, 'UTC').columns, SETTINGS);
  const sentence = assessed.state === 'unusual' ? assessed.sentence : '';
  return /whole day (?:is )?(?:about )?(\d+) h later/.exec(sentence)?.[1];
}

describe('a late day, after an outage that was judged expected', () => {
  it('is late by the hours that are likeliest without the judged counts', () => {
    const cases = Array.from({ length: SERIES }, (_, seed) => lateAfterOutage(seed));
    const told = cases.map((one) => toldHours(one));
    expect(told).toEqual(cases.map((one) => toldHours(withoutJudged(one))));
    expect(told.filter((hours) => hours === String(LATE)).length).toBeGreaterThan(SERIES / 2);
  });
});

/** Two to four hours of the tested day that are judged expected. */
function withExcused(seriesCase: SeriesCase, seed: number): SeriesCase {
  const random = randomFrom(seed);
  const [length, from] = [random.whole(2, 4), random.whole(0, 20)];
  const excused_hours = new Set(Array.from({ length }, (_, place) => from + place));
  const counts = seriesCase.counts.map((count, hour) =>
    excused_hours.has(hour) ? 10 * (count ?? 0) : count,
  );
  return { ...seriesCase, counts, excused_hours };
}

describe('a late day of which some hours are judged expected', () => {
  it('is late by what its other hours say', () => {
    const told = Array.from({ length: SERIES }, (_, seed) =>
      toldHours(withExcused(withoutJudged(lateAfterOutage(seed)), seed)),
    );
    expect(told.filter((hours) => hours === String(LATE)).length).toBeGreaterThan(SERIES / 2);
  });
});
