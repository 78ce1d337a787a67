import { addDays, weekdayOf, type Day } from '../time/day';
import { randomFrom, type Random } from '../../test/generator/random';
import type { TrainingDay } from '../waveform/hours';
import { deadlineAfter, learnSilence } from './silence_law';
import { dayOfWallHour, type WallHour, wallHourOf } from './wall_hour';

/** A Monday. */
const MONDAY: Day = '2026-03-02';
const isWorking = (day: Day): boolean => weekdayOf(day) % 6 !== 0;

type Draw = (hour: number, day: Day, random: Random) => number;

/** So many days before a day. */
function daysBeforeDay(end: Day, count: number, draw: Draw, seed = 1): TrainingDay[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, age) => {
    const day = addDays(end, age - count);
    return { day, counts: Array.from({ length: 24 }, (_h, hour) => draw(hour, day, random)) };
  });
}

function lastOf(days: readonly TrainingDay[]): WallHour {
  const hours = days.flatMap(({ day, counts }) =>
    counts.flatMap((count, hour) => ((count ?? 0) > 0 ? wallHourOf(day) + hour : [])),
  );
  return Math.max(...hours);
}

/** Hours from the beginning of the last hour with events to the deadline; undefined without one. */
function wait(days: readonly TrainingDay[]): number | undefined {
  const law = learnSilence(days);
  const last = lastOf(days);
  const due = law === undefined ? undefined : deadlineAfter(law, last);
  return due === undefined ? undefined : due.at - last;
}

/** When a stream is due, as a day and an hour. */
function dueOf(days: readonly TrainingDay[]): string | undefined {
  const law = learnSilence(days);
  const due = law === undefined ? undefined : deadlineAfter(law, lastOf(days));
  return due === undefined ? undefined : `${dayOfWallHour(due.at)} ${due.at % 24}`;
}

const office: Draw = (hour, day, random) =>
  hour >= 8 && hour < 17 && isWorking(day) ? random.poisson(20) : 0;

describe('the learned deadline', () => {
  it('of exactly one event an hour is after its second missing hour', () => {
    expect(wait(daysBeforeDay(MONDAY, 31, () => 1))).toBe(3);
  });

  it.each([
    [0.5, 12, 30],
    [1, 6, 16],
    [2, 3, 9],
    [5, 2, 4],
    [20, 1, 3],
    [200, 1, 3],
  ])('of %d events an hour by chance is %d to %d hours after the last one', (rate, least, most) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const waited = wait(daysBeforeDay(MONDAY, 31, (_, _d, random) => random.poisson(rate), seed));
      expect(waited).toBeGreaterThanOrEqual(least);
      expect(waited).toBeLessThanOrEqual(most);
    }
  });

  it('of a daily job is two hours after its latest usual time', () => {
    expect(dueOf(daysBeforeDay(MONDAY, 31, (hour) => (hour === 3 ? 5 : 0)))).toBe('2026-03-02 5');
    const late: Draw = (hour, _, random) => (hour === random.pick([3, 3, 3]) ? 1 : 0);
    expect(dueOf(daysBeforeDay(MONDAY, 31, late))).toBe('2026-03-02 5');
  });

  it('of a job on working days waits over the weekend', () => {
    const job: Draw = (hour, day) => (hour === 6 && isWorking(day) ? 1 : 0);
    expect(dueOf(daysBeforeDay('2026-03-07', 31, job))).toBe('2026-03-09 8');
  });

  it('of a weekly job is on its weekday', () => {
    const job: Draw = (hour, day) => (hour === 22 && weekdayOf(day) === 4 ? 1 : 0);
    expect(dueOf(daysBeforeDay(MONDAY, 31, job))).toBe('2026-03-06 0');
  });

  it('of a job that once stayed away waits for its second missing day', () => {
    const job: Draw = (hour, day) => (hour === 3 && day !== '2026-02-19' ? 1 : 0);
    expect(dueOf(daysBeforeDay(MONDAY, 31, job))).toMatch(/^2026-03-03 [45]$/);
  });

  it('of office hours is in the next office hours, never on a weekend', () => {
    expect(dueOf(daysBeforeDay('2026-03-03', 31, office))).toMatch(/^2026-03-03 (9|1[0-2])$/);
    // Friday evening to Monday morning.
    expect(dueOf(daysBeforeDay('2026-03-07', 31, office))).toMatch(/^2026-03-09 (9|1[0-2])$/);
  });

  it('of a nightly stream is at night', () => {
    const nightly: Draw = (hour, _, random) => (hour >= 1 && hour < 5 ? random.poisson(50) : 0);
    expect(dueOf(daysBeforeDay(MONDAY, 31, nightly))).toMatch(/^2026-03-02 [3-6]$/);
  });

  it.each([3, 4, 5])('is not on the first weekend after %d days', (count) => {
    // The history ends on a Friday.
    const due = dueOf(daysBeforeDay('2026-03-07', count, office));
    expect(due).not.toMatch(/^2026-03-0[78]/);
    const job = dueOf(daysBeforeDay('2026-03-07', count, (hour) => (hour === 9 ? 1 : 0)));
    expect(job).not.toMatch(/^2026-03-0[78]/);
  });

  it('is not on the first Sunday after a Saturday that was seen', () => {
    const open: Draw = (hour, day, random) =>
      hour >= 8 && hour < 17 && weekdayOf(day) !== 0 ? random.poisson(20) : 0;
    expect(dueOf(daysBeforeDay('2026-03-08', 6, open))).not.toMatch(/^2026-03-08/);
  });

  it('is to the minute only where an hour without events cannot be chance', () => {
    const busy = daysBeforeDay(MONDAY, 31, (_, _d, random) => random.poisson(200));
    const law = learnSilence(busy);
    const last = lastOf(busy) + 0.5;
    expect(law && deadlineAfter(law, last)).toMatchObject({ at: last + 1.25, isToTheMinute: true });
    // Only the hour of the last event is known: the hour after it must be over.
    const hour = Math.floor(last);
    expect(law && deadlineAfter(law, hour, undefined, false)).toMatchObject({
      at: hour + 2,
      isToTheMinute: false,
    });
    const slow = learnSilence(daysBeforeDay(MONDAY, 31, (_, _d, random) => random.poisson(2)));
    expect(slow && deadlineAfter(slow, last)?.isToTheMinute).toBe(false);
  });

  it('is learned from known days alone', () => {
    const days = daysBeforeDay(MONDAY, 31, () => 1);
    expect(learnSilence(days)?.daysLearned).toBe(31);
    const read = days.filter((_, age) => age !== 10 && age !== 12 && age !== 20);
    expect(learnSilence(read)?.daysLearned).toBe(28);
    // An hour of a day is still that day.
    const [first, ...others] = days.map(({ day, counts }) => ({ day, counts: [...counts] }));
    const inPart = others.map((day, age) =>
      age === 5
        ? { ...day, counts: day.counts.map((count, hour) => (hour < 2 ? null : count)) }
        : day,
    );
    expect(first && learnSilence([first, ...inPart])?.daysLearned).toBe(31);
  });

  it('is none for streams that were seen on fewer than three days', () => {
    const pod: Draw = (hour, day) => (day >= '2026-02-28' && hour === 4 ? 900 : 0);
    expect(learnSilence(daysBeforeDay(MONDAY, 31, pod))).toBeUndefined();
    expect(learnSilence([])).toBeUndefined();
  });

  it('is none for a stream that is too irregular', () => {
    const days = ['2026-02-03', '2026-02-11', '2026-02-13', '2026-02-27'];
    const rare: Draw = (hour, day) => (days.indexOf(day) === hour % 5 ? 1 : 0);
    const law = learnSilence(
      daysBeforeDay(MONDAY, 31, (hour, day, r) => (hour < 5 ? rare(hour, day, r) : 0)),
    );
    expect(law).toBeDefined();
    expect(law && deadlineAfter(law, wallHourOf('2026-02-27'))).toBeUndefined();
  });

  it('is not learned from the silence itself', () => {
    const days = daysBeforeDay(MONDAY, 31, (_, _d, random) => random.poisson(5));
    const dead = daysBeforeDay(addDays(MONDAY, 20), 20, () => 0);
    expect(learnSilence([...days, ...dead])).toEqual(learnSilence(days));
  });

  it('is not extended by one earlier outage', () => {
    const outage: Draw = (_, day, random) =>
      day >= '2026-02-10' && day <= '2026-02-12' ? 0 : random.poisson(5);
    expect(wait(daysBeforeDay(MONDAY, 31, outage))).toBeLessThanOrEqual(12);
  });

  it('of a stream that falls from week to week lies where its present rate has it', () => {
    const falling: Draw = (_, day, random) =>
      random.poisson(24 * (1 / 12) ** ((wallHourOf(day) - wallHourOf(MONDAY) + 744) / 744));
    const level: Draw = (_, _d, random) => random.poisson(2);
    for (let seed = 1; seed <= 5; seed += 1) {
      const fallen = wait(daysBeforeDay(MONDAY, 31, falling, seed)) ?? 0;
      // Two events an hour: by all of the month it would be due after two hours.
      expect(fallen).toBeGreaterThanOrEqual(4);
      expect(fallen).toBeLessThanOrEqual(2 * (wait(daysBeforeDay(MONDAY, 31, level, seed)) ?? 0));
    }
  });

  it('does not depend on the weekday where weekdays differ only by chance', () => {
    const days = daysBeforeDay(MONDAY, 31, (_, _d, random) => random.poisson(1));
    const { weights } = learnSilence(days) ?? { weights: new Float64Array() };
    const ofHour = [1, 2, 3, 4, 5].map((weekday) => weights[weekday * 24 + 10] ?? 0);
    expect(Math.max(...ofHour)).toBeLessThan(2 * Math.min(...ofHour));
  });

  it('takes unknown hours for no silence', () => {
    const days = daysBeforeDay(MONDAY, 31, () => 1).map(({ day, counts }) => ({
      day,
      counts: day >= '2026-02-10' && day <= '2026-02-14' ? counts.map(() => null) : counts,
    }));
    expect(wait(days)).toBe(3);
  });

  it('comes later when hours are off', () => {
    const days = daysBeforeDay('2026-03-03', 31, office);
    const law = learnSilence(days);
    const isHoliday = (hour: WallHour): boolean => dayOfWallHour(hour) === '2026-03-03';
    const due = law && deadlineAfter(law, lastOf(days), { isOff: isHoliday });
    expect(due && dayOfWallHour(due.at)).toBe('2026-03-04');
  });

  it('is never before the last event, and never earlier for a later one', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const { scale, pick } = randomFrom(seed);
      const rate = scale(0.1, 50);
      const draw = pick<Draw>([office, (_, _d, random) => random.poisson(rate)]);
      const law = learnSilence(daysBeforeDay(MONDAY, pick([7, 14, 31]), draw, seed));
      if (law === undefined) continue;
      let before = 0;
      for (let last = wallHourOf(MONDAY); last < wallHourOf(MONDAY) + 168; last += 3.5) {
        const due = deadlineAfter(law, last);
        if (due === undefined) continue;
        expect(due.at).toBeGreaterThan(last);
        expect(due.lateAt).toBeLessThanOrEqual(due.at);
        if (!due.isToTheMinute) expect(due.at).toBeGreaterThanOrEqual(Math.floor(before));
        before = due.isToTheMinute ? before : due.at;
      }
    }
  });
});
