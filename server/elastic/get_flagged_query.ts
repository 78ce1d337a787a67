import type { estypes } from '@elastic/elasticsearch';
import type { SeriesHours, SourceHours } from '../app/tagging_ports';
import { getSourceFilter, getSubtypeFilter, getTimeFilter } from './get_source_filter';

type Fields = ReadonlyMap<string, string>;
type Condition = estypes.QueryDslQueryContainer;

/** Names of clauses: a hit tells by them what it was found by. */
const SERIES = 's';
const HOUR = 'h';

/** Elasticsearch allows 1,024 clauses at least; the filter of the source takes some. */
const MAX_CLAUSES = 800;

function hourClauses({ source, day }: SourceHours, hours: readonly number[], fields: Fields) {
  const time = fields.get(source.time_field) ?? source.time_field;
  return hours.flatMap((hour) =>
    (day.columns[hour]?.ranges ?? []).map(({ from, to }) => ({
      range: { [time]: { gte: from, lt: to, format: 'epoch_millis', _name: `${HOUR}${hour}` } },
    })),
  );
}

/**
 * Finds the documents of flagged hours: the same that were counted there. A hit bears the names of
 * its series and its hours among its matched queries.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getFlaggedQuery(flagged: SourceHours, fields: Fields): Condition {
  const { source, day, series } = flagged;
  const time = fields.get(source.time_field) ?? source.time_field;
  const clauses = series.map(({ subtype, hours }, place) => ({
    bool: {
      filter: [
        { bool: { filter: getSubtypeFilter(source, fields, subtype), _name: `${SERIES}${place}` } },
        { bool: { should: hourClauses(flagged, hours, fields), minimum_should_match: 1 } },
      ],
    },
  }));
  return {
    bool: {
      filter: [
        getTimeFilter(time, day),
        ...getSourceFilter(source, fields),
        { bool: { should: clauses, minimum_should_match: 1 } },
      ],
    },
  };
}

/** The same in parts, each small enough for one query. */
export function splitSeries(flagged: SourceHours): SourceHours[] {
  const parts: SeriesHours[][] = [];
  let room = 0;
  for (const one of flagged.series) {
    const clauses = flagged.source.subtype_fields.length + one.hours.length + 1;
    if (clauses > room) {
      parts.push([]);
      room = MAX_CLAUSES;
    }
    parts[parts.length - 1]?.push(one);
    room -= clauses;
  }
  return parts.map((series) => ({ ...flagged, series }));
}

function numbersOf(names: readonly string[], kind: string): number[] {
  return names.filter((name) => name.startsWith(kind)).map((name) => Number(name.slice(1)));
}

/** The series and hour that a hit of the query was found by: the first, where it lies in several. */
export function placeOfHit(
  matched: estypes.SearchHit['matched_queries'],
  { series }: SourceHours,
): { readonly subtype: string; readonly hour: number } | undefined {
  const names = Array.isArray(matched) ? matched : Object.keys(matched ?? {});
  const hours = new Set(numbersOf(names, HOUR));
  for (const place of numbersOf(names, SERIES)) {
    const found = series[place];
    const hour = found?.hours.find((one) => hours.has(one));
    if (found !== undefined && hour !== undefined) return { subtype: found.subtype, hour };
  }
  return undefined;
}
