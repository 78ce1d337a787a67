import type { estypes } from '@elastic/elasticsearch';
import { decodeSubtype } from '../../../common/sources';
import type { FlaggedSeries, SeriesHours, SourceHours } from '../../app/tagging';
import { getSourceFilter, getSubtypeFilter, getTimeFilter } from '../asking';

type Fields = ReadonlyMap<string, string>;
type Condition = estypes.QueryDslQueryContainer;

/** Elasticsearch accepts 65,536 terms, but a query with more than these would be long. */
const MAX_TERMS = 10_000;
/** Elasticsearch allows at least 1,024 clauses. The rest of the query takes some. */
const MAX_CLAUSES = 800;

function nameOf({ source }: SourceHours, fields: Fields, place: number): string {
  const field = source.subtype_fields[place] ?? '';
  return fields.get(field) ?? field;
}

/** One of the series. With several fields, series can only be queried one by one. */
function seriesFilter(
  flagged: SourceHours,
  series: readonly SeriesHours[],
  fields: Fields,
): Condition {
  const { source } = flagged;
  if (source.subtype_fields.length === 1) {
    return { terms: { [nameOf(flagged, fields, 0)]: series.map(({ subtype }) => subtype) } };
  }
  const should = series.map(({ subtype }) => ({
    bool: { filter: getSubtypeFilter(source, fields, subtype) },
  }));
  return { bool: { should, minimum_should_match: 1 } };
}

/** The flagged series of an hour. The range has the hour's name, so that a hit shows its hour. */
function hourClause(flagged: SourceHours, hour: number, fields: Fields): Condition[] {
  const { source, day, series } = flagged;
  const ofHour = series.filter(({ hours }) => hours.includes(hour));
  const ranges = day.columns[hour]?.ranges ?? [];
  if (ofHour.length === 0 || ranges.length === 0) return [];
  const time = fields.get(source.time_field) ?? source.time_field;
  const should = ranges.map(({ from, to }) => ({
    range: { [time]: { gte: from, lt: to, format: 'epoch_millis', _name: String(hour) } },
  }));
  const inHour = { bool: { should, minimum_should_match: 1 } };
  return [{ bool: { filter: [inHour, seriesFilter(flagged, ofHour, fields)] } }];
}

/**
 * Finds the documents of flagged hours: the same that were counted there. The matched queries of a
 * hit contain the names of its hours.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getFlaggedQuery(flagged: SourceHours, fields: Fields): Condition {
  const { source, day } = flagged;
  const time = fields.get(source.time_field) ?? source.time_field;
  const should = day.columns.flatMap((_, hour) => hourClause(flagged, hour, fields));
  return {
    bool: {
      filter: [
        getTimeFilter(time, day),
        ...getSourceFilter(source, fields),
        { bool: { should, minimum_should_match: 1 } },
      ],
    },
  };
}

/** The same in parts, each small enough for one query. */
export function splitSeries(flagged: SourceHours): SourceHours[] {
  const { subtype_fields: fields } = flagged.source;
  const isSimple = fields.length === 1;
  const parts: FlaggedSeries[][] = [];
  let room = 0;
  for (const one of flagged.series) {
    const weight = isSimple ? one.hours.length : one.hours.length * (fields.length + 1);
    if (weight > room) {
      parts.push([]);
      room = isSimple ? MAX_TERMS : MAX_CLAUSES;
    }
    parts[parts.length - 1]?.push(one);
    room -= weight;
  }
  return parts.map((series) => ({ ...flagged, series }));
}

/**
 * The values that identify a hit's series.
 *
 * @param kind the kind of values in the first subtype field
 */
export function getSubtypeValues(
  flagged: SourceHours,
  fields: Fields,
  kind: string | null,
): estypes.QueryDslFieldAndFormat[] {
  return flagged.source.subtype_fields.map((_, place) => {
    const field = nameOf(flagged, fields, place);
    // Dates are counted by their milliseconds.
    return kind === 'date' ? { field, format: 'epoch_millis' } : { field };
  });
}

/** Finds out which series and hour of a query its hits belong to. */
export function placeFinder(flagged: SourceHours, fields: Fields) {
  const { source, series } = flagged;
  const count = source.subtype_fields.length;
  const bySubtype = new Map(series.map((one) => [one.subtype, one]));
  const names = source.subtype_fields.map((_, place) => nameOf(flagged, fields, place));
  const valuesAt = (hit: estypes.SearchHit<unknown>, place: number): string[] => {
    const values: unknown = hit.fields?.[names[place] ?? ''];
    return Array.isArray(values) ? values.map(String) : [];
  };
  const seriesOf = (hit: estypes.SearchHit<unknown>): SeriesHours[] => {
    const values = names.map((_, place) => new Set(valuesAt(hit, place)));
    if (count === 1) return [...(values[0] ?? [])].flatMap((value) => bySubtype.get(value) ?? []);
    return series.filter(({ subtype }) =>
      decodeSubtype(subtype, count).every((value, place) => values[place]?.has(value)),
    );
  };
  /** The first, if a document is in several; undefined if it is in none. */
  return (
    hit: estypes.SearchHit<unknown>,
  ): { readonly subtype: string; readonly hour: number } | undefined => {
    const { matched_queries: matched } = hit;
    const hours = new Set((Array.isArray(matched) ? matched : []).map(Number));
    for (const { subtype, hours: own } of seriesOf(hit)) {
      const hour = own.find((one) => hours.has(one));
      if (hour !== undefined) return { subtype, hour };
    }
    return undefined;
  };
}
