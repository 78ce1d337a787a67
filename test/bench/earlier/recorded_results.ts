import { join, resolve } from 'node:path';
import { localDay, type DayColumn } from '../../../common/time/local_day';
import type { SeriesCase } from '../../../common/waveform/hours/series_case';
import { generateCases } from '../../generator/labeled_case';
import { randomFrom } from '../../generator/random';
import type { Build } from './load_build';

/** What assesses series-days. */
export type Detector = Pick<Build, 'detectCase' | 'assessSeries' | 'settings'>;

/** Cases with what an earlier build made of them, one JSON a line. */
export const RECORDED = resolve(join(__dirname, '../../fixtures/earlier_results/cases.ndjson.gz'));

const SEED = 43;
const CASES_PER_FAMILY = 3;
const SHARE_OF_UNKNOWN_HOURS = 0.1;
/** Which day is assessed matters to no method: all 24 columns last an hour. */
const columns: readonly DayColumn[] = localDay('2026-11-20', 'UTC').columns;

export type Method = 'calibrated' | 'talk';

/** What a build makes of a series-day, by a method. */
export function resultOf(
  { detectCase, assessSeries, settings: defaults }: Detector,
  method: Method,
  seriesCase: SeriesCase,
): unknown {
  const settings = { ...defaults, method };
  return {
    detected: detectCase(seriesCase, settings),
    assessed: assessSeries(seriesCase, columns, settings),
  };
}

/** What a build makes of a series-day by each method. */
export function resultsOf(build: Detector, seriesCase: SeriesCase): Record<Method, unknown> {
  return {
    calibrated: resultOf(build, 'calibrated', seriesCase),
    talk: resultOf(build, 'talk', seriesCase),
  };
}

/** The case with some of its hours not known, and fractions of events in others. */
function withUnknownHours({ day, counts, training }: SeriesCase, seed: number): SeriesCase {
  const random = randomFrom(seed);
  const damage = (hours: SeriesCase['counts']): (number | null)[] =>
    hours.map((count) => {
      if (random.uniform() < SHARE_OF_UNKNOWN_HOURS) return null;
      return random.uniform() < SHARE_OF_UNKNOWN_HOURS ? (count ?? 0) / 2 : count;
    });
  return {
    day,
    counts: damage(counts),
    training: training.map((trained) => ({ ...trained, counts: damage(trained.counts) })),
  };
}

/**
 * A case whose series was never seen before, one that has lost most of its events, and one whose day
 * is three hours late.
 */
function madeByHand({ day, training, counts }: SeriesCase): SeriesCase[] {
  const silent = training.map((trained) => ({ ...trained, counts: counts.map(() => 0) }));
  const steady = training.map((trained) => ({ ...trained, counts: counts.map(() => 400) }));
  const wave = (late: number): number[] =>
    counts.map((_, hour) => (hour >= 8 + late && hour < 18 + late ? 400 : 100));
  const waves = training.map((trained) => ({ ...trained, counts: wave(0) }));
  return [
    { day, counts, training: silent },
    { day, counts: counts.map((_, hour) => (hour < 9 ? 400 : 150)), training: steady },
    { day, counts: wave(3), training: waves },
  ];
}

/**
 * Cases of every family, some of them with unknown hours, and some with few training days, then three
 * that are made by hand.
 */
export function casesToRecord(): SeriesCase[] {
  const generated = generateCases(SEED, CASES_PER_FAMILY).map(({ day, counts, training }, at) => {
    if (at % CASES_PER_FAMILY === 1) return withUnknownHours({ day, counts, training }, at);
    const days = at % (4 * CASES_PER_FAMILY) === 2 ? training.slice(0, at % 11) : training;
    return { day, counts, training: days };
  });
  return [...generated, ...generated.slice(0, 1).flatMap(madeByHand)];
}
