import { addDays, weekdayOf, type Day } from '../../common/time/day';
import type { SeriesCase } from '../../common/waveform/hours/series_case';
import { injectAnomaly } from './anomalies';
import { families } from './families';
import { randomFrom, type Random } from './random';
import type { DayContext, Family } from './series';
import { usualHours } from './usual_hours';

/** A case with what a detector should find in it. */
export interface LabeledCase extends SeriesCase {
  readonly family: string;
  /** 'normal' or the kind of the anomaly. */
  readonly kind: string;
  /** Hours that a detector should flag, ascending; none on a normal day. */
  readonly hours: readonly number[];
  /** Hours with an unknown label; none if absent. */
  readonly ignored?: readonly number[];
  readonly direction: 'high' | 'low' | null;
}

const TRAINING_DAYS = 31;
const LAST_DAY: Day = '2024-11-30';
/** Of all days. */
export const SHARE_OF_ANOMALIES = 0.35;
const SHARE_OF_ATTACKED_TRAINING = 0.1;
const SHARE_WITH_MISSING_DAYS = 0.1;
/** So many more draws of the tested day say what is usual there. */
const DRAWS = 40;

/** One training day in ten series has an attack of ten times over two hours. */
function attack(random: Random, counts: readonly number[]): number[] {
  const from = random.whole(0, 22);
  return counts.map((count, hour) =>
    hour === from || hour === from + 1 ? Math.round((count + 1) * 10) : count,
  );
}

/** Draws one labeled case of a family. */
export function drawCase(random: Random, name: string, family: Family): LabeledCase {
  const series = family(random);
  const day = addDays(LAST_DAY, -random.whole(0, 300));
  const contextOf = (age: number): DayContext => ({ age, weekday: weekdayOf(addDays(day, -age)) });
  const ages = Array.from({ length: series.history ?? TRAINING_DAYS }, (_, index) => index + 1);
  const isGappy = series.history === undefined && random.uniform() < SHARE_WITH_MISSING_DAYS;
  const attackedAge =
    series.isErratic !== true && random.uniform() < SHARE_OF_ATTACKED_TRAINING
      ? random.pick(ages)
      : 0;
  const training = ages
    .filter(() => !isGappy || random.uniform() > 0.2)
    .map((age) => {
      const counts = series.draw(contextOf(age));
      return {
        day: addDays(day, -age),
        counts: age === attackedAge ? attack(random, counts) : counts,
      };
    });
  const counts = series.draw(contextOf(0));
  const unlabeled = { day, training, family: name };
  if (random.uniform() > SHARE_OF_ANOMALIES) {
    return { ...unlabeled, counts, kind: 'normal', hours: [], direction: null };
  }
  const largest = Math.max(...training.flatMap((trained) => trained.counts));
  const draws = Array.from({ length: DRAWS }, () => series.draw(contextOf(0)));
  const background = { counts, ...usualHours(draws), largest, series };
  const anomaly = injectAnomaly(random, background);
  if (anomaly === undefined) {
    return { ...unlabeled, counts, kind: 'normal', hours: [], direction: null };
  }
  return { ...unlabeled, ...anomaly };
}

/**
 * Generates labeled days: every family in turn.
 *
 * @param seed the same seed gives the same cases
 * @param perFamily how many cases of each family
 */
export function generateCases(seed: number, perFamily: number): LabeledCase[] {
  return [...families].flatMap(([name, family], index) => {
    const random = randomFrom(seed * 1000 + index);
    return Array.from({ length: perFamily }, () => drawCase(random, name, family));
  });
}
