import { countWords } from '../../../common/waveform/words';

/** What of the day the summary begins with. */
interface SummaryCounts {
  readonly summary: string;
  readonly series_unusual: number;
  readonly series_total: number;
}

/** The end of a clause, but no separator within a number. */
const CLAUSE_END = /[,.](?!\d)/;

/**
 * The summary as the host words it, in two: its beginning where that counts the unusual series, which
 * is set in bold, and the rest.
 */
export function boldBeginning(head: SummaryCounts): [bold: string, rest: string] {
  const { summary, series_unusual: unusual, series_total: total } = head;
  if (!summary.startsWith(`${countWords(unusual)} of ${countWords(total)} `)) return ['', summary];
  const end = summary.search(CLAUSE_END);
  return end < 0 ? [summary, ''] : [summary.slice(0, end), summary.slice(end)];
}
