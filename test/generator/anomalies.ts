import type { GeneratedSeries } from './series';
import type { Random } from './random';

/** An anomaly that was put into a day: the day with it, and what a detector should find. */
export interface Anomaly {
  readonly kind: string;
  readonly counts: readonly number[];
  /** The hours that were changed, ascending. */
  readonly hours: readonly number[];
  /** Null if one hour rose and another fell. */
  readonly direction: 'high' | 'low' | null;
}

/** What is known of the series when an anomaly is put in. */
export interface Background {
  readonly counts: readonly number[];
  /** Mean count of each hour over the days that are like the tested one, and its deviation. */
  readonly usual: readonly number[];
  readonly deviation: readonly number[];
  /** The largest count of any training hour. */
  readonly largest: number;
  readonly series: Pick<GeneratedSeries, 'jobHour' | 'isErratic'>;
}

type Injection = (random: Random, background: Background) => Anomaly | undefined;

/** Fewer missing events than this are nothing that anyone could see. */
const SURE = 12;
const LEAST_EXCESS = 3;
/**
 * An excess within so many standard deviations of these hours could as well be chance: of the hours
 * of a month some are three away.
 */
const VISIBLE = 4;

function changed(
  background: Background,
  kind: string,
  direction: Anomaly['direction'],
  hours: readonly number[],
  change: (count: number, hour: number) => number,
): Anomaly {
  const counts = background.counts.map((count, hour) =>
    hours.includes(hour) ? change(count, hour) : count,
  );
  return { kind, direction, hours, counts };
}

function hoursFrom(random: Random, least: number, most: number): number[] {
  const length = random.whole(least, most);
  const from = random.whole(0, 24 - length);
  return Array.from({ length }, (_, index) => from + index);
}

/** Whether what is put in, or taken away, is more than these hours vary by themselves. */
function isVisible(
  { deviation }: Background,
  hours: readonly number[],
  change: (hour: number) => number,
): boolean {
  const [changes, noise] = hours.reduce(
    ([sum, variance], hour) => [sum + change(hour), variance + (deviation[hour] ?? 0) ** 2],
    [0, 0],
  );
  return changes >= VISIBLE * Math.sqrt(noise);
}

function surplus(kind: string, lengths: [number, number], factors: [number, number]): Injection {
  return (random, background) => {
    const hours = hoursFrom(random, ...lengths);
    const factor = random.scale(...factors);
    const level = background.series.isErratic === true ? background.largest : 1;
    const excess = (hour: number): number =>
      Math.max(LEAST_EXCESS, Math.max(background.usual[hour] ?? 0, level) * (factor - 1));
    if (!isVisible(background, hours, excess)) return undefined;
    return changed(background, kind, 'high', hours, (count, hour) =>
      Math.round(count + excess(hour) * random.scale(0.85, 1.15)),
    );
  };
}

/** Leaves `share` of the events of a few hours that usually have many. */
function deficit(kind: string, share: number): Injection {
  return (random, background) => {
    if (background.series.isErratic === true) return undefined;
    const hours = hoursFrom(random, 1, 5);
    const usual = hours.reduce((sum, hour) => sum + (background.usual[hour] ?? 0), 0);
    if (usual * (1 - share) < SURE) return undefined;
    const lost = (hour: number): number => (background.usual[hour] ?? 0) * (1 - share);
    if (!isVisible(background, hours, lost)) return undefined;
    return changed(background, kind, 'low', hours, (count) => Math.round(count * share));
  };
}

function jobMissing(_random: Random, background: Background): Anomaly | undefined {
  const { jobHour } = background.series;
  if (jobHour === undefined || (background.counts[jobHour] ?? 0) < LEAST_EXCESS) return undefined;
  return changed(background, 'job missing', 'low', [jobHour], () => 0);
}

function jobMoved(random: Random, background: Background): Anomaly | undefined {
  const { jobHour } = background.series;
  const lines = background.counts[jobHour ?? 0] ?? 0;
  if (jobHour === undefined || lines < LEAST_EXCESS) return undefined;
  const steps = [2, 3, 4, 5].filter(
    (step) => jobHour + step < 24 && (background.usual[jobHour + step] ?? 0) < lines / 4,
  );
  if (steps.length === 0) return undefined;
  const moved = jobHour + random.pick(steps);
  const hours = [jobHour, moved];
  return changed(background, 'job moved', null, hours, (count, hour) =>
    hour === jobHour ? 0 : count + lines,
  );
}

/** The kinds, the likelier ones more than once. */
const injections: readonly Injection[] = [
  surplus('spike 2-4x', [1, 1], [2, 4]),
  surplus('spike 4-10x', [1, 1], [4, 10]),
  surplus('spike 4-10x', [1, 1], [4, 10]),
  surplus('spike > 10x', [1, 1], [10, 40]),
  surplus('burst', [2, 5], [2, 6]),
  surplus('burst', [2, 5], [2, 6]),
  surplus('slow burst', [6, 10], [1.6, 2.5]),
  deficit('silence', 0),
  deficit('silence', 0),
  deficit('dip', 0.3),
  jobMissing,
  jobMoved,
];

const ATTEMPTS = 60;

/**
 * Puts an anomaly of a kind that the series can have into its tested day.
 *
 * @returns undefined if nothing was found that would be visible there
 */
export function injectAnomaly(random: Random, background: Background): Anomaly | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const anomaly = random.pick(injections)(random, background);
    if (anomaly !== undefined) return anomaly;
  }
  return undefined;
}
