import type { Random } from './random';
import { diurnal, HOURS, office, rhythm } from './rhythms';
import type { GeneratedSeries } from './series';

/** A rhythm that changed its level for good on one day of the training. */
export function levelChange(random: Random): GeneratedSeries {
  const base = diurnal(random, random.scale(5, 500));
  const changedAt = random.whole(4, 24);
  const factor = random.pick([0.35, 0.5, 2, 3]);
  return {
    draw: (day) =>
      base.draw(day).map((count) => Math.round(day.age < changedAt ? count * factor : count)),
  };
}

/** Office hours with two holidays among the training days. */
export function withHolidays(random: Random): GeneratedSeries {
  const holidays = [random.whole(2, 28), random.whole(2, 28)];
  return office(random, ({ age }) => holidays.includes(age));
}

/** Office hours; the tested day is a holiday, the first one that is seen. */
export function holidayToday(random: Random): GeneratedSeries {
  return office(random, ({ age }) => age === 0);
}

/** A rhythm that grows or shrinks by up to four percent a day. */
export function trend(random: Random): GeneratedSeries {
  const base = diurnal(random, random.scale(5, 500));
  const growth = random.pick([-0.03, -0.015, 0.015, 0.04]);
  return {
    draw: (day) => base.draw(day).map((count) => Math.round(count * (1 + growth) ** -day.age)),
  };
}

/** A rhythm by a clock that was changed by an hour: today, or up to three days ago. */
export function clockChange(random: Random): GeneratedSeries {
  const [peak, depth] = [random.whole(0, 23), random.scale(0.4, 0.9)];
  const [before, after] = [rhythm(peak, depth), rhythm(peak + random.pick([-1, 1]), depth)];
  const level = random.scale(5, 500);
  const changedAt = random.whole(0, 3);
  return {
    draw: ({ age }) => {
      const shape = age <= changedAt ? after : before;
      return shape.map((share) => random.negativeBinomial(level * share, 0.02));
    },
  };
}

/** Days that are loud or quiet as a whole, by half or to the double. */
export function loudDays(random: Random): GeneratedSeries {
  const shape = rhythm(random.whole(0, 23), random.scale(0.2, 0.9));
  const level = random.scale(5, 1000);
  const spread = random.scale(0.2, 0.6);
  return {
    draw: () => {
      const loudness = Math.exp(spread * random.normal());
      return shape.map((share) => random.negativeBinomial(level * share * loudness, 0.03));
    },
  };
}

/** A job that runs on one weekday, over a quiet stream. */
export function weeklyJob(random: Random): GeneratedSeries {
  const [weekday, jobHour] = [random.whole(0, 6), random.whole(1, 20)];
  const lines = random.scale(20, 3000);
  const level = random.scale(0.05, 1);
  return {
    jobHour,
    draw: (day) => {
      const job = day.weekday === weekday ? Math.round(lines * random.scale(0.8, 1.25)) : 0;
      return HOURS.map((hour) => random.poisson(level) + (hour === jobHour ? job : 0));
    },
  };
}
