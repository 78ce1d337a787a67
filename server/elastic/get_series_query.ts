import type { estypes } from '@elastic/elasticsearch';
import type { Source } from '../../common/sources/source';
import { decodeSubtype } from '../../common/sources/subtype';
import type { SeriesHours } from '../app/tagging_ports';
import { getSourceFilter, getTimeFilter } from './get_source_filter';

type Fields = ReadonlyMap<string, string>;
type Condition = estypes.QueryDslQueryContainer;

/** The conditions that make a document of the source one of the series. */
export function getSubtypeFilter(source: Source, fields: Fields, subtype: string): Condition[] {
  const values = decodeSubtype(subtype, source.subtype_fields.length);
  return source.subtype_fields.map((field, place) => ({
    term: { [fields.get(field) ?? field]: { value: values[place] ?? '' } },
  }));
}

/** Each hour as clauses that bear its name, so that a hit tells by which of them it was found. */
function hourClauses({ source, day, hours }: SeriesHours, fields: Fields): Condition[] {
  const time = fields.get(source.time_field) ?? source.time_field;
  return hours.flatMap((hour) =>
    (day.columns[hour]?.ranges ?? []).map(({ from, to }) => ({
      range: { [time]: { gte: from, lt: to, format: 'epoch_millis', _name: String(hour) } },
    })),
  );
}

/**
 * Finds the documents of a series in some hours of a day: the same that were counted there. A hit
 * bears the names of its hours among its matched queries.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getSeriesQuery(series: SeriesHours, fields: Fields): Condition {
  const { source, subtype, day } = series;
  const time = fields.get(source.time_field) ?? source.time_field;
  return {
    bool: {
      filter: [
        getTimeFilter(time, day),
        ...getSourceFilter(source, fields),
        ...getSubtypeFilter(source, fields, subtype),
        { bool: { should: hourClauses(series, fields), minimum_should_match: 1 } },
      ],
    },
  };
}

/** The first hour that a hit of the query lies in. */
export function hourOfHit(matched: estypes.SearchHit['matched_queries']): number | undefined {
  const names = Array.isArray(matched) ? matched : Object.keys(matched ?? {});
  const hours = names.map(Number).filter(Number.isInteger);
  return hours.length === 0 ? undefined : Math.min(...hours);
}
