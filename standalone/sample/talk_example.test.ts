import { addDays } from '../../common/time/day';
import { flagTalk } from '../../common/waveform/talk/flag_talk';
import { scoreTalk } from '../../common/waveform/talk/score_talk';
import { talkSettingsSchema } from '../../common/settings/settings';
import { talkDay, talkWave } from '../../test/fixtures/talk_day';
import { randomFrom, seedOf } from './random';
import { drawClockwork, drawSessions } from './talk_example';

const lengths = Array<number>(24).fill(1);
const settings = talkSettingsSchema.parse({});

/** Severity 5 on a day, of which only the age matters. */
function severityFive(seed: number, age: number): number[] {
  const day = { day: '', weekday: 0, age, lengths };
  const clockwork = drawClockwork(randomFrom(seedOf(seed, 'a', age)), day);
  const sessions = drawSessions(randomFrom(seedOf(seed, 'b', age)), day);
  return clockwork.map((count, hour) => count + (sessions[hour] ?? 0));
}

describe('severity 5 of the sample', () => {
  it("has the talk's usual Wednesday as the mean of the four weeks before", () => {
    const days = [7, 14, 21, 28].map((age) => severityFive(1, age));
    const mean = lengths.map((_, hour) => days.reduce((sum, day) => sum + (day[hour] ?? 0), 0) / 4);
    expect(mean).toEqual(talkWave);
    expect(severityFive(1, 0)).toEqual(talkDay);
  });

  it("is flagged by the talk's method at 10:00 and 15:00, whatever is drawn for other days", () => {
    const lastDay = '2026-11-18';
    for (let seed = 1; seed <= 100; seed += 1) {
      const training = Array.from({ length: 31 }, (_, index) => ({
        day: addDays(lastDay, -1 - index),
        counts: severityFive(seed, index + 1),
      }));
      const counts = severityFive(seed, 0);
      const flags = flagTalk(scoreTalk({ day: lastDay, counts, training }, 31, settings), settings);
      expect(flags.map(({ hour, direction }) => [hour, direction])).toEqual([
        [10, 'high'],
        [15, 'high'],
      ]);
    }
  });

  it('scales with the length of an hour where the clock changes', () => {
    const changed = lengths.map((_, hour) => [0, 2, 1][hour] ?? 1);
    const day = { day: '', weekday: 0, age: 0, lengths: changed };
    expect(drawClockwork(randomFrom(1), day).slice(0, 3)).toEqual([0, 18, 9]);
  });
});
