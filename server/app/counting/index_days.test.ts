import { daysInNames } from './index_days';

const spans = (name: string, ...others: string[]): string[] | null =>
  daysInNames([name, ...others])(name)?.map(({ from, to }) => `${from} to ${to ?? '…'}`) ?? null;

describe('daysInNames', () => {
  it('reads the day of daily indices, however it is written', () => {
    const day = ['2026-11-27 to 2026-11-28'];
    expect(spans('logstash-2026.11.27', 'logstash-2026.11.28')).toEqual(day);
    expect(spans('fw-2026-11-27', 'fw-2026-11-26')).toEqual(day);
    expect(spans('fw_20261127', 'fw_20261126')).toEqual(day);
    expect(spans('so-2026_11_27.zeek', 'so-2026_11_28.zeek')).toEqual(day);
    expect(spans('logs-2026.11.27.05', 'logs-2026.11.28.05')).toEqual(day);
  });

  it('makes the date of a day last until the next index of the same name', () => {
    expect(spans('fw-2026.11.01', 'fw-2026.11.08', 'fw-2026.11.15', 'web-2026.11.02')).toEqual([
      '2026-11-01 to 2026-11-08',
    ]);
  });

  it('takes an index with the date of a day, alone of its name, for that of a month at most', () => {
    expect(spans('fw-2025.11.27', 'web-2026.11.27')).toEqual(['2025-11-27 to 2025-12-28']);
  });

  it('reads weeks, months and years', () => {
    expect(spans('logs-2026.w48')).toEqual(['2026-11-22 to 2026-11-30']);
    expect(spans('logs-2026.11')).toEqual(['2026-11-01 to 2026-12-01']);
    expect(spans('logs-2026-12')).toEqual(['2026-12-01 to 2027-01-01']);
    expect(spans('logs-2026')).toEqual(['2026-01-01 to 2027-01-01']);
    expect(spans('logs-2026.331')).toEqual(['2026-01-01 to 2027-01-01']);
  });

  it('distinguishes months from weeks without a w by the other names', () => {
    expect(spans('logs-2026.02', 'logs-2026.01')).toEqual(['2026-02-01 to 2026-03-01']);
    expect(spans('logs-2026.02', 'logs-2026.48')).toEqual(['2026-01-04 to 2026-01-12']);
  });

  it('makes an index of a rollover last until the next begins, or without end', () => {
    const names = ['.ds-logs-app-2026.10.01-000003', '.ds-logs-app-2026.11.03-000004'];
    expect(spans(names[0] ?? '', ...names)).toEqual(['2026-10-01 to 2026-11-04']);
    expect(spans(names[1] ?? '', ...names)).toEqual(['2026-11-03 to …']);
  });

  it('takes all dates of a name', () => {
    expect(spans('restored-2026.11-fw-2026.02')).toEqual([
      '2026-11-01 to 2026-12-01',
      '2026-02-01 to 2026-03-01',
    ]);
  });

  it.each(['cc1-fw-27', 'logs-old', 'logs-000012', 'logs-2026.13.45', 'asa-5506', '202611271'])(
    'says nothing of %s',
    (name) => expect(spans(name)).toBeNull(),
  );
});
