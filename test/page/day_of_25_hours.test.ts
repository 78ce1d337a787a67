import { reportCsv } from '../../common/report/report_csv';
import { dayReport } from '../../common/report/day_report';
import { localDay } from '../../common/time/local_day';
import { rowsOfDay } from '../../public/app/rows/overview_rows';
import { toSeriesRow } from '../../server/answers/assemble_rows';
import { missingDay } from '../fixtures/page_odd_days';
import { ordinaryDay } from '../fixtures/page_day';

const ZONE = 'America/Toronto';
const { columns } = localDay('2015-11-01', ZONE);
const TEN_AN_HOUR = new Array<number>(24).fill(10);

/** A day of the fixtures on which the clock shows 01:00 twice, and all send ten events an hour. */
function longDay(given: ReturnType<typeof ordinaryDay>) {
  const counts = { today: TEN_AN_HOUR, usual: TEN_AN_HOUR };
  return {
    ...given,
    run: { ...given.run, day: '2015-11-01', zone: ZONE },
    head: {
      ...given.head,
      day: '2015-11-01',
      zone: ZONE,
      columns: columns.map(({ length, ranges }) => ({
        length,
        from: ranges[0]?.from ?? null,
        to: ranges.at(-1)?.to ?? null,
      })),
    },
    series: given.series.map((row) => ({ ...row, ...counts, total: 250, usual_total: 250 })),
    source_findings: given.source_findings.map((finding) => ({
      ...finding,
      today: TEN_AN_HOUR,
      usual_day: TEN_AN_HOUR,
    })),
  };
}

describe('a day of 25 hours', () => {
  const day = longDay(missingDay());

  it('has the events that were logged in reports', () => {
    const { silent, unusual } = dayReport(longDay(ordinaryDay()), {
      link: null,
      sourceNames: new Map(),
    });
    for (const row of [...silent, ...unusual]) {
      expect([row.name, row.count, row.usual]).toEqual([row.name, 250, 250]);
    }
    expect(unusual.length).toBeGreaterThan(0);
  });

  it('has them in the table, of series and of whole sources', () => {
    const [header = '', ...lines] = reportCsv({ ...day, silences: [] })
      .trimEnd()
      .split('\r\n');
    expect(header.split(',').slice(6, 8)).toEqual(['events', 'usual']);
    expect(day.source_findings.length).toBeGreaterThan(0);
    for (const { series_name: name } of day.source_findings) {
      expect(lines.find((line) => line.includes(`,${name},unusual,`))).toContain(',250,250,');
    }
    expect(lines.filter((line) => line.includes(',250,250,')).length).toBe(
      day.source_findings.length + day.series.length,
    );
  });

  it('has them on the page, of whole sources', () => {
    const ofSources = rowsOfDay(day).flagged.filter(({ series }) => series === undefined);
    expect(ofSources.map(({ total, usualTotal }) => [total, usualTotal])).toEqual(
      day.source_findings.map(() => [250, 250]),
    );
  });

  it('has them in the row of a series whose totals an older version stored', () => {
    const [row] = day.series;
    if (row === undefined) throw new Error('the day has no series');
    const stored = { ...row, total: 240, usual_total: 240 };
    expect(toSeriesRow(stored, undefined, [], {}, columns)).toMatchObject({
      total: 250,
      usual_total: 250,
    });
  });
});
