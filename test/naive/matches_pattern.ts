/** Whether a name matches a pattern, by trying everything that each `*` may stand for. */
export function matchesByTrying(name: string, pattern: string): boolean {
  if (pattern === '') return name === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) {
    const ends = Array.from({ length: name.length + 1 }, (_, length) => name.slice(length));
    return ends.some((end) => matchesByTrying(end, rest));
  }
  return name.startsWith(pattern.slice(0, 1)) && matchesByTrying(name.slice(1), rest);
}
