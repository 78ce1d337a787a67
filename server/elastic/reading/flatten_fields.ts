const MAX_VALUE = 2_000;
const MAX_FIELDS = 500;
const MAX_DEPTH = 20;

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE - 1)}…`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The fields of a document as pairs of a dotted name and a text, by name: `alert.signature`, "…".
 * Lists become one text, long texts are cut, and fields after the first 500 are left out.
 */
export function flattenFields(source: unknown): (readonly [name: string, value: string])[] {
  const fields: (readonly [string, string])[] = [];
  const visit = (value: object, prefix: string, depth: number): void => {
    for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
      if (fields.length >= MAX_FIELDS) return;
      const name = prefix === '' ? key : `${prefix}.${key}`;
      if (isObject(entry) && depth < MAX_DEPTH) visit(entry, name, depth + 1);
      else fields.push([name, textOf(entry)]);
    }
  };
  if (isObject(source)) visit(source, '', 0);
  return fields.sort(([a], [b]) => (a < b ? -1 : 1));
}
