import { localDay } from '../../../common/time/local_day';
import { countsSource } from '../../../test/fixtures/counts_source';
import type { FlaggedSeries } from '../../app/tagging/tagging_ports';
import { getFlaggedQuery, getSubtypeValues, placeFinder, splitSeries } from './get_flagged_query';

const day = localDay('2026-11-20', 'UTC');
const fields = new Map([['severity', 'severity.keyword']]);
const flaggedOf = (series: readonly FlaggedSeries[], parts = {}) => ({
  source: countsSource(parts),
  day,
  series,
});
const one = (subtype: string, hours: number[]): FlaggedSeries => ({ subtype, hours, events: 1 });

describe('the query for flagged hours', () => {
  it('asks in each hour for the series that are flagged there, by the fields to use', () => {
    const query = getFlaggedQuery(flaggedOf([one('5', [10, 15]), one('6', [15])]), fields);
    const from = (hour: number): number => day.from + hour * 3_600_000;
    const range = (hour: number) => ({
      bool: {
        should: [
          {
            range: {
              '@timestamp': {
                gte: from(hour),
                lt: from(hour + 1),
                format: 'epoch_millis',
                _name: String(hour),
              },
            },
          },
        ],
        minimum_should_match: 1,
      },
    });
    const clause = (hour: number, subtypes: string[]) => ({
      bool: { filter: [range(hour), { terms: { 'severity.keyword': subtypes } }] },
    });
    expect(query.bool?.filter).toEqual([
      { range: { '@timestamp': { gte: day.from, lt: day.to, format: 'epoch_millis' } } },
      { terms: { type: ['syslog'] } },
      { bool: { should: [clause(10, ['5']), clause(15, ['5', '6'])], minimum_should_match: 1 } },
    ]);
  });

  it('asks for several subtype fields together', () => {
    const flagged = flaggedOf([one('["a","b c"]', [1])], {
      subtype_fields: ['severity', 'action'],
    });
    expect(JSON.stringify(getFlaggedQuery(flagged, fields))).toContain(
      '{"term":{"severity.keyword":{"value":"a"}}},{"term":{"action":{"value":"b c"}}}',
    );
  });

  it('knows both moments of an hour that the clock shows twice, and none of one that it skips', () => {
    const text = (date: string, hour: number): string =>
      JSON.stringify(
        getFlaggedQuery(
          {
            source: countsSource(),
            day: localDay(date, 'America/Toronto'),
            series: [one('5', [hour])],
          },
          fields,
        ),
      );
    // One range of two hours: they follow each other.
    expect(text('2015-11-01', 1)).toContain(
      `"gte":${Date.parse('2015-11-01T05:00Z')},"lt":${Date.parse('2015-11-01T07:00Z')},"format":"epoch_millis","_name":"1"`,
    );
    expect(text('2015-03-08', 2)).not.toContain('_name');
  });

  it('is split where it would be too long', () => {
    const many = Array.from({ length: 1_000 }, (_, place) =>
      one(`s${place}`, Array<number>(24).fill(0)),
    );
    const parts = splitSeries(flaggedOf(many));
    expect(parts.map(({ series }) => series.length)).toEqual([416, 416, 168]);
    const twoFields = { subtype_fields: ['severity', 'action'] };
    const few = Array.from({ length: 300 }, (_, place) => one(`["s","${place}"]`, [1]));
    expect(splitSeries(flaggedOf(few, twoFields)).map(({ series }) => series.length)).toEqual([
      266, 34,
    ]);
  });
});

describe('the place of a hit', () => {
  const hit = (values: unknown[], hours: string[], more = {}) => ({
    _index: 'logs',
    matched_queries: hours,
    fields: { 'severity.keyword': values, ...more },
  });

  it('is known by its subtype and the hour that it was found by', () => {
    const placeOf = placeFinder(flaggedOf([one('5', [10, 15]), one('__proto__', [15])]), fields);
    expect(placeOf(hit([5], ['15']))).toEqual({ subtype: '5', hour: 15 });
    expect(placeOf(hit(['__proto__'], ['15']))).toEqual({ subtype: '__proto__', hour: 15 });
    expect(placeOf(hit(['7', '__proto__'], ['10', '15']))).toEqual({
      subtype: '__proto__',
      hour: 15,
    });
  });

  it('is none if the values are not those of a flagged series', () => {
    const placeOf = placeFinder(flaggedOf([one('5', [10])]), fields);
    expect(placeOf(hit(['6'], ['10']))).toBeUndefined();
    expect(placeOf(hit(['5'], ['11']))).toBeUndefined();
    expect(placeOf({ _index: 'logs' })).toBeUndefined();
  });

  it('is known by several fields together', () => {
    const flagged = flaggedOf([one('["a","x"]', [1]), one('["a","y"]', [1])], {
      subtype_fields: ['severity', 'action'],
    });
    const placeOf = placeFinder(flagged, fields);
    expect(placeOf(hit(['a'], ['1'], { action: ['y'] }))).toEqual({
      subtype: '["a","y"]',
      hour: 1,
    });
    expect(getSubtypeValues(flagged, fields, 'keyword')).toEqual([
      { field: 'severity.keyword' },
      { field: 'action' },
    ]);
  });

  it('takes dates by their milliseconds, as they are counted', () => {
    expect(getSubtypeValues(flaggedOf([]), fields, 'date')).toEqual([
      { field: 'severity.keyword', format: 'epoch_millis' },
    ]);
  });
});
