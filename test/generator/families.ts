import {
  clockChange,
  holidayToday,
  levelChange,
  loudDays,
  trend,
  weeklyJob,
  withHolidays,
} from './changing_families';
import type { Random } from './random';
import { diurnal, HOURS, isWeekend, office, rhythm } from './rhythms';
import type { Family, GeneratedSeries } from './series';

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

/** A daily rhythm whose neighboring hours rise and fall together. */
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

/** Work that is done on weekends only. */
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

/** The families by name, in the order of the table. */
export const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ['diurnal', (random) => diurnal(random, random.scale(1, 1000))],
  ['low volume', (random) => diurnal(random, random.scale(0.05, 1))],
  ['very high volume', (random) => diurnal(random, random.scale(1e4, 1e7))],
  ['office', (random) => office(random, () => false)],
  ['holidays in training', withHolidays],
  ['holiday today', holidayToday],
  ['level change', levelChange],
  ['trend', trend],
  ['clock change', clockChange],
  ['loud days', loudDays],
  ['weekly job', weeklyJob],
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
