import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../../common/sources';
import { binsOf, type LocalDay, type TimeRange } from '../../../common/time';
import { getSourceFilter, getTimeFilter } from '../asking';
import type { MissingValue } from './missing_value';

type Fields = ReadonlyMap<string, string>;

/** The name of the time bin in a composite key. */
export const BIN = 'bin';

/** The name of a subtype field in a composite key. Names of fields may contain any character. */
export function subtypeKey(index: number): string {
  return `subtype_${index}`;
}

/** How many documents a search found, whatever their values. */
export interface DocumentsAggregation {
  readonly documents: { readonly doc_count: number };
}

/** The answer of the terms query. */
export interface TermsAggregations extends DocumentsAggregation {
  readonly series: {
    /** Documents of subtypes that did not fit into the answer. */
    readonly sum_other_doc_count: number;
    readonly buckets: readonly {
      readonly key: string | number;
      readonly hours: {
        readonly buckets: readonly { readonly key: number; readonly doc_count: number }[];
      };
    }[];
  };
}

/** Which part of the composite buckets is requested. */
export interface CountsPage {
  readonly size: number;
  /** The key after which the page begins; undefined for the first page. */
  readonly after: estypes.AggregationsCompositeAggregateKey | undefined;
}

/** The answer of the composite query. */
export interface CompositeAggregations extends DocumentsAggregation {
  readonly series: {
    readonly buckets: readonly estypes.AggregationsCompositeBucket[];
    readonly after_key?: estypes.AggregationsCompositeAggregateKey;
  };
}

/** How many documents a search of several days found on each of them. */
export interface DaysDocumentsAggregation {
  readonly days: {
    readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
  };
}

/** What the terms query of several days answers. */
export type DaysAggregations = DaysDocumentsAggregation & Pick<TermsAggregations, 'series'>;

/** Counts documents without `hits.total`, which has a cap. */
const documents = { filter: { match_all: {} } };
const nothingButCounts = { size: 0, track_total_hits: false };

function timeField(source: Source, fields: Fields): string {
  return fields.get(source.time_field) ?? source.time_field;
}

function binHistogram(source: Source, fields: Fields, day: LocalDay) {
  const { interval, offset } = binsOf(day);
  return {
    field: timeField(source, fields),
    fixed_interval: `${interval}ms`,
    offset: `${offset}ms`,
  };
}

/** The text of a bin, which is not read, is short: thousands of them are in an answer. */
const SHORT = { format: 'H' };

/** A bucket for each time bin that occurs. */
function hoursByBin(source: Source, fields: Fields, day: LocalDay) {
  return { date_histogram: { ...binHistogram(source, fields, day), min_doc_count: 1, ...SHORT } };
}

function spanFilter(source: Source, fields: Fields, span: TimeRange) {
  return [getTimeFilter(timeField(source, fields), span), ...getSourceFilter(source, fields)];
}

/** How many subtypes are expected, and which may be in the answer. */
export interface TermsRoom {
  /** How many the answer can hold. */
  readonly size: number;
  /** The placeholder for documents without the field. */
  readonly missing: MissingValue;
  /** Whether so few are expected that Elasticsearch can count the hours of each at once. */
  readonly has_few: boolean;
}

/**
 * For numbers Elasticsearch does not know how many there are. So it notes all documents, to count the
 * hours of those only that fit into the answer. This takes a quarter more time, and memory for each
 * document. To count the hours at once takes memory for each value, also of those that do not fit.
 */
const AT_ONCE = { collect_mode: 'depth_first' } as const;

/** A bucket for each subtype, and in it one for each time bin that occurs. */
function seriesByTerms(
  source: Source,
  fields: Fields,
  day: LocalDay,
  { size, missing, has_few: hasFew }: TermsRoom,
) {
  const [field = ''] = source.subtype_fields;
  const mode = hasFew ? AT_ONCE : {};
  const terms = { field: fields.get(field) ?? field, size, ...missing, ...mode };
  return { terms, aggs: { hours: hoursByBin(source, fields, day) } };
}

/** Documents that lack one of the subtype fields. */
function lackingQuery(source: Source, fields: Fields, span: TimeRange) {
  const whole = source.subtype_fields.map((field) => ({
    exists: { field: fields.get(field) ?? field },
  }));
  const filter = spanFilter(source, fields, span);
  return { bool: { filter, must_not: [{ bool: { filter: whole } }] } };
}

/**
 * Counts a day of a source by its only subtype field: a bucket for each subtype, and in it one for
 * each time bin that occurs. It is cheaper than the composite query, but has no second page.
 */
export function getTermsQuery(
  source: Source,
  fields: Fields,
  day: LocalDay,
  room: TermsRoom,
): estypes.SearchRequest {
  return {
    ...nothingButCounts,
    query: { bool: { filter: spanFilter(source, fields, day) } },
    aggs: { documents, series: seriesByTerms(source, fields, day, room) },
  };
}

/**
 * Counts a day of a source: one bucket for each combination of subtype and time bin that occurs.
 *
 * Subtype and bin together are the key of one composite aggregation, so that any number of subtypes
 * and of subtype fields is counted in the same way, in pages; a missing value is a null in the key.
 */
export function getCompositeQuery(
  source: Source,
  fields: Fields,
  day: LocalDay,
  { size, after }: CountsPage,
): estypes.SearchRequest {
  const subtypes = source.subtype_fields.map((field, index) => ({
    [subtypeKey(index)]: { terms: { field: fields.get(field) ?? field, missing_bucket: true } },
  }));
  const sources = [...subtypes, { [BIN]: { date_histogram: binHistogram(source, fields, day) } }];
  return {
    ...nothingButCounts,
    query: { bool: { filter: spanFilter(source, fields, day) } },
    aggs: {
      documents,
      series: { composite: { size, sources, ...(after === undefined ? {} : { after }) } },
    },
  };
}

/** Counts the documents of the day that lack one of the subtype fields. */
export function getLackingQuery(
  source: Source,
  fields: Fields,
  day: LocalDay,
): estypes.SearchRequest {
  return { ...nothingButCounts, query: lackingQuery(source, fields, day), aggs: { documents } };
}

/** Time bins with documents that lack one of the subtype fields. */
export interface LackingBinsAggregation {
  readonly hours: TermsAggregations['series']['buckets'][number]['hours'];
}

/** The same in each time bin that occurs. */
export function getLackingBinsQuery(
  source: Source,
  fields: Fields,
  day: LocalDay,
): estypes.SearchRequest {
  const query = lackingQuery(source, fields, day);
  return { ...nothingButCounts, query, aggs: { hours: hoursByBin(source, fields, day) } };
}

/** Days that follow each other and have the same bins, as `canBeCountedTogether` says; at least one. */
export type DaysInARow = readonly [LocalDay, ...LocalDay[]];

function spanOf(days: DaysInARow): TimeRange {
  return { from: days[0].from, to: (days.at(-1) ?? days[0]).to };
}

/** A document is counted on each day that it has a time on, as by a search of each day. */
function documentsByDay(source: Source, fields: Fields, days: DaysInARow) {
  const ranges = days.map(({ day, from, to }) => ({ key: day, from, to }));
  return { date_range: { field: timeField(source, fields), format: 'epoch_millis', ranges } };
}

/** The same as `getTermsQuery` for several days at once. @param days ascending */
export function getDaysQuery(
  source: Source,
  fields: Fields,
  days: DaysInARow,
  room: TermsRoom,
): estypes.SearchRequest {
  return {
    ...nothingButCounts,
    query: { bool: { filter: spanFilter(source, fields, spanOf(days)) } },
    aggs: {
      days: documentsByDay(source, fields, days),
      series: seriesByTerms(source, fields, days[0], room),
    },
  };
}

/** The same as `getLackingQuery` for several days at once. @param days ascending */
export function getDaysLackingQuery(
  source: Source,
  fields: Fields,
  days: DaysInARow,
): estypes.SearchRequest {
  return {
    ...nothingButCounts,
    query: lackingQuery(source, fields, spanOf(days)),
    aggs: { days: documentsByDay(source, fields, days) },
  };
}
