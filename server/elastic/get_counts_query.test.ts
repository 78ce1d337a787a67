import { localDay } from '../../common/time/local_day';
import { countsSource } from '../../test/fixtures/counts_source';
import { getCountsQuery, getLackingQuery } from './get_counts_query';

const FIRST_PAGE = { size: 1000, after: undefined };
const own = new Map<string, string>();

describe('getCountsQuery', () => {
  it('asks for each subtype and hour of the day, missing values included', () => {
    const day = localDay('2026-11-23', 'Asia/Kolkata');
    expect(getCountsQuery(countsSource(), own, day, FIRST_PAGE)).toEqual({
      size: 0,
      track_total_hits: false,
      query: {
        bool: {
          filter: [
            {
              range: {
                '@timestamp': {
                  gte: Date.parse('2026-11-22T18:30Z'),
                  lt: Date.parse('2026-11-23T18:30Z'),
                  format: 'epoch_millis',
                },
              },
            },
            { terms: { type: ['syslog'] } },
          ],
        },
      },
      aggs: {
        documents: { filter: { match_all: {} } },
        series: {
          composite: {
            size: 1000,
            sources: [
              { subtype_0: { terms: { field: 'severity', missing_bucket: true } } },
              {
                bin: {
                  date_histogram: {
                    field: '@timestamp',
                    fixed_interval: '3600000ms',
                    offset: '1800000ms',
                  },
                },
              },
            ],
          },
        },
      },
    });
  });

  it('uses twins, several subtype fields, finer bins where the clock changes, and goes on after a key', () => {
    const source = countsSource({ filter: [], subtype_fields: ['dataset', 'action'] });
    const twins = new Map([['action', 'action.keyword']]);
    const after = { subtype_0: 'a', subtype_1: null, bin: 1 };
    const day = localDay('2026-04-05', 'Australia/Lord_Howe');
    expect(getCountsQuery(source, twins, day, { size: 10, after }).aggs?.['series']).toEqual({
      composite: {
        size: 10,
        after,
        sources: [
          { subtype_0: { terms: { field: 'dataset', missing_bucket: true } } },
          { subtype_1: { terms: { field: 'action.keyword', missing_bucket: true } } },
          {
            bin: {
              date_histogram: { field: '@timestamp', fixed_interval: '1800000ms', offset: '0ms' },
            },
          },
        ],
      },
    });
  });
});

describe('getLackingQuery', () => {
  it('asks for documents in which not all subtype fields exist', () => {
    const source = countsSource({ subtype_fields: ['dataset', 'action'] });
    const query = getLackingQuery(source, own, localDay('2026-11-23', 'UTC'));
    expect(query.query?.bool?.must_not).toEqual([
      { bool: { filter: [{ exists: { field: 'dataset' } }, { exists: { field: 'action' } }] } },
    ]);
    expect(query.query?.bool?.filter).toHaveLength(2);
  });
});
