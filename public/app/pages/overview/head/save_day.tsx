import React from 'react';
import { reportCsv } from '../../../../../common/report';
import { translate } from '../../../../i18n';
import type { DayAnswer } from '../../../rows';
import { fileName, saveText } from '../../../tables';

/** The file with all series of a day, as `logwave report --csv` prints it. */
export function dayFile({ head, series }: Pick<DayAnswer, 'head' | 'series'>) {
  return {
    name: `${fileName(['logwave', head.day])}.csv`,
    type: 'text/csv',
    text: reportCsv(series),
  };
}

/** Saves the table of the day as comma-separated values. */
export function SaveDay({ answer }: { readonly answer: DayAnswer }) {
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
