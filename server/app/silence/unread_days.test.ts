import type { CountedDay } from '../../../common/waveform/hours/source_day';
import { unreadDays } from './unread_days';

const unknown = (day: string, parts: object): CountedDay => ({
  ...{ state: 'unknown', day, reason: '1 of 5 shards failed' },
  ...parts,
});

describe('unreadDays', () => {
  it('are those in closed indices, which another look does not read, and those of trouble', () => {
    const closed = ['2026-02-27', '2026-02-26'].map((day, place) =>
      unknown(day, { closed: [`logs-${place}`] }),
    );
    const ofClosed = unreadDays(closed);
    expect(ofClosed?.words).toMatch(
      /^2 training days unknown \(2026-02-26 to 2026-02-27\), .*logs-0/,
    );
    expect(ofClosed?.is_passing).toBe(false);
    const both = unreadDays([unknown('2026-03-01', { is_passing: true }), ...closed]);
    expect(both?.words).toMatch(
      /^1 training day unknown \(2026-03-01\), 1 of 5 .*; 2 training days/,
    );
    expect(both?.is_passing).toBe(true);
  });

  it('are not days without documents, or without the field', () => {
    expect(unreadDays([unknown('2026-03-01', { is_absent: true })])).toBeUndefined();
    expect(unreadDays([unknown('2026-03-01', {})])).toBeUndefined();
  });
});
