import { localDay } from '../../../common/time/local_day';
import { countsSource } from '../../../test/fixtures/counts_source';
import { getCompositeQuery, getLackingQuery, getTermsQuery } from './get_counts_query';

const FIRST_PAGE = { size: 1000, after: undefined };
const own = new Map<string, string>();
const room = (size: number, missing: string) => ({ size, missing: { missing }, has_few: false });

describe('getTermsQuery', () => {
  it('asks for each subtype, missing ones included, and each hour of the day', () => {
    const day = localDay('2026-11-23', 'Asia/Kolkata');
    expect(getTermsQuery(countsSource(), own, day, room(2600, 'none'))).toEqual({
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
          terms: { field: 'severity', size: 2600, missing: 'none' },
          aggs: {
            hours: {
              date_histogram: {
                field: '@timestamp',
                fixed_interval: '3600000ms',
                offset: '1800000ms',
                min_doc_count: 1,
                format: 'H',
              },
            },
          },
        },
      },
    });
  });
});

describe('getCompositeQuery', () => {
  it('asks for the same documents as the terms query', () => {
    const day = localDay('2026-11-23', 'Asia/Kolkata');
    const terms = getTermsQuery(countsSource(), own, day, room(1, ''));
    const composite = getCompositeQuery(countsSource(), own, day, FIRST_PAGE);
    expect({ ...composite, aggs: undefined }).toEqual({ ...terms, aggs: undefined });
    expect(composite.aggs?.['documents']).toEqual(terms.aggs?.['documents']);
  });

  it('uses twins, several subtype fields, finer bins if the clock changes, and continues after a key', () => {
    const source = countsSource({ filter: [], subtype_fields: ['dataset', 'action'] });
    const twins = new Map([['action', 'action.keyword']]);
    const after = { subtype_0: 'a', subtype_1: null, bin: 1 };
    const day = localDay('2026-04-05', 'Australia/Lord_Howe');
    expect(getCompositeQuery(source, twins, day, { size: 10, after }).aggs?.['series']).toEqual({
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
