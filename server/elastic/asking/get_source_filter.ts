import type { estypes } from '@elastic/elasticsearch';
import { type Condition, conditionsOf, type Source, decodeSubtype } from '../../../common/sources';
import type { TimeRange } from '../../../common/time';

/** Instants of a field from `from` to before `to`. */
export function getTimeFilter(
  field: string,
  { from, to }: TimeRange,
): estypes.QueryDslQueryContainer {
  return { range: { [field]: { gte: from, lt: to, format: 'epoch_millis' } } };
}

function conditionQuery(
  condition: Condition,
  fields: ReadonlyMap<string, string>,
): estypes.QueryDslQueryContainer {
  const usedFor = (field: string): string => fields.get(field) ?? field;
  const allOf = (within: readonly Condition[]) => within.map((one) => conditionQuery(one, fields));
  if ('not' in condition) return { bool: { must_not: allOf([condition.not]) } };
  if ('and' in condition) return { bool: { filter: allOf(condition.and) } };
  if ('or' in condition) return { bool: { should: allOf(condition.or), minimum_should_match: 1 } };
  if ('exists' in condition) return { exists: { field: usedFor(condition.exists.field) } };
  if ('range' in condition) {
    const { field, ...bounds } = condition.range;
    return { range: { [usedFor(field)]: bounds } };
  }
  return { terms: { [usedFor(condition.field)]: [...condition.any_of] } };
}

/**
 * The conditions that make a document one of the source, without its time.
 *
 * @param fields for each field that the source names, the field to use
 */
export function getSourceFilter(
  source: Source,
  fields: ReadonlyMap<string, string>,
): estypes.QueryDslQueryContainer[] {
  return conditionsOf(source.filter).map((condition) => conditionQuery(condition, fields));
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
