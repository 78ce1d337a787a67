import type { Random } from './random';

/** One calendar day as a generated series sees it. */
export interface DayContext {
  /** 0 for the tested day, 1 for the day before it, and so on. */
  readonly age: number;
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number;
}

/** One generated series: how it draws the 24 counts of a day. */
export interface GeneratedSeries {
  readonly draw: (day: DayContext) => number[];
  /** How many days lie before the tested one; 31 when not said. */
  readonly history?: number;
  /** The hour of its nightly job, for the kinds that move it or leave it out. */
  readonly jobHour?: number;
  /** Counts are so erratic that only something far above everything seen before is an anomaly. */
  readonly isErratic?: boolean;
}

/** A kind of series; every call makes another one. */
export type Family = (random: Random) => GeneratedSeries;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const isWeekend = ({ weekday }: DayContext): boolean => weekday === 0 || weekday === 6;

/** A smooth day that is loudest at `peak`: 1 on average, `depth` 0 (flat) to 1 (silent at night). */
function rhythm(peak: number, depth: number): number[] {
  return HOURS.map((hour) => 1 + depth * Math.cos(((hour - peak) * Math.PI) / 12));
}

/** A rhythm with a quieter weekend and noise that is shared by the hours of a day. */
function diurnal(random: Random, level: number): GeneratedSeries {
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
function office(random: Random, isHoliday: (day: DayContext) => boolean): GeneratedSeries {
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

/** Short bursts at any hour of any day, as of scanners and password guessers. */
function bursty(random: Random): GeneratedSeries {
  const perDay = random.scale(0.3, 4);
  const size = random.scale(4, 60);
  return {
    isErratic: true,
    draw: () => {
      const counts = HOURS.map(() => 0);
      for (let burst = random.poisson(perDay); burst > 0; burst -= 1) {
        const hour = random.whole(0, 23);
        counts[hour] = (counts[hour] ?? 0) + 1 + random.negativeBinomial(size, 0.3);
      }
      return counts;
    },
  };
}

/** Something that runs every few hours and always writes the same number of lines. */
function schedule(random: Random): GeneratedSeries {
  const step = random.pick([2, 3, 4, 6, 8]);
  const lines = random.whole(1, 40);
  const jobHour = random.whole(0, step - 1);
  return {
    jobHour,
    draw: () => HOURS.map((hour) => (hour % step === jobHour ? lines : 0)),
  };
}

/** A nightly job over a quiet stream that may slip into the next hour. */
function jitteringJob(random: Random): GeneratedSeries {
  const jobHour = random.whole(1, 20);
  const lines = random.whole(20, 400);
  const level = random.scale(0.05, 5);
  return {
    jobHour,
    draw: () => {
      const slipped = random.uniform() < 0.5 ? 0 : Math.round(lines * random.uniform());
      return HOURS.map((hour) => {
        const job = (hour === jobHour ? lines - slipped : 0) + (hour === jobHour + 1 ? slipped : 0);
        return job + random.poisson(level);
      });
    },
  };
}

/** A daily rhythm whose neighbouring hours rise and fall together. */
function wandering(random: Random): GeneratedSeries {
  const shape = rhythm(random.whole(0, 23), random.scale(0.2, 0.8));
  const level = random.scale(3, 3000);
  const spread = random.scale(0.1, 0.35);
  return {
    draw: () => {
      let drift = random.normal();
      return shape.map((share) => {
        drift = 0.8 * drift + 0.6 * random.normal();
        return random.poisson(level * share * Math.exp(spread * drift));
      });
    },
  };
}

/** A rhythm that changed its level for good on one day of the training. */
function levelChange(random: Random): GeneratedSeries {
  const base = diurnal(random, random.scale(5, 500));
  const changedAt = random.whole(4, 24);
  const factor = random.pick([0.35, 0.5, 2, 3]);
  return {
    draw: (day) =>
      base.draw(day).map((count) => Math.round(day.age < changedAt ? count * factor : count)),
  };
}

/** A metronome: the same count every hour, with or without one more or less. */
function metronome(random: Random): GeneratedSeries {
  const level = random.whole(1, 400);
  const wobble = random.pick([0, 0, 0.05, 0.3]);
  return {
    draw: () => HOURS.map(() => (random.uniform() < wobble ? level + random.pick([-1, 1]) : level)),
  };
}

/** A signature that is seen every few days. */
function rare(random: Random): GeneratedSeries {
  const perHour = random.scale(0.1, 1.5) / 24;
  return { draw: () => HOURS.map(() => random.poisson(perHour)) };
}

/** Work that is done at weekends only. */
function weekendOnly(random: Random): GeneratedSeries {
  const shape = rhythm(random.whole(8, 18), random.scale(0.3, 0.9));
  const level = random.scale(3, 300);
  return {
    draw: (day) =>
      shape.map((share) => random.negativeBinomial(isWeekend(day) ? level * share : 0, 0.05)),
  };
}

/** What differs from day to day by its weekday: each of the seven has its own level. */
function weekdayLevels(random: Random): GeneratedSeries {
  const levels = [0, 1, 2, 3, 4, 5, 6].map(() => random.pick([0.2, 0.6, 1, 1, 1.6]));
  const shape = rhythm(random.whole(0, 23), random.scale(0.2, 0.9));
  const level = random.scale(5, 500);
  const dispersion = random.pick([0.02, 0.1]);
  return {
    draw: ({ weekday }) =>
      shape.map((share) =>
        random.negativeBinomial(level * share * (levels[weekday] ?? 1), dispersion),
      ),
  };
}

function withHolidays(random: Random): GeneratedSeries {
  const holidays = [random.whole(2, 28), random.whole(2, 28)];
  return office(random, ({ age }) => holidays.includes(age));
}

/** The families by name, in the order of the table. */
export const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['diurnal', (random) => diurnal(random, random.scale(1, 1000))],
  ['low volume', (random) => diurnal(random, random.scale(0.05, 1))],
  ['very high volume', (random) => diurnal(random, random.scale(1e4, 1e7))],
  ['office', (random) => office(random, () => false)],
  ['holidays in training', withHolidays],
  ['level change', levelChange],
  [
    'short history',
    (random) => ({ ...diurnal(random, random.scale(1, 500)), history: random.whole(3, 10) }),
  ],
  ['weekday levels', weekdayLevels],
  ['weekend only', weekendOnly],
  ['bursty', bursty],
  ['rare', rare],
  ['schedule', schedule],
  ['jittering job', jitteringJob],
  ['wandering', wandering],
  ['metronome', metronome],
]);
