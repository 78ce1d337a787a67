const EXCLUDING = /^([^:]*:)?-/;

/** The parts of an index expression in their order. */
export function expressionParts(expression: string): string[] {
  return expression
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a part leaves something out: of this cluster, or of another one (`europe:-logs-old`). */
export function isExclusion(part: string): boolean {
  return EXCLUDING.test(part);
}

/** The pattern that a part leaves out (`-logs-old`, `europe:-logs-old`); undefined if it names any. */
export function excludedPattern(part: string): string | undefined {
  return isExclusion(part) ? part.replace(EXCLUDING, '$1') : undefined;
}

/**
 * One expression that reads what any of several reads. A part leaves out of all that stands before
 * it, so an expression that leaves something out comes first.
 *
 * @returns undefined if two of them leave something out, and differ: no expression reads just that
 */
export function joinedExpression(expressions: readonly string[]): string | undefined {
  const excluding = new Set<string>();
  const naming = new Set<string>();
  for (const expression of expressions) {
    const parts = expressionParts(expression);
    const isExcluding = parts.some(isExclusion);
    if (isExcluding) excluding.add(parts.join(','));
    else for (const part of parts) naming.add(part);
  }
  return excluding.size > 1 ? undefined : [...excluding, ...naming].join(',');
}
