import {
  deadlineAfter,
  learnSilence,
  morningOf,
  silenceState,
  type SilenceMark,
  wallHourOf,
} from '../../../common/silence';
import { addDays, type Day, HOURS_PER_DAY, weekdayOf } from '../../../common/time';
import { type Random, randomFrom } from '../../generator/random';

const DEAD_DAYS = 30;
const TRAINING_DAYS = 31;
/** A Monday: an office that dies on a Saturday is not missed before Monday. */
const FIRST_DEAD: Day = '2026-03-02';

type Draw = (random: Random, hour: number, day: Day) => number;

const poisson =
  (rate: number): Draw =>
  (random) =>
    random.poisson(rate);

const KINDS: readonly (readonly [string, Draw])[] = [
  ['1 an hour', poisson(1)],
  ['2 an hour', poisson(2)],
  ['5 an hour', poisson(5)],
  ['20 an hour', poisson(20)],
  ['200 an hour', poisson(200)],
  ['exactly 1 an hour', () => 1],
  ['once a day', (_, hour) => (hour === 3 ? 1 : 0)],
  [
    'office hours',
    (random, hour, day) =>
      hour >= 8 && hour < 17 && weekdayOf(day) % 6 !== 0 ? random.poisson(20) : 0,
  ],
];

/** Mornings of dead days on which a stream is reported as silent, by the law of the days before. */
export function mornings(draw: Draw, random: Random, mark?: SilenceMark): number[] {
  const days = Array.from({ length: TRAINING_DAYS }, (_, age) => {
    const day = addDays(FIRST_DEAD, age - TRAINING_DAYS);
    return {
      day,
      counts: Array.from({ length: HOURS_PER_DAY }, (_h, hour) => draw(random, hour, day)),
    };
  });
  const last = Math.max(
    ...days.flatMap(({ day, counts }) =>
      counts.flatMap((count, hour) => (count > 0 ? wallHourOf(day) + hour : [])),
    ),
  );
  const law = learnSilence(days);
  const deadline = law === undefined ? undefined : deadlineAfter(law, last);
  return Array.from(
    { length: DEAD_DAYS },
    (_, dead) => wallHourOf(FIRST_DEAD) + HOURS_PER_DAY * (dead + 1),
  )
    .filter((now) => silenceState({ last, deadline, now, mark }) === 'silent')
    .map((now) => morningOf(deadline?.at ?? now, now));
}

/**
 * Prints on how many of 30 mornings a dead stream is reported: as it is, gone, and muted for ten
 * days.
 */
export function printDeadDays(seed: number, print: (line: string) => void): void {
  const at = wallHourOf(FIRST_DEAD);
  const gone: SilenceMark = { kind: 'gone', at, until: null };
  const muted: SilenceMark = { kind: 'mute', at, until: at + 10 * HOURS_PER_DAY };
  print(
    `mornings on which ${DEAD_DAYS} dead days are reported: as they are, gone, muted for ten days`,
  );
  for (const [name, draw] of KINDS) {
    const told = [undefined, gone, muted].map(
      (mark) => mornings(draw, randomFrom(seed), mark).length,
    );
    print(`${name.padEnd(20)}${told.map((count) => String(count).padStart(6)).join('')}`);
  }
}
