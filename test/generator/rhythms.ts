import type { Random } from './random';
import type { DayContext, GeneratedSeries } from './series';

/** The hours of a day. */
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Saturday or Sunday. */
export const isWeekend = ({ weekday }: DayContext): boolean => weekday === 0 || weekday === 6;

/** A smooth day that is loudest at `peak`: 1 on average, `depth` 0 (flat) to 1 (silent at night). */
export function rhythm(peak: number, depth: number): number[] {
  return HOURS.map((hour) => 1 + depth * Math.cos(((hour - peak) * Math.PI) / 12));
}

/** A rhythm with a quieter weekend and noise that is shared by the hours of a day. */
export function diurnal(random: Random, level: number): GeneratedSeries {
  const shape = rhythm(random.whole(0, 23), random.scale(0.2, 0.9));
  const weekend = random.pick([1, 1, 0.7, 0.4]);
  const dispersion = random.pick([0, 0.02, 0.08, 0.2]);
  const spreadOfDays = random.pick([0, 0.1, 0.25]);
  return {
    draw: (day) => {
      const loudness = Math.exp(spreadOfDays * random.normal()) * (isWeekend(day) ? weekend : 1);
      return shape.map((share) => random.negativeBinomial(level * share * loudness, dispersion));
    },
  };
}

/** Office hours on working days; almost nothing else. */
export function office(random: Random, isHoliday: (day: DayContext) => boolean): GeneratedSeries {
  const [from, to] = [random.whole(6, 9), random.whole(15, 19)];
  const level = random.scale(5, 2000);
  const dispersion = random.pick([0.02, 0.05, 0.15]);
  const rest = level * random.pick([0, 0.01, 0.05]);
  return {
    draw: (day) =>
      HOURS.map((hour) => {
        const isOpen = hour >= from && hour < to && !isWeekend(day) && !isHoliday(day);
        return random.negativeBinomial(isOpen ? level : rest, dispersion);
      }),
  };
}
