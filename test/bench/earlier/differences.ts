/** Results that differ by no more than this are equal. */
const TOLERANCE = 1e-9;

/** The wording of sentences may change. Their facts are in the other fields, too. */
const WORDED = new Set(['sentence', 'basis']);

function entriesOf(value: object): (readonly [string, unknown])[] {
  return Object.entries(value).filter(([key, kept]) => !WORDED.has(key) && kept !== undefined);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSameNumber(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * Where two results differ: numbers by more than 1e-9 (of the larger, where that exceeds 1),
 * anything else at all. Fields that only word a result are left out.
 *
 * @returns one line a difference, which names the place; none if the results are equal
 */
export function differences(expected: unknown, actual: unknown, place = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return isSameNumber(expected, actual) ? [] : [`${place}: ${expected}, now ${actual}`];
  }
  if (!isObject(expected) || !isObject(actual)) {
    if (expected === actual) return [];
    return [`${place}: ${JSON.stringify(expected)}, now ${JSON.stringify(actual)}`];
  }
  const before = new Map(entriesOf(expected));
  const after = new Map(entriesOf(actual));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    differences(before.get(key), after.get(key), place === '' ? key : `${place}.${key}`),
  );
}
