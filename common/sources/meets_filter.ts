import { conditionsOf, type Condition, type Filter, type Range } from './condition';

/** The values of a field in a document; none if it has none. */
export type ValuesOf = (field: string) => readonly (string | number)[];

function isWithin(value: string | number, { gte, gt, lte, lt }: Range): boolean {
  const number = Number(value);
  return (
    !Number.isNaN(number) &&
    (gte === undefined || number >= gte) &&
    (gt === undefined || number > gt) &&
    (lte === undefined || number <= lte) &&
    (lt === undefined || number < lt)
  );
}

function meets(condition: Condition, valuesOf: ValuesOf): boolean {
  if ('not' in condition) return !meets(condition.not, valuesOf);
  if ('and' in condition) return condition.and.every((one) => meets(one, valuesOf));
  if ('or' in condition) return condition.or.some((one) => meets(one, valuesOf));
  if ('exists' in condition) return valuesOf(condition.exists.field).length > 0;
  if ('range' in condition) {
    const { range } = condition;
    return valuesOf(range.field).some((value) => isWithin(value, range));
  }
  return valuesOf(condition.field).some((value) => condition.any_of.includes(String(value)));
}

/** Whether a document belongs to a source. */
export function meetsFilter(filter: Filter, valuesOf: ValuesOf): boolean {
  return conditionsOf(filter).every((condition) => meets(condition, valuesOf));
}
