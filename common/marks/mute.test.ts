import { markOf, muteOn, type StreamMark } from './mute';

const muted = (parts: Partial<StreamMark> = {}): StreamMark => ({
  version: 1,
  kind: 'mute',
  scope: 'default',
  source: 'syslog',
  host: null,
  subtype: '5',
  reason: 'maintenance',
  author: 'ana',
  at: '2026-11-25T08:00:00.000Z',
  until: '2026-12-01T00:00:00.000Z',
  ...parts,
});
const series = { source: 'syslog', host: null, subtype: '5' };
const holdsOn = (day: string, marks: readonly StreamMark[], stream = series): boolean =>
  muteOn(marks, stream, day, 'UTC') !== undefined;

describe('muteOn', () => {
  it('holds from the day before it was set to its end', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01'];
    expect(days.map((day) => holdsOn(day, [muted()]))).toEqual([false, true, true, false]);
    expect(holdsOn('2026-11-01', [muted({ from: '2026-11-01' })])).toBe(true);
  });

  it('is about a series, a source, or all', () => {
    const other = { ...series, subtype: '6' };
    expect(holdsOn('2026-11-25', [muted()], other)).toBe(false);
    expect(holdsOn('2026-11-25', [muted({ subtype: null })], other)).toBe(true);
    const elsewhere = { ...series, source: 'ossec' };
    expect(holdsOn('2026-11-25', [muted({ source: null, subtype: null })], elsewhere)).toBe(true);
    expect(holdsOn('2026-11-25', [muted({ subtype: null, host: 'web1' })])).toBe(false);
  });

  it('ends when it is taken back, and a silence without an end mutes no finding', () => {
    const back = muted({ kind: 'back', at: '2026-11-25T09:00:00.000Z', until: null });
    expect(holdsOn('2026-11-25', [muted(), back])).toBe(false);
    expect(markOf([muted(), back], series)).toBeUndefined();
    expect(holdsOn('2026-11-25', [muted({ until: null })])).toBe(false);
  });
});
