/** The values of a subtype as one text: several fields are kept as a JSON list. */
export function subtypeText(subtype: string): string {
  if (!subtype.startsWith('["')) return subtype;
  try {
    const values: unknown = JSON.parse(subtype);
    return Array.isArray(values) ? values.join(' ') : subtype;
  } catch {
    // It only looked like a list: a log may hold any text.
    return subtype;
  }
}
