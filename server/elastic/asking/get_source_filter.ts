import type { estypes } from '@elastic/elasticsearch';
import { type Source, decodeSubtype } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';

/** Instants of a field from `from` on, before `to`. */
export function getTimeFilter(
  field: string,
  { from, to }: TimeRange,
): estypes.QueryDslQueryContainer {
  return { range: { [field]: { gte: from, lt: to, format: 'epoch_millis' } } };
}

/**
 * The conditions that make a document one of the source, its time left out.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getSourceFilter(
  source: Source,
  fields: ReadonlyMap<string, string>,
): estypes.QueryDslQueryContainer[] {
  return source.filter.map(({ field, any_of: values }) => ({
    terms: { [fields.get(field) ?? field]: values },
  }));
}

/** The conditions that make a document of the source one of the series. */
export function getSubtypeFilter(
  source: Source,
  fields: ReadonlyMap<string, string>,
  subtype: string,
): estypes.QueryDslQueryContainer[] {
  const values = decodeSubtype(subtype, source.subtype_fields.length);
  return source.subtype_fields.map((field, place) => ({
    term: { [fields.get(field) ?? field]: { value: values[place] ?? '' } },
  }));
}
