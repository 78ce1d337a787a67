import { translate } from '../../../i18n';
import type { DayWithSilence } from './load_day';

/** That what was silent on a day is not known, on the page and in what is copied or saved of it. */
export function silenceUnknownWords(): string {
  return translate('logwave.copyDay.silenceUnknown', {
    defaultMessage: 'What was silent at the end of this day could not be read.',
  });
}

/** A day as reports take it: with what was silent, or with a note that this is not known. */
export function dayToReport({ silence, ...answer }: DayWithSilence) {
  if (silence !== undefined) return { ...answer, silences: silence.rows };
  const leftOut = [...answer.run.left_out, silenceUnknownWords()];
  return { ...answer, run: { ...answer.run, left_out: leftOut } };
}
