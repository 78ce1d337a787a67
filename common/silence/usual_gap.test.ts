import { randomFrom } from '../../test/generator/random';
import { drawStream, type Stream, streamKinds } from '../../test/generator/silence_streams';
import { isLightGapOfWeek } from '../../test/naive/light_gap';
import { deadlineAfter, lawOf } from './silence_law';
import { historyOf, type StreamHistory } from './stream_history';
import { isLightGap } from './light_gap';
import { isUsualGap } from './usual_gap';
import { type WallHour, wallHourOf } from './wall_hour';

const MONDAY = wallHourOf('2026-03-02');
const WEEKS = 4;

/** Four weeks in which these hours of each week are empty, those of some weeks left out. */
function weeksWith(isEmpty: (hour: number, week: number) => boolean, unknown = -1): StreamHistory {
  const from = MONDAY - 168 * WEEKS;
  const counts = Float64Array.from({ length: 168 * WEEKS }, (_, at) =>
    isEmpty(at % 168, Math.floor(at / 168)) ? 0 : 5,
  );
  if (unknown >= 0) counts[unknown] = Number.NaN;
  const history = historyOf(from, counts);
  if (history === undefined) throw new Error('no events');
  return history;
}

describe('a silence as usual', () => {
  const isIn = (hour: number): boolean => hour >= 4 && hour < 8;
  const at = (first: number, end: number): [number, number] => [MONDAY + first - 0.5, MONDAY + end];

  it('was there twice in the same hours of the week', () => {
    const weekly = weeksWith(isIn);
    expect(isUsualGap(weekly, ...at(4, 8))).toBe(true);
    expect(isUsualGap(weekly, ...at(5, 7))).toBe(true);
    expect(isUsualGap(weekly, ...at(4, 9))).toBe(false);
    expect(isUsualGap(weekly, ...at(10, 12))).toBe(false);
    // Before an hour of it is over, nothing is said.
    expect(isUsualGap(weekly, ...at(4, 4.9))).toBe(false);
  });

  it('is none that was there once', () => {
    expect(
      isUsualGap(
        weeksWith((hour, week) => isIn(hour) && week === 1),
        ...at(4, 8),
      ),
    ).toBe(false);
    expect(
      isUsualGap(
        weeksWith((hour, week) => isIn(hour) && week > 1),
        ...at(4, 8),
      ),
    ).toBe(true);
  });

  it('is none that held an unknown hour, or one beside it', () => {
    const isTwice = (hour: number, week: number): boolean => isIn(hour) && week > 1;
    for (const hour of [3, 5, 8]) {
      expect(isUsualGap(weeksWith(isTwice, 2 * 168 + hour), ...at(4, 7))).toBe(false);
    }
    expect(isUsualGap(weeksWith(isTwice, 2 * 168 + 10), ...at(4, 7))).toBe(true);
  });

  it('is none if one long gap holds both weeks', () => {
    const long = weeksWith((hour, week) => (week === 1 && hour > 2) || (week === 2 && hour < 20));
    expect(isUsualGap(long, ...at(4, 8))).toBe(false);
  });
});

const DAYS = 31;

/** The last event before an instant, and the days before that event. */
function cutAt({ from, counts, last }: Stream, cut: WallHour) {
  let at = Math.floor(cut) - from - 1;
  while (at >= 0 && counts[at] === 0) at -= 1;
  const event = from + at + (last[at] ?? 0);
  const end = Math.floor(event / 24) * 24;
  const start = Math.max(0, end - DAYS * 24 - from);
  return { event, history: historyOf(from + start, counts.slice(start, end - from)) };
}

/** Of silences of generated streams: whether the fast answers are right, and how many there were. */
function quicklyTold(kind: string) {
  const random = randomFrom(11);
  const told = { usual: 0, light: 0, lightOfWeek: 0, late: 0, wrong: 0, unlike: 0 };
  for (let drawn = 0; drawn < 12; drawn += 1) {
    const from = MONDAY + 24 * random.whole(0, 6);
    const isHoliday = (hour: WallHour): boolean => Math.floor(hour / 24) % 19 === 0;
    const stream = drawStream(random, kind, from, 45 * 24, isHoliday);
    for (let cut = 0; cut < 30; cut += 1) {
      const time = from + 24 * DAYS + random.uniform() * 12 * 24;
      const { event, history } = cutAt(stream, time);
      const now = time + random.scale(0.5, 90);
      const law = lawOf(history);
      if (history === undefined || law === undefined) continue;
      const due = deadlineAfter(law, event);
      const isLate = due !== undefined && due.lateAt <= now;
      const [isUsual, isLight] = [isUsualGap, isLightGap].map((is) => is(history, event, now));
      if (isUsual === true) told.usual += 1;
      if (isLight === true) told.light += 1;
      const isOfWeek = isLightGapOfWeek(history, event, now);
      if (isOfWeek) told.lightOfWeek += 1;
      if (isLight === true && !isOfWeek) told.unlike += 1;
      if (isLate) told.late += 1;
      if (isLate && (isUsual === true || isLight === true)) told.wrong += 1;
    }
  }
  return told;
}

describe('answers without the law of a stream', () => {
  const all = [...streamKinds.keys()].map((kind) => [kind, quicklyTold(kind)] as const);

  it('is never late by its law', () => {
    expect(all.map(([kind, { wrong }]) => [kind, wrong])).toEqual(all.map(([kind]) => [kind, 0]));
    expect(all.every(([, { late }]) => late > 0)).toBe(true);
  });

  const sum = (of: 'usual' | 'light' | 'lightOfWeek' | 'unlike'): number =>
    all.reduce((total, [, told]) => total + told[of], 0);

  it('is light only where it is by the whole week, and nearly as often', () => {
    expect(sum('unlike')).toBe(0);
    expect(sum('light')).toBeGreaterThan(0.95 * sum('lightOfWeek'));
  });

  it('is much of what is silent for a while', () => {
    expect(sum('usual')).toBeGreaterThan(200);
    expect(sum('light')).toBeGreaterThan(200);
  });
});
