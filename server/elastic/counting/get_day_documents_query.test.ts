import { localDay } from '../../../common/time/local_day';
import { countsSource } from '../../../test/fixtures/counts_source';
import { getDayDocumentsQuery, getSourceDaysQuery } from './get_day_documents_query';

const days = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => localDay(day, 'UTC'));
const at = (text: string): number => Date.parse(text);
const range = (from: string, to: string) => ({
  range: { '@timestamp': { gte: at(from), lt: at(to), format: 'epoch_millis' } },
});

describe('getDayDocumentsQuery', () => {
  it('counts all documents of every day, and those of the source on the days that are checked', () => {
    const query = getDayDocumentsQuery(countsSource(), new Map(), days, days.slice(1));
    const buckets = days.map(({ day, from, to }) => ({ key: day, from, to }));
    expect(query).toEqual({
      size: 0,
      track_total_hits: false,
      query: range('2026-11-21', '2026-11-24'),
      aggs: {
        all: { date_range: { field: '@timestamp', format: 'epoch_millis', ranges: buckets } },
        of_source: {
          filter: {
            bool: {
              filter: [range('2026-11-22', '2026-11-24'), { terms: { type: ['syslog'] } }],
            },
          },
          aggs: {
            days: {
              date_range: {
                field: '@timestamp',
                format: 'epoch_millis',
                ranges: buckets.slice(1),
              },
            },
          },
        },
      },
    });
  });

  it('does not ask for the source if no day is checked', () => {
    const query = getDayDocumentsQuery(countsSource(), new Map(), days, []);
    expect(Object.keys(query.aggs ?? {})).toEqual(['all']);
  });
});

describe('getSourceDaysQuery', () => {
  it('counts the documents of the source on the days, and visits no others', () => {
    const query = getSourceDaysQuery(countsSource(), new Map(), days.slice(1));
    const ranges = days.slice(1).map(({ day, from, to }) => ({ key: day, from, to }));
    const filter = [range('2026-11-22', '2026-11-24'), { terms: { type: ['syslog'] } }];
    expect(query).toEqual({
      size: 0,
      track_total_hits: false,
      query: { bool: { filter } },
      aggs: { days: { date_range: { field: '@timestamp', format: 'epoch_millis', ranges } } },
    });
  });
});
