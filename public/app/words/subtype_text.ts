/** The values of a subtype as one text. Several fields are stored as a JSON list. */
export function subtypeText(subtype: string): string {
  if (!subtype.startsWith('["')) return subtype;
  try {
    const values: unknown = JSON.parse(subtype);
    return Array.isArray(values) ? values.join(' ') : subtype;
  } catch {
    // It only looks like a list, since a log may hold any text.
    return subtype;
  }
}
