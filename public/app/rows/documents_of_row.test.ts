import { ordinaryDay } from '../../../test/fixtures/page_day';
import {
  documentsOfRow,
  foundDiscoverLink,
  hoursWithEvents,
  rowDiscoverLink,
  sourcesOfDay,
} from './documents_of_row';
import { flaggedEvents } from './overview_row';
import { rowsOfDay } from './overview_rows';

const day = ordinaryDay();
const { flagged } = rowsOfDay(day);
const source = {
  source: {
    id: 'syslog',
    name: 'syslog',
    index: 'logstash-*',
    filter: [],
    time_field: '@timestamp',
    subtype_fields: ['syslog_severity_code'],
    tag: 'syslog_outlier',
    wording: { code: 'syslog {subtype}', names: [] },
    enabled: true,
  },
  preset: true,
  state: 'usable' as const,
  words: null,
  fields: [['syslog_severity_code', 'syslog_severity_code'] as [string, string]],
};
const rowOf = (verdict: string) => {
  const row = flagged.find(({ finding }) => finding?.verdict === verdict);
  if (row === undefined) throw new Error(`no row ${verdict}`);
  return row;
};

describe('the documents of a row', () => {
  it('are those of its flagged hours, as many as the link says', () => {
    const row = rowOf('more');
    expect([hoursWithEvents(row), flaggedEvents(row)]).toEqual([[10, 15], 68]);
    const link = rowDiscoverLink(row, day.head.columns, source);
    const last = link?.filters[link.filters.length - 1];
    expect(last?.meta.alias).toBe('at 10:00, at 15:00');
    expect(JSON.stringify(last?.query)).toContain('2015-04-01T14:00:00.000Z');
    expect(JSON.stringify(last?.query)).toContain('2015-04-01T19:00:00.000Z');
  });

  it('join adjacent hours to one range', () => {
    const link = rowDiscoverLink(rowOf('less'), day.head.columns, source);
    expect(link?.filters[link.filters.length - 1]?.query).toEqual({
      bool: {
        should: [
          {
            range: {
              '@timestamp': {
                gte: '2015-04-01T17:00:00.000Z',
                lt: '2015-04-01T19:00:00.000Z',
                format: 'strict_date_optional_time',
              },
            },
          },
        ],
        minimum_should_match: 1,
      },
    });
  });

  it('begin with the last line before the silence of a silent series', () => {
    expect(documentsOfRow(rowOf('silent'))).toEqual({
      hours: [0, 1, 2, 3, 4, 5, 6, 7, 8],
      isLatestFirst: true,
    });
    expect(documentsOfRow(rowOf('more'))).toEqual({ hours: [10, 15], isLatestFirst: false });
  });

  it('are those before the silence in Discover, too, which lists the latest first', () => {
    const row = rowOf('silent');
    expect([hoursWithEvents(row), flaggedEvents(row)]).toEqual([[], 0]);
    const link = rowDiscoverLink(row, day.head.columns, source);
    expect(link?.filters).toHaveLength(1);
    expect(link?.timeRange).toEqual({
      from: '2015-04-01T04:00:00.000Z',
      to: '2015-04-01T13:00:00.000Z',
      mode: 'absolute',
    });
  });

  it('are none if the row is not a series or its source is not known', () => {
    const row = rowOf('more');
    expect(
      rowDiscoverLink({ ...row, series: undefined }, day.head.columns, source),
    ).toBeUndefined();
    expect(rowDiscoverLink(row, day.head.columns, undefined)).toBeUndefined();
  });
});

describe('the documents of all flagged hours', () => {
  it('are those of each flagged series with events, and of no other', () => {
    const states = ['syslog', 'suricata', 'ossec', 'postfix'].map((id) => ({
      ...source,
      source: { ...source.source, id, subtype_fields: [`${id}_subtype`] },
    }));
    const rows = rowsOfDay(day);
    const link = foundDiscoverLink(rows, day.head.columns, sourcesOfDay(states, []));
    const text = JSON.stringify(link?.filters);
    const named = rows.flagged.map(({ series }) => text.includes(`${series?.source}_subtype`));
    const withEvents = rows.flagged.map((row) => flaggedEvents(row) > 0);
    expect(named).toEqual(withEvents);
    expect(withEvents).toContain(false);
    expect(foundDiscoverLink(rows, day.head.columns, new Map())).toBeUndefined();
  });
});

describe('the sources of a day', () => {
  it('are the current ones, but as its run had them if they were changed or removed since', () => {
    const then = { ...source, source: { ...source.source, index: 'then-*' } };
    const gone = { ...source, source: { ...source.source, id: 'gone' } };
    const sources = sourcesOfDay([source], [then, gone]);
    expect([...sources.values()]).toEqual([then, gone]);
    expect(sourcesOfDay([source], []).get(source.source.id)).toBe(source);
  });
});
