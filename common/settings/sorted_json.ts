const STEP = '  ';

function block(open: string, parts: readonly string[], close: string, indent: string): string {
  if (parts.length === 0) return open + close;
  const lines = parts.map((part) => `${indent}${STEP}${part}`);
  return [open, lines.join(',\n'), `${indent}${close}`].join('\n');
}

/**
 * A value as JSON over several lines, with the keys of every object in alphabetical order: equal
 * values are equal texts, which can be compared line by line.
 */
export function sortedJson(value: unknown, indent = ''): string {
  const inner = indent + STEP;
  if (Array.isArray(value)) {
    return block(
      '[',
      value.map((part) => sortedJson(part, inner)),
      ']',
      indent,
    );
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}: ${sortedJson(part, inner)}`);
  return block('{', parts, '}', indent);
}
