import { randomFrom } from '../../test/generator/random';
import { drawStream, streamKinds } from '../../test/generator/silence_streams';
import {
  chanceOfEmpty,
  emptinessRoom,
  greatestWeight,
  isUnseen,
  learnEmptiness,
  learnEmptinessNear,
  mostWeightOf,
  usualCount,
} from './emptiness';
import { historyOf, type StreamHistory } from './stream_history';
import { HOURS_PER_WEEK, wallHourOf } from './wall_hour';

const MONDAY = wallHourOf('2026-03-02');

/** Generated streams of 8 to 40 days, some with unknown hours. */
function histories(): StreamHistory[] {
  const random = randomFrom(5);
  return [...streamKinds.keys()].flatMap((kind) =>
    Array.from({ length: 8 }, () => {
      const from = MONDAY + 24 * random.whole(0, 6);
      const { counts } = drawStream(random, kind, from, 24 * random.whole(8, 40), () => false);
      const unknown = random.whole(0, 1) * random.whole(0, 60);
      for (let hour = 0; hour < unknown; hour += 1) {
        counts[random.whole(0, counts.length - 1)] = Number.NaN;
      }
      return historyOf(from, counts) ?? [];
    }).flat(),
  );
}

/** A room in which something else was learned. */
function usedRoom() {
  const room = emptinessRoom();
  room.all.fill(7);
  return room;
}

describe('how often a stream was empty near some hours of the week', () => {
  const random = randomFrom(9);
  const cases = histories().map((history) => ({
    history,
    whole: learnEmptiness(history, usedRoom()),
    first: random.whole(0, HOURS_PER_WEEK - 1),
    hours: random.whole(1, 30),
  }));

  it('is the same as of the whole week', () => {
    for (const { history, whole, first, hours } of cases) {
      const near = learnEmptinessNear(history, first, hours, usedRoom());
      expect([near.known, near.empty]).toEqual([whole.known, whole.empty]);
      expect(near.kinds).toEqual(whole.kinds);
      for (let hour = 0; hour < hours; hour += 1) {
        const slot = (first + hour) % HOURS_PER_WEEK;
        const both = { ...near, ofWeekday: whole.ofWeekday };
        expect(isUnseen(near, slot)).toBe(isUnseen(whole, slot));
        expect(usualCount(near, slot)).toBe(usualCount(whole, slot));
        expect(chanceOfEmpty(both, near.ofKinds, slot)).toBe(
          chanceOfEmpty(whole, whole.ofKinds, slot),
        );
      }
    }
  });

  it('weighs no less than by how weekdays differ', () => {
    for (const { history, whole, first, hours } of cases) {
      let sum = 0;
      for (let hour = 0; hour < hours; hour += 1) {
        const slot = (first + hour) % HOURS_PER_WEEK;
        if (isUnseen(whole, slot)) continue;
        const weight = -Math.log(chanceOfEmpty(whole, whole.ofKinds, slot));
        sum += Math.min(greatestWeight(whole), weight);
      }
      const near = learnEmptinessNear(history, first, hours, usedRoom());
      expect(mostWeightOf(near, first, hours)).toBeGreaterThanOrEqual(sum - 1e-9);
    }
  });
});
