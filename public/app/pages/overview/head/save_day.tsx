import React from 'react';
import { reportCsv } from '../../../../../common/report';
import { translate } from '../../../../i18n';
import { fileName, saveText } from '../../../tables';
import type { DayWithSilence } from '../load_day';
import { dayToReport } from '../silence_unknown';

/** The file with what was silent and all series of a day, as `logwave report --csv` prints it. */
export function dayFile(answer: DayWithSilence) {
  return {
    name: `${fileName(['logwave', answer.head.day])}.csv`,
    type: 'text/csv',
    text: reportCsv(dayToReport(answer)),
  };
}

/** Saves the table of the day as comma-separated values. */
export function SaveDay({ answer }: { readonly answer: DayWithSilence }) {
  return (
    <button
      type="button"
      className="lwLink"
      onClick={() => saveText(dayFile(answer))}
      data-test-subj="logwaveSaveDay"
    >
      {translate('logwave.saveDay.csv', { defaultMessage: 'Save as CSV' })}
    </button>
  );
}
