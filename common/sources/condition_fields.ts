import { conditionsOf, type Condition, type FieldCondition, type Filter } from './condition';

/** What a condition on a field asks of it. */
export interface NamedField {
  readonly field: string;
  /** Whether only its presence is asked for, not its values. */
  readonly isPresence: boolean;
}

function fieldOf(condition: FieldCondition): string {
  if ('exists' in condition) return condition.exists.field;
  return 'range' in condition ? condition.range.field : condition.field;
}

function namedIn(condition: Condition): NamedField[] {
  if ('not' in condition) return namedIn(condition.not);
  if ('and' in condition) return condition.and.flatMap(namedIn);
  if ('or' in condition) return condition.or.flatMap(namedIn);
  return [{ field: fieldOf(condition), isPresence: 'exists' in condition }];
}

/** All fields that a filter names, those with values asked for last, so that they decide. */
export function namedFields(filter: Filter): NamedField[] {
  const named = conditionsOf(filter).flatMap(namedIn);
  return [
    ...named.filter(({ isPresence }) => isPresence),
    ...named.filter(({ isPresence }) => !isPresence),
  ];
}

function missingIn(condition: Condition, isMapped: (field: string) => boolean): string[] {
  if ('not' in condition) return [];
  if ('and' in condition) return condition.and.flatMap((one) => missingIn(one, isMapped));
  if ('or' in condition) {
    const missing = condition.or.map((one) => missingIn(one, isMapped));
    return missing.some((fields) => fields.length === 0) ? [] : missing.flat();
  }
  const field = fieldOf(condition);
  return isMapped(field) ? [] : [field];
}

/**
 * The fields that must be mapped, so that a document can meet the filter, and are not: a field that is
 * only excluded need not be there, nor that of one of several ways to belong.
 */
export function missingFields(filter: Filter, isMapped: (field: string) => boolean): string[] {
  return [...new Set(conditionsOf(filter).flatMap((one) => missingIn(one, isMapped)))];
}

function fixedIn(condition: Condition): string[] {
  if ('and' in condition) return condition.and.flatMap(fixedIn);
  return 'any_of' in condition ? [condition.field] : [];
}

/** The fields whose values the filter says, so that they tell nothing of its documents. */
export function fixedFields(filter: Filter): string[] {
  return conditionsOf(filter).flatMap(fixedIn);
}
