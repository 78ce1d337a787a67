import type { Json } from '../request';
import { momentOf, valuesOf } from '../query/values';
import type { Aggregating } from './aggregating';
import { keysOf } from './group_by';

function numbersOf({ documents }: Aggregating, field: unknown): number[] {
  const read = valuesOf(String(field));
  return documents.flatMap(({ source }) => read(source).map(momentOf));
}

/** The least or greatest value of a field; null without any. */
export function extreme(pick: (a: number, b: number) => number) {
  return (aggregating: Aggregating, { field }: Json): Json => {
    const numbers = numbersOf(aggregating, field);
    return { value: numbers.length === 0 ? null : numbers.reduce((a, b) => pick(a, b)) };
  };
}

/** How many different values a field has: exactly, where Elasticsearch estimates a high number. */
export function cardinality({ documents, typeOf }: Aggregating, { field }: Json): Json {
  const keys = keysOf(String(field), typeOf);
  return { value: new Set(documents.flatMap(keys)).size };
}

/** The sum of a field's values. */
export function sum(aggregating: Aggregating, { field }: Json): Json {
  return { value: numbersOf(aggregating, field).reduce((total, value) => total + value, 0) };
}
