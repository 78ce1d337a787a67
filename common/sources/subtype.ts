/**
 * The key of a series within its source: the value of the subtype field as text. If a source has
 * several fields, it is the JSON list of their values. Keys come from logs, so compare them and
 * never parse meaning from them.
 */
export function encodeSubtype(values: readonly string[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : JSON.stringify(values);
}

function parsedKey(subtype: string): unknown {
  try {
    return JSON.parse(subtype);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The values of the subtype fields that a key stands for; undefined for a key that was not made for
 * that many fields. Keys may come from addresses, and from days when a source had other fields.
 */
export function valuesOfSubtype(subtype: string, fieldCount: number): string[] | undefined {
  if (fieldCount === 1) return [subtype];
  const values = parsedKey(subtype);
  if (!Array.isArray(values) || values.length !== fieldCount) return undefined;
  return values.every((value) => typeof value === 'string') ? values : undefined;
}

/**
 * The values of the subtype fields that a key stands for.
 *
 * @throws RangeError when the key was not made for that many fields
 */
export function decodeSubtype(subtype: string, fieldCount: number): string[] {
  const values = valuesOfSubtype(subtype, fieldCount);
  if (values !== undefined) return values;
  throw new RangeError(`the subtype ${subtype} does not have ${fieldCount} values`);
}
