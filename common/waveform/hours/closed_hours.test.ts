import { localDay } from '../../time/local_day';
import { closedHours } from './closed_hours';

const closedAt = (day: string, zone: string, now: string): number[] =>
  closedHours(localDay(day, zone), Date.parse(now)).flatMap((closed, hour) =>
    closed ? [hour] : [],
  );

describe('closedHours', () => {
  it('closes an hour 15 minutes after its end', () => {
    expect(closedAt('2026-11-23', 'UTC', '2026-11-23T02:14:59Z')).toEqual([0]);
    expect(closedAt('2026-11-23', 'UTC', '2026-11-23T02:15:00Z')).toEqual([0, 1]);
  });

  it('closes the last hour of a day a quarter past midnight of its zone', () => {
    expect(closedAt('2026-11-23', 'Asia/Kolkata', '2026-11-23T18:44:59Z')).toHaveLength(23);
    expect(closedAt('2026-11-23', 'Asia/Kolkata', '2026-11-23T18:45:00Z')).toHaveLength(24);
  });

  it('keeps an hour that the clock shows twice open until its second end', () => {
    expect(closedAt('2015-11-01', 'America/Toronto', '2015-11-01T07:14Z')).toEqual([0]);
    expect(closedAt('2015-11-01', 'America/Toronto', '2015-11-01T07:15Z')).toEqual([0, 1]);
  });

  it('has nothing to wait for in an hour that the clock skips', () => {
    expect(closedAt('2015-03-08', 'America/Toronto', '2015-03-08T07:15Z')).toEqual([0, 1, 2]);
  });
});
