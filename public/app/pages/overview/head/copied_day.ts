import { dayReport, reportText } from '../../../../../common/report';
import { translate } from '../../../../i18n';
import type { DayWithSilence } from '../load_day';

interface CopiedOptions {
  /** The address of the page. */
  readonly link: string;
  /** Names of the sources, by id. */
  readonly sourceNames: ReadonlyMap<string, string>;
}

/** The answer with a note that what was silent is missing. */
function withoutSilences(answer: DayWithSilence): DayWithSilence {
  const note = translate('logwave.copyDay.silenceUnknown', {
    defaultMessage: 'What was silent at the end of this day could not be read.',
  });
  return { ...answer, run: { ...answer.run, left_out: [...answer.run.left_out, note] } };
}

/**
 * A day as plain text, as `logwave report --text` prints it: with what was silent at its end, its
 * link, zone and run.
 */
export function copiedDay(answer: DayWithSilence, options: CopiedOptions): string {
  const { silence } = answer;
  const told =
    silence === undefined ? withoutSilences(answer) : { ...answer, silences: silence.rows };
  return reportText(dayReport(told, options));
}
