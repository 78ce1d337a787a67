import { missingEvents, morningOf, silenceState, type SilenceMark } from './silence_state';
import { wallHourOf } from './wall_hour';

const MONDAY = wallHourOf('2026-03-02');
const last = MONDAY + 9;
const deadline = { at: MONDAY + 14, lateAt: MONDAY + 12, isToTheMinute: false };

function stateAt(now: number, mark?: SilenceMark): string | null {
  return silenceState({ last, deadline, now, mark });
}

describe('the state of a stream', () => {
  it('is none, then late, then silent until it has events again', () => {
    expect([11, 12, 13, 14, 30, 24 * 365].map((hour) => stateAt(MONDAY + hour))).toEqual([
      null,
      'late',
      'late',
      'silent',
      'silent',
      'silent',
    ]);
  });

  it('is never silent without a deadline', () => {
    const now = MONDAY + 10_000;
    expect(silenceState({ last, deadline: undefined, now })).toBeNull();
  });

  it('is muted until the end of the mute', () => {
    const mark: SilenceMark = { kind: 'mute', at: MONDAY, until: MONDAY + 100 };
    expect(stateAt(MONDAY + 99, mark)).toBe('muted');
    expect(stateAt(MONDAY + 100, mark)).toBe('silent');
    expect(stateAt(MONDAY + 10, mark)).toBeNull();
  });

  it('is gone once it is marked so, and back when it speaks', () => {
    const mark: SilenceMark = { kind: 'gone', at: MONDAY + 20, until: null };
    expect(stateAt(MONDAY + 5000, mark)).toBe('gone');
    const spoken = MONDAY + 21;
    const due = { at: MONDAY + 26, lateAt: MONDAY + 25, isToTheMinute: false };
    const again = { last: spoken, deadline: due, mark };
    expect(silenceState({ ...again, now: MONDAY + 22 })).toBeNull();
    expect(silenceState({ ...again, now: MONDAY + 30 })).toBe('silent');
  });

  it('is recovered for a day after a silence that was reported', () => {
    const ended = { from: MONDAY - 100, to: MONDAY + 9 };
    const at = (hour: number): string | null =>
      silenceState({ last: MONDAY + hour, deadline: undefined, now: MONDAY + hour, ended });
    expect([at(10), at(33), at(34)]).toEqual(['recovered', 'recovered', null]);
  });
});

describe('the morning of a silence', () => {
  it('is the first after the day of the deadline, and one more each day', () => {
    const ends = Array.from({ length: 30 }, (_, day) => MONDAY + 24 * (day + 1));
    const mornings = ends.map((end) => morningOf(deadline.at, end));
    expect(mornings).toEqual(Array.from({ length: 30 }, (_, day) => day + 1));
  });

  it('has not come on the day of the deadline, and has the day after', () => {
    const begun = [15, 23, 24, 25, 47, 48].map((hour) => morningOf(deadline.at, MONDAY + hour));
    expect(begun).toEqual([0, 0, 1, 1, 1, 2]);
  });

  it('is the first after a day that ends with the deadline', () => {
    expect(morningOf(MONDAY + 24, MONDAY + 24)).toBe(1);
  });

  it('is none before the deadline', () => {
    expect(morningOf(MONDAY + 24 + 5, MONDAY + 24)).toBe(0);
  });
});

describe('missing events', () => {
  it('are those of the usual week in the hours of the silence', () => {
    const usual = new Float64Array(168).fill(6);
    expect(missingEvents({ usual }, { from: MONDAY + 9.5, to: MONDAY + 12.25 })).toBe(17);
    usual.fill(0, 24, 48);
    expect(missingEvents({ usual }, { from: MONDAY, to: MONDAY + 25 })).toBe(6);
  });

  it('are none in hours that are off, and as few as on the other day that an hour is like', () => {
    const usual = new Float64Array(168).fill(6).fill(1, 0, 24);
    const silence = { from: MONDAY + 9, to: MONDAY + 15 };
    const isOff = (hour: number): boolean => hour < MONDAY + 11;
    expect(missingEvents({ usual }, silence, { isOff })).toBe(24);
    const like = (hour: number): number => hour - MONDAY;
    expect(missingEvents({ usual }, silence, { isOff, like })).toBe(4);
  });
});
