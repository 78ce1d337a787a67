import { settingsSchema } from '../../settings';
import { daysBefore, localDay, weekdayOf, type Day } from '../../time';
import { randomFrom, type Random } from '../../../test/generator/random';
import { rhythm } from '../../../test/generator/rhythms';
import { assessSeries } from '../assess_series';
import type { SeriesCase, TrainingDay } from '../hours';

const SETTINGS = settingsSchema.parse({});
const DAY: Day = '2024-11-27';
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
const EVENT = new Set([13, 14]);

/** A series of which a burst came on some days before the tested one, judged expected there. */
function judgedCase(
  seed: number,
  burstDaysAgo: readonly number[],
  { level = 40, event = EVENT }: { level?: number; event?: ReadonlySet<number> } = {},
): SeriesCase {
  const random = randomFrom(seed);
  const drawn = (mean: (hour: number) => number): number[] =>
    Array.from({ length: 24 }, (_, hour) => random.negativeBinomial(mean(hour), 0.02));
  const training = daysBefore(DAY, 31).map((day, place): TrainingDay => {
    const isBurst = burstDaysAgo.includes(place + 1);
    const counts = drawn((hour) => (isBurst && event.has(hour) ? 10 * level : level));
    return isBurst ? { day, counts, trusted_hours: event } : { day, counts };
  });
  return { day: DAY, counts: drawn(() => level), training };
}

function flaggedHours(seriesCase: SeriesCase): number[] {
  const assessment = assessSeries(seriesCase, localDay(DAY, 'UTC').columns, SETTINGS);
  return assessment.state === 'unusual' ? assessment.flagged.map(({ hour }) => hour) : [];
}

function withCounts(seriesCase: SeriesCase, hours: ReadonlySet<number>, count: number): SeriesCase {
  const counts = seriesCase.counts.map((own, hour) => (hours.has(hour) ? count : own));
  return { ...seriesCase, counts };
}

describe('a burst that was judged expected', () => {
  it.each([[[7]], [[7, 14]], [[7, 28]], [[6, 7, 14]]])(
    'may stay away, after it came %j days ago',
    (daysAgo) => {
      const missing = SEEDS.filter((seed) =>
        flaggedHours(judgedCase(seed, daysAgo)).some((hour) => EVENT.has(hour)),
      );
      expect(missing.length).toBeLessThan(2);
    },
  );

  it.each([1, 3, 4, 6])('may stay away if it took %i hours', (length) => {
    const event = new Set(Array.from({ length }, (_, place) => 12 + place));
    const missing = SEEDS.filter((seed) =>
      flaggedHours(judgedCase(seed, [7, 28], { event })).some((hour) => event.has(hour)),
    );
    expect(missing.length).toBeLessThan(2);
  });

  it('does not hide that the hour is silent', () => {
    const found = SEEDS.filter((seed) => {
      const silent = withCounts(judgedCase(seed, [7]), EVENT, 0);
      return [...EVENT].every((hour) => flaggedHours(silent).includes(hour));
    });
    expect(found).toEqual(SEEDS);
  });

  it('does not hide that it stays away if it came each week', () => {
    const found = SEEDS.filter((seed) =>
      flaggedHours(judgedCase(seed, [7, 14, 21, 28])).some((hour) => EVENT.has(hour)),
    );
    expect(found).toEqual(SEEDS);
  });

  it.each([[[1]], [[7]], [[28]]])('hides no silence beside it, %j days after', (daysAgo) => {
    const beside = new Set([12, 15]);
    const found = SEEDS.filter((seed) => {
      const flagged = flaggedHours(withCounts(judgedCase(seed, daysAgo), beside, 0));
      return [...beside].every((hour) => flagged.includes(hour));
    });
    expect(found).toEqual(SEEDS);
  });

  it.each([[[1]], [[7]]])('hides no day with half of the events, %j days after', (daysAgo) => {
    const found = SEEDS.filter((seed) => {
      const judged = judgedCase(seed, daysAgo);
      const counts = judged.counts.map((count) => Math.round((count ?? 0) / 2));
      return flaggedHours({ ...judged, counts }).length > 0;
    });
    expect(found).toEqual(SEEDS);
  });

  it.each([[[7, 14]], [[6, 7, 14]], [[1, 2, 3]]])(
    'does not make its series look noisy, after it came %j days ago',
    (daysAgo) => {
      const other = new Set([20]);
      const foundAt = (count: number): number =>
        SEEDS.filter((seed) =>
          flaggedHours(withCounts(judgedCase(seed, daysAgo), other, count)).includes(20),
        ).length;
      expect(foundAt(120)).toBeGreaterThan(17);
      expect(foundAt(8)).toBeGreaterThan(17);
    },
  );

  it('hides no other burst', () => {
    const found = SEEDS.filter((seed) =>
      flaggedHours(withCounts(judgedCase(seed, [7]), new Set([3]), 400)).includes(3),
    );
    expect(found).toEqual(SEEDS);
  });
});

describe('a level that changed, and is judged expected each morning', () => {
  const MORNINGS = 10;
  const SERIES = 10;

  /** On how many mornings a series is found after its level changed, if each finding is judged or none is. */
  function mornings(seed: number, factor: number, isJudged: boolean): number {
    const random = randomFrom(seed);
    const days = [...daysBefore(DAY, 31 + MORNINGS)].reverse();
    const all = days.map((day, place): TrainingDay => {
      const level = place < 31 ? 20 : 20 * factor;
      const counts = Array.from({ length: 24 }, () => random.negativeBinomial(level, 0.05));
      return { day, counts };
    });
    let found = 0;
    for (let at = 31; at < all.length; at += 1) {
      const { day = DAY, counts = [] } = all[at] ?? {};
      const hours = flaggedHours({ day, counts, training: all.slice(at - 31, at) });
      if (hours.length === 0) continue;
      found += 1;
      if (isJudged) all[at] = { day, counts, trusted_hours: new Set(hours) };
    }
    return found;
  }

  it.each([4, 2, 0.5, 0.25])('is found no longer than without judgments, times %d', (factor) => {
    const total = (isJudged: boolean): number =>
      Array.from({ length: SERIES }, (_, seed) => mornings(seed, factor, isJudged)).reduce(
        (sum, one) => sum + one,
        0,
      );
    expect(total(true)).toBeLessThanOrEqual(total(false) + SERIES / 2);
  });
});

describe('whole days that were judged expected', () => {
  const WHOLE_DAY = new Set(Array.from({ length: 24 }, (_, hour) => hour));

  it('hide no later burst, as they would without judgments', () => {
    const found = (isJudged: boolean): number =>
      SEEDS.filter((seed) => {
        const judged = judgedCase(seed, [1, 2, 3, 4, 5, 6], { event: WHOLE_DAY });
        const plain = judged.training.map(({ day, counts }) => ({ day, counts }));
        const training = isJudged ? judged.training : plain;
        return flaggedHours(withCounts({ ...judged, training }, new Set([9]), 110)).includes(9);
      }).length;
    expect(found(true)).toBeGreaterThan(17);
    expect(found(false)).toBeLessThan(5);
  });
});

describe('an hour of which only judged counts are known', () => {
  const JOB = new Set([3]);

  /** A quiet night after a job that was judged on each of the days before. */
  function afterEachNight(seed: number, days: number): SeriesCase {
    const random = randomFrom(seed);
    const drawn = (): number[] =>
      rhythm(13, 0.7).map((share) => random.negativeBinomial(100 * share, 0.01));
    const training = daysBefore(DAY, days).map((day): TrainingDay => {
      const counts = drawn().map((count, hour) => (JOB.has(hour) ? count + 900 : count));
      return { day, counts, trusted_hours: JOB };
    });
    return { day: DAY, counts: drawn(), training };
  }

  it.each([4, 5, 12])('is not compared with other hours, after %i days', (days) => {
    const found = SEEDS.filter((seed) => flaggedHours(afterEachNight(seed, days)).length > 0);
    expect(found.length).toBeLessThan(2);
  });

  it('hides no greater burst', () => {
    const found = SEEDS.filter((seed) =>
      flaggedHours(withCounts(afterEachNight(seed, 12), JOB, 5000)).includes(3),
    );
    expect(found).toEqual(SEEDS);
  });
});

describe('a day that was judged expected as a whole', () => {
  /** A Wednesday as usual, after quiet days that were judged, such as holidays. */
  function afterQuietDays(seed: number, quietDaysAgo: readonly number[]): SeriesCase {
    const random = randomFrom(seed);
    const shape = rhythm(13, 0.6);
    const drawn = (level: number): number[] =>
      shape.map((share) => random.negativeBinomial(level * share, 0.01));
    const training = daysBefore(DAY, 31).map((day, place): TrainingDay => {
      const isQuiet = quietDaysAgo.includes(place + 1);
      const counts = drawn(isQuiet || weekdayOf(day) % 6 === 0 ? 30 : 100);
      return isQuiet ? { day, counts, trusted_hours: new Set(counts.keys()) } : { day, counts };
    });
    return { day: DAY, counts: drawn(100), training };
  }

  it.each([[[7]], [[7, 14]], [[6, 7]]])('does not make %j days later look loud', (daysAgo) => {
    const found = SEEDS.filter((seed) => flaggedHours(afterQuietDays(seed, daysAgo)).length > 0);
    expect(found.length).toBeLessThan(2);
  });

  it('hides no burst and no silence a week later', () => {
    const found = SEEDS.filter((seed) => {
      const quiet = afterQuietDays(seed, [7]);
      const burst = flaggedHours(withCounts(quiet, new Set([20]), 400));
      return burst.includes(20) && flaggedHours(withCounts(quiet, EVENT, 0)).includes(13);
    });
    expect(found).toEqual(SEEDS);
  });

  it('makes such a day usual on its weekday once there were three', () => {
    const found = SEEDS.filter(
      (seed) => flaggedHours(afterQuietDays(seed, [7, 14, 21])).length > 0,
    );
    expect(found.length).toBeGreaterThan(17);
  });
});

describe('a burst that was judged expected on a Sunday', () => {
  /** A Wednesday like a Sunday, on which such a burst came three days before. */
  function holidayCase(seed: number, ofWorkingDay: number, ofWeekend: number): SeriesCase {
    const random = randomFrom(seed);
    const drawn = (level: number): number[] =>
      Array.from({ length: 24 }, () => random.poisson(level));
    const training = daysBefore(DAY, 31).map((day, place): TrainingDay => {
      const counts = drawn(weekdayOf(day) % 6 === 0 ? ofWeekend : ofWorkingDay);
      if (place !== 2) return { day, counts };
      const burst = counts.map((count, hour) => (EVENT.has(hour) ? count + 400 : count));
      return { day, counts: burst, trusted_hours: EVENT };
    });
    return { day: DAY, counts: drawn(ofWeekend), training };
  }

  it.each([
    [40, 4],
    [10, 40],
  ])('may stay away on a holiday, with %i events an hour and %i on Sundays', (working, weekend) => {
    const missing = SEEDS.filter((seed) => {
      const holiday = holidayCase(seed, working, weekend);
      return flaggedHours(holiday).some((hour) => EVENT.has(hour));
    });
    expect(missing.length).toBeLessThan(2);
  });
});

describe('a burst that was judged expected on a day of a rhythm', () => {
  interface Late {
    readonly shape: readonly number[];
    readonly late: number;
    readonly level: number;
  }

  /** The story of a day that comes some hours late, without the burst of both weeks before. */
  function storyOf(
    random: Random,
    { shape, late, level }: Late,
    event: ReadonlySet<number>,
  ): string {
    const drawn = (hoursLate: number): number[] =>
      shape.map((_, hour) => {
        const share = shape[(hour - hoursLate + 24) % 24] ?? 0;
        return random.negativeBinomial(level * share, 0.01);
      });
    const training = daysBefore(DAY, 31).map((day, place): TrainingDay => {
      const counts = drawn(0);
      if (place !== 6 && place !== 13) return { day, counts };
      const burst = counts.map((count, hour) => (event.has(hour) ? count + 6 * level : count));
      return { day, counts: burst, trusted_hours: event };
    });
    const tested: SeriesCase = { day: DAY, counts: drawn(late), training };
    const assessed = assessSeries(tested, localDay(DAY, 'UTC').columns, SETTINGS);
    return assessed.state === 'unusual' ? assessed.sentence : assessed.state;
  }

  /** A day with less of a rhythm, and a burst in the night. */
  function flatStory(seed: number): string {
    const random = randomFrom(seed);
    const shape = rhythm(random.whole(0, 23), random.scale(0.35, 0.8));
    const late = random.whole(3, 9);
    return storyOf(random, { shape, late, level: random.scale(15, 150) }, new Set([2, 3]));
  }

  function storiesOf(late: number, event: ReadonlySet<number>): string[] {
    return SEEDS.map((seed) => {
      const random = randomFrom(seed);
      const shape = rhythm(random.whole(0, 23), 0.8);
      return storyOf(random, { shape, late, level: 100 }, event);
    });
  }

  it.each([1, 120])('does not hide that the whole day is late, where it is flat (%i)', (seed) => {
    expect(flatStory(seed)).toMatch(/^Same shape, the whole day about [67] h later\.$/);
  });

  // With the judged counts another number of hours is a little likelier than without them.
  it.each([80, 175, 446])('leaves it open by how many hours the day is late (%i)', (seed) => {
    expect(flatStory(seed)).toMatch(/whole day (?:is )?about [5-9] h later/);
  });

  it.each([5, 6, 9])('may stay away when the whole day is late by %i h', (late) => {
    const story = new RegExp(`^Same shape, the whole day (?:about )?${late} h later\\.$`);
    const untold = storiesOf(late, EVENT).filter((one) => !story.test(one));
    expect(untold.length).toBeLessThan(3);
  });
});
