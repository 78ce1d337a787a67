import { greatest } from '../lists';
import { px } from './scales/px';

/** Pixels of a day, and of the gap next to it. */
const STEP = 5;
const GAP = 1;
const HEIGHT = 20;
const BASE = HEIGHT - 2;
const LEAST_HEIGHT = 1.5;

/** The events of a stream by day, and the days at the end that had none. */
export interface DailyBars {
  readonly width: number;
  readonly height: number;
  readonly base: string;
  /** One bar a day with events, from zero to the busiest day. */
  readonly bars: string;
  /** A line along zero over the days of the silence; '' if the last day has events. */
  readonly silent: string;
  /** Days for which nothing is known. */
  readonly unknown: string;
}

function box(place: number, height: number): string {
  const left = place * STEP;
  const top = BASE - height;
  return `M${px(left)} ${px(top)}H${px(left + STEP - GAP)}V${px(BASE)}H${px(left)}z`;
}

/**
 * Draws the days of a stream that fell silent.
 *
 * @param daily events of each day, the last one last; null if unknown
 */
export function dailyBars(daily: readonly (number | null)[]): DailyBars {
  const most = greatest([1, ...daily.flatMap((count) => count ?? [])]);
  let lastSpoken = daily.length - 1;
  while (lastSpoken >= 0 && !((daily[lastSpoken] ?? 0) > 0)) lastSpoken -= 1;
  const width = daily.length * STEP - GAP;
  const bars = daily.flatMap((count, place) =>
    count === null || count === 0
      ? []
      : box(place, Math.max(LEAST_HEIGHT, (count / most) * (BASE - 1))),
  );
  const unknown = daily.flatMap((count, place) => (count === null ? box(place, BASE / 2) : []));
  const from = (lastSpoken + 1) * STEP;
  const silent = from > width ? '' : `M${px(from)} ${px(BASE)}H${px(width)}`;
  return {
    width,
    height: HEIGHT,
    base: `M0 ${px(BASE)}H${px(width)}`,
    bars: bars.join(''),
    silent,
    unknown: unknown.join(''),
  };
}
