import { getSeriesOfDay } from '../../../common/api/day/get_series_of_day';
import {
  hostileDay,
  HOSTILE_SUBTYPES,
  missingDay,
  stoppedDay,
  unknownDay,
} from '../../../test/fixtures/page_odd_days';
import { crowdedDay, ordinaryDay } from '../../../test/fixtures/page_day';
import { flaggedEvents, rowOfSeries } from './overview_row';
import { commonTop, everyRow, filterRows, notAssessedCount, rowsOfDay } from './overview_rows';

const day = ordinaryDay();
const rows = rowsOfDay(day);

describe('the fixtures', () => {
  it.each([
    ['ordinary', day],
    ['unknown', unknownDay()],
    ['hostile', hostileDay()],
    ['missing', missingDay()],
    ['stopped', stoppedDay()],
  ])('of an %s day are what the endpoint answers', (_, answer) => {
    expect(getSeriesOfDay.answer.safeParse(answer).error).toBeUndefined();
  });
});

describe('the rows of a day', () => {
  it('are complete, those with findings first and by surprise', () => {
    expect(rows.flagged.map(({ shortCode }) => shortCode)).toEqual([
      'suricata 2210044',
      'syslog 5',
      'postfix bounce',
      'ossec 550',
      'syslog 6',
    ]);
    expect(everyRow(rows)).toHaveLength(42);
    expect(rows.quiet.every(({ isAssessed }) => isAssessed)).toBe(true);
  });

  it('sum up to the numbers of the summary', () => {
    const events = rows.flagged.reduce((sum, row) => sum + flaggedEvents(row), 0);
    expect(events).toBe(day.head.events_flagged);
    expect(day.head.summary).toContain(`${events} documents tagged`);
    expect(day.head.summary).toContain(`${rows.flagged.length} of 42 series unusual`);
    expect(day.head.summary).toContain(`${notAssessedCount(rows)} not assessed`);
  });

  it('begin with sources that are silent as a whole, one line each', () => {
    const [first] = rowsOfDay(unknownDay()).flagged;
    expect(first?.name).toBe('Postfix');
    expect(first?.series).toBeUndefined();
    expect(first?.today.slice(8, 11)).toEqual([expect.any(Number), 0, 0]);
  });

  it.each([
    ['missing', missingDay(), /^1 source silent: OSSEC\. No finding in the \d+ series that could /],
    ['stopped', stoppedDay(), /^No logs from any source since 00:00; nothing could be assessed\. /],
    ['unknown', unknownDay(), /^5 findings: 1 source silent \(Postfix\), and 4 of 42 series /],
  ])('are counted in the headline of a day with a %s source', (_, odd, headline) => {
    expect(odd.head.summary).toMatch(headline);
    const { flagged } = rowsOfDay(odd);
    const unusual = odd.series.filter(({ state }) => state === 'unusual').length;
    expect(flagged).toHaveLength(odd.source_findings.length + unusual);
  });

  it('say a code only where it differs from the name', () => {
    const [row] = day.series;
    if (row === undefined) throw new Error('the fixture is empty');
    expect(rowOfSeries({ ...row, name: row.code }).code).toBe('');
  });

  it('keep hostile subtypes as they are, and join those of several fields', () => {
    const hostile = rowsOfDay(hostileDay());
    const all = everyRow(hostile).map(({ series }) => series?.subtype);
    for (const subtype of HOSTILE_SUBTYPES) expect(all).toContain(subtype);
    const [row] = day.series;
    if (row === undefined) throw new Error('the fixture is empty');
    expect(rowOfSeries({ ...row, subtype: '["nginx","error"]' }).shortCode).toContain(
      'nginx error',
    );
  });

  it('share the largest top where the scale is common', () => {
    expect(commonTop(rows)).toBe(Math.max(...day.series.map(({ top }) => top)));
  });
});

describe('the filter', () => {
  it('wants every word in name, code or verdict, in any case and order', () => {
    const { flagged, quiet } = filterRows(rows, ' SSH  ossec ');
    expect(flagged).toEqual([]);
    expect(quiet.map(({ name }) => name).sort()).toEqual([
      'SSH login failed',
      'SSH login succeeded',
    ]);
    expect(filterRows(rows, 'silent').flagged.map(({ name }) => name)).toEqual(['Bounce notices']);
  });

  it('leaves everything if it is empty, and nothing if nothing matches', () => {
    expect(filterRows(rows, '  ')).toBe(rows);
    expect(filterRows(rows, '.*')).toEqual({ flagged: [], quiet: [], notAssessed: [] });
  });

  it('looks through ten thousand rows', () => {
    const many = rowsOfDay(crowdedDay(10_000));
    expect(everyRow(many)).toHaveLength(10_000);
    expect(filterRows(many, 'tlsmgr').quiet.length).toBeGreaterThan(200);
  });
});
