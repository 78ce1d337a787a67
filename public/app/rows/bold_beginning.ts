/** A number of what was found, or the words that nothing came at all, or that nothing is known. */
const FOUND = /^(?:[1-9]|No logs |The analysis )/;
/** The end of a clause, but not a separator within a number or a dot within a name. */
const CLAUSE_END = /[,.;](?= |$)/;
/** A beginning that lists what is silent, whose names have commas between them. */
const LIST = /^[^,.;]* silent: /;
const LIST_END = /[.;](?= |$)/;

/** The summary in two parts: its beginning, in bold if it is not that of a quiet day, and the rest. */
export function boldBeginning(summary: string): [bold: string, rest: string] {
  if (!FOUND.test(summary)) return ['', summary];
  const end = summary.search(LIST.test(summary) ? LIST_END : CLAUSE_END);
  return end < 0 ? [summary, ''] : [summary.slice(0, end), summary.slice(end)];
}
