import { dayReport, reportText } from '../../../../../common/report';
import type { DayWithSilence } from '../load_day';
import { dayToReport } from '../silence_unknown';

interface CopiedOptions {
  /** The address of the page. */
  readonly link: string;
  /** Names of the sources, by id. */
  readonly sourceNames: ReadonlyMap<string, string>;
}

/**
 * A day as plain text, as `logwave report --text` prints it: with what was silent at its end, its
 * link, zone and run.
 */
export function copiedDay(answer: DayWithSilence, options: CopiedOptions): string {
  return reportText(dayReport(dayToReport(answer), options));
}
