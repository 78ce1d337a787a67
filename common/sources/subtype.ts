/**
 * The key of a series within its source: the value of the subtype field as text; where a source has
 * several fields, the JSON list of their values. Keys come from logs: compare them, never parse meaning.
 */
export function encodeSubtype(values: readonly string[]): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : JSON.stringify(values);
}

/**
 * The values of the subtype fields that a key stands for.
 *
 * @throws RangeError when the key was not made for that many fields
 */
export function decodeSubtype(subtype: string, fieldCount: number): string[] {
  if (fieldCount === 1) return [subtype];
  const values: unknown = JSON.parse(subtype);
  if (Array.isArray(values) && values.length === fieldCount) return values.map(String);
  throw new RangeError(`the subtype ${subtype} does not have ${fieldCount} values`);
}
