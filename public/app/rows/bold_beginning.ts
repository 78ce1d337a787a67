/** A number of what was found, or that nothing came at all. */
const FOUND = /^(?:[1-9]|No logs )/;
/** The end of a clause, but no separator within a number. */
const CLAUSE_END = /[,.;](?!\d)/;

/**
 * The summary as the host words it, in two: its beginning where that counts what is unusual, which is
 * set in bold, and the rest.
 */
export function boldBeginning(summary: string): [bold: string, rest: string] {
  if (!FOUND.test(summary)) return ['', summary];
  const end = summary.search(CLAUSE_END);
  return end < 0 ? [summary, ''] : [summary.slice(0, end), summary.slice(end)];
}
