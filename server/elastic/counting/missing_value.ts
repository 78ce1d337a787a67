import { randomInt, randomUUID } from 'node:crypto';

/**
 * The placeholder for a missing value among the terms of a field, as the aggregation accepts it.
 */
export interface MissingValue {
  readonly missing: string | number;
  /** By default, indices that do not map the field read numbers as text. */
  readonly value_type?: 'long';
}

// Generated in each process, so that no log can contain them on purpose.
const NO_TEXT: MissingValue = { missing: `no value ${randomUUID()}` };
const NO_NUMBER: MissingValue = {
  missing: -(2 ** 52) - randomInt(2 ** 47),
  value_type: 'long',
};

/**
 * A value that stands for a missing one among the terms of a field.
 *
 * @param kind the kind of the field's values; null if no index maps it
 * @returns undefined for kinds in which every value may occur, such as booleans
 */
export function missingValue(kind: string | null): MissingValue | undefined {
  if (kind === 'keyword') return NO_TEXT;
  return kind === 'whole number' ? NO_NUMBER : undefined;
}
