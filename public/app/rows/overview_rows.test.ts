import { getSeriesOfDay } from '../../../common/api/day/get_series_of_day';
import { hostileDay, HOSTILE_SUBTYPES, unknownDay } from '../../../test/fixtures/page_odd_days';
import { crowdedDay, ordinaryDay } from '../../../test/fixtures/page_day';
import { flaggedEvents, rowOfSeries } from './overview_row';
import { commonTop, filterRows, rowsOfDay } from './overview_rows';

const day = ordinaryDay();
const rows = rowsOfDay(day);

describe('the fixtures', () => {
  it.each([
    ['ordinary', day],
    ['unknown', unknownDay()],
    ['hostile', hostileDay()],
  ])('of an %s day are what the endpoint answers', (_, answer) => {
    expect(getSeriesOfDay.answer.safeParse(answer).error).toBeUndefined();
  });
});

describe('the rows of a day', () => {
  it('are all there, those with flags first and by surprise', () => {
    expect(rows.flagged.map(({ shortCode }) => shortCode)).toEqual([
      'suricata 2210044',
      'syslog 5',
      'postfix bounce',
      'ossec 550',
      'syslog 6',
    ]);
    expect(rows.flagged.length + rows.quiet.length).toBe(42);
  });

  it('sum up to the numbers of the summary', () => {
    const events = rows.flagged.reduce((sum, row) => sum + flaggedEvents(row), 0);
    expect(events).toBe(day.head.events_flagged);
    expect(day.head.summary).toContain(`${events} tags on documents`);
    expect(day.head.summary).toContain(`${rows.flagged.length} of 42 series unusual`);
    const notAssessed = rows.quiet.filter(({ isAssessed }) => !isAssessed).length;
    expect(day.head.summary).toContain(`${notAssessed} not assessed`);
  });

  it('begin with sources that are silent as a whole, one line each', () => {
    const [first] = rowsOfDay(unknownDay()).flagged;
    expect(first?.name).toBe('postfix');
    expect(first?.series).toBeUndefined();
    expect(first?.today.slice(8, 11)).toEqual([expect.any(Number), 0, 0]);
  });

  it('say a code only where it differs from the name', () => {
    const [row] = day.series;
    if (row === undefined) throw new Error('the fixture is empty');
    expect(rowOfSeries({ ...row, name: row.code }).code).toBe('');
  });

  it('keep hostile subtypes as they are, and join those of several fields', () => {
    const hostile = rowsOfDay(hostileDay());
    const all = [...hostile.flagged, ...hostile.quiet].map(({ series }) => series?.subtype);
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

  it('leaves everything where it is empty, and nothing where nothing fits', () => {
    expect(filterRows(rows, '  ')).toBe(rows);
    expect(filterRows(rows, '.*')).toEqual({ flagged: [], quiet: [] });
  });

  it('looks through ten thousand rows', () => {
    const many = rowsOfDay(crowdedDay(10_000));
    expect(many.flagged.length + many.quiet.length).toBe(10_000);
    expect(filterRows(many, 'tlsmgr').quiet.length).toBeGreaterThan(200);
  });
});
