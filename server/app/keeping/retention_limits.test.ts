import { retentionLimits } from './retention_limits';

const now = new Date('2026-11-28T10:00:00Z');
const settings = { zone: 'UTC', retention: { days: 400, series_days: 92 } };

describe('retentionLimits', () => {
  it('counts the days back from today', () => {
    const limits = { results: '2025-10-24', series: '2026-08-28' };
    expect(retentionLimits(settings, [], now)).toEqual(limits);
  });

  it('takes today from the zone of the settings', () => {
    const late = new Date('2026-11-28T23:30:00Z');
    const { results } = retentionLimits({ ...settings, zone: 'Asia/Tokyo' }, [], late);
    expect(results).toBe('2025-10-25');
  });

  it('keeps series no longer than the runs that they belong to', () => {
    const retention = { days: 100, series_days: 300 };
    const { results, series } = retentionLimits({ ...settings, retention }, [], now);
    expect(series).toBe(results);
  });

  it('keeps all that an active run may read, however old its day', () => {
    const limits = retentionLimits(settings, ['2026-11-27', '2020-06-15'], now);
    expect(limits).toEqual({ results: '2020-03-08', series: '2020-03-08' });
  });
});
