import type { Json } from '../request';
import { momentOf, valuesOf } from '../query/values';
import type { Aggregating } from './aggregating';

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

/** The sum of a field's values. */
export function sum(aggregating: Aggregating, { field }: Json): Json {
  return { value: numbersOf(aggregating, field).reduce((total, value) => total + value, 0) };
}
