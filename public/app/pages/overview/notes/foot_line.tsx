import React, { memo } from 'react';
import { unendedSentence } from '../../../../../common/waveform/words';
import { translate } from '../../../../i18n';
import { useServices } from '../../../basics';
import { costWords, momentWords } from '../../../words';
import { footWords } from './foot_words';
import { everyRow, hasRows, type DayAnswer, type OverviewRows } from '../../../rows';

interface FootLineProps {
  readonly answer: DayAnswer;
  readonly rows: OverviewRows;
  readonly onKeys: () => void;
}

/** When the day was analyzed, or the analysis was begun that did not end. */
export function analyzedWords({ run, head }: Pick<DayAnswer, 'run' | 'head'>): string {
  const at = momentWords(run.started_at, head.zone);
  if (unendedSentence(run) !== null) {
    return translate('logwave.foot.begun', {
      defaultMessage: 'Analysis begun {at}',
      values: { at },
    });
  }
  return translate('logwave.foot.analyzedCost', {
    defaultMessage: 'Analyzed {at}, {cost}',
    values: { at, cost: costWords(run) },
  });
}

/** What the drawing means, and when the day was analyzed. */
export const FootLine = memo(function FootLine({ answer, rows, onKeys }: FootLineProps) {
  const { hostZone, openInDiscover } = useServices();
  const { head } = answer;
  const isOtherZone =
    openInDiscover !== undefined && hostZone !== undefined && hostZone !== head.zone;
  return (
    <footer className="lwFoot">
      <span>
        {hasRows(answer) ? footWords(everyRow(rows), head.method) : ''}
        {isOtherZone &&
          ` ${translate('logwave.foot.zone', {
            defaultMessage: 'Discover shows times in {hostZone}.',
            values: { hostZone },
          })}`}
      </span>
      <span className="lwGrow" />
      <button type="button" onClick={onKeys} data-test-subj="logwaveKeysButton">
        {translate('logwave.foot.keys', { defaultMessage: 'Keys' })} <kbd>?</kbd>
      </button>
      <span className="lwNoWrap" data-test-subj="logwaveAnalyzed">
        {analyzedWords(answer)}
      </span>
    </footer>
  );
});
