import { countsDay, countsSource } from '../../../test/fixtures/counts_source';
import { addDays, daysBefore, type Day } from '../../../common/time/day';
import type { CountedDay } from '../../../common/waveform/hours';
import { withoutBlindDays } from './blind_days';

const DAY: Day = '2026-03-02';
const source = countsSource({ subtype_fields: ['host'] });
/** A day of 1,000 documents, of which 10 come without the field. */
const USUAL = [990, 10] as const;

function dayWith(day: Day, [found, without]: readonly [number, number]): CountedDay {
  const counts = countsDay({ day, documents: found + without, without_subtype: without });
  return { state: 'known', origin: 'counted', counts };
}

/** Whether the tested day is known, after 31 training days, the latest ones given. */
function isKnown(
  tested: readonly [number, number],
  latest: readonly (readonly [number, number])[] = [],
  part = 1,
): boolean {
  const training = daysBefore(DAY, 31).map((day, age) => dayWith(day, latest[age] ?? USUAL));
  const counted = {
    tested: dayWith(DAY, tested),
    training,
    notes: [],
    searches: 0,
    missing_rights: [],
  };
  return withoutBlindDays(source, counted, part).tested.state === 'known';
}

describe('a day without the field that it is counted by', () => {
  it('is unknown where the documents came without it', () => {
    expect(isKnown([0, 1000])).toBe(false);
    expect(isKnown([0, 600])).toBe(false);
  });

  it('is known where only the documents came that never have it: the others are silent', () => {
    expect(isKnown([0, 10])).toBe(true);
    expect(isKnown([0, 8])).toBe(true);
  });

  it('is unknown, too, after days that were', () => {
    const [first, second] = [addDays(DAY, -1), addDays(DAY, -2)];
    expect(daysBefore(DAY, 2)).toEqual([first, second]);
    const blind = [0, 1000] as const;
    expect(isKnown(blind, [blind, blind])).toBe(false);
  });

  it('is unknown from its first hours on, while it is not over', () => {
    expect(isKnown([0, 40], [], 1 / 24)).toBe(false);
    expect(isKnown([0, 4], [], 12 / 24)).toBe(true);
  });
});

describe('a field that vanishes during the day', () => {
  /** A day with so many documents of a host in each hour, and so many without the field. */
  function hourly(day: Day, hours: readonly number[], without: number): CountedDay {
    const found = hours.reduce((sum, count) => sum + count, 0);
    const series = new Map([['web1', hours]]);
    const parts = { day, series, documents: found + without, without_subtype: without };
    return { state: 'known', origin: 'counted', counts: countsDay(parts) };
  }
  const each = Array.from({ length: 24 }, () => 10);
  const until = (hour: number): number[] => each.map((count, at) => (at < hour ? count : 0));

  function sighted(hours: readonly number[], without: number, part = 1): CountedDay {
    const training = daysBefore(DAY, 31).map((day) => hourly(day, each, 10));
    const tested = hourly(DAY, hours, without);
    const counted = { tested, training, notes: [], searches: 0, missing_rights: [] };
    return withoutBlindDays(source, counted, part).tested;
  }

  it('makes the day unknown, and says from which hour on', () => {
    expect(sighted(until(12), 130)).toEqual({
      state: 'unknown',
      day: DAY,
      reason:
        'no document of 2026-03-02 has the field host from 12:00 on, and 130 documents came without it',
    });
  });

  it('makes a day unknown that is not over', () => {
    expect(sighted(until(12), 45, 16 / 24).state).toBe('unknown');
    expect(sighted(until(16), 45, 16 / 24).state).toBe('known');
  });

  it('did not vanish where no more documents than usual lack it: the hosts are silent', () => {
    for (const without of [0, 10, 12, 30]) expect(sighted(until(12), without).state).toBe('known');
  });

  it('did not vanish where documents have it until the end, however many lack it', () => {
    expect(sighted(each, 400).state).toBe('known');
    expect(
      sighted(
        each.map((count, at) => (at === 23 ? 1 : count)),
        400,
      ).state,
    ).toBe('known');
  });
});
