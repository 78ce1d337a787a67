import { conditionsOf, type Condition, type FieldCondition, type Filter } from './condition';

/** What a condition requires of a field. */
export interface NamedField {
  readonly field: string;
  /** Whether only its presence is required, not its values. */
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

/** All fields that a filter names. Those with required values come last, so that they win. */
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
 * The fields that are not mapped but must be, so that a document can meet the filter. A field that
 * is only excluded need not be mapped, nor one that only one of several alternatives names.
 */
export function missingFields(filter: Filter, isMapped: (field: string) => boolean): string[] {
  return [...new Set(conditionsOf(filter).flatMap((one) => missingIn(one, isMapped)))];
}

function fixedIn(condition: Condition): string[] {
  if ('and' in condition) return condition.and.flatMap(fixedIn);
  return 'any_of' in condition ? [condition.field] : [];
}

/** The fields whose values the filter fixes, so that they say nothing new about its documents. */
export function fixedFields(filter: Filter): string[] {
  return conditionsOf(filter).flatMap(fixedIn);
}
